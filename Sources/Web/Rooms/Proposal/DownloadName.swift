import Agreements
import Uploads

/// What a download is called: by us in ASCII, as its sender called it in full.
struct DownloadName {
    let header: String

    /// - Parameter reference: the name of the file in addresses.
    init(_ file: DocumentFile, of reference: String) {
        let ending = FileFormat.format(of: file.bytes)?.extensions.first ?? "bin"
        let own = [
            reference, file.kindCode, "v\(file.document.version)", file.document.language,
        ].compactMap(\.self).joined(separator: "-")
        let plain = String(own.map { Self.isPlain($0) ? $0 : "_" }.prefix(100))
        let given = file.document.fileName ?? "\(plain).\(ending)"
        // RFC 6266 with the extended value of RFC 8187; both parts hold no quote, path or control character.
        header =
            "attachment; filename=\"\(plain).\(ending)\"; filename*=UTF-8''\(PercentCoding.encoded(given))"
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }
}

/// The languages that a document may be said to be in: those of the countries that agreements are made with most.
enum Tongues {
    static let names: [String: LocalizedText] = [
        "fr": .init(fr: "français", en: "French"), "en": .init(fr: "anglais", en: "English"),
        "ar": .init(fr: "arabe", en: "Arabic"), "de": .init(fr: "allemand", en: "German"),
        "es": .init(fr: "espagnol", en: "Spanish"), "it": .init(fr: "italien", en: "Italian"),
        "ja": .init(fr: "japonais", en: "Japanese"), "ko": .init(fr: "coréen", en: "Korean"),
        "nl": .init(fr: "néerlandais", en: "Dutch"), "pl": .init(fr: "polonais", en: "Polish"),
        "pt": .init(fr: "portugais", en: "Portuguese"), "ru": .init(fr: "russe", en: "Russian"),
        "sv": .init(fr: "suédois", en: "Swedish"), "vi": .init(fr: "vietnamien", en: "Vietnamese"),
        "zh": .init(fr: "chinois", en: "Chinese"),
    ]
}
