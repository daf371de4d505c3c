import Agreements

/// The forms that names may have in a file.
enum Name {
    /// What an author may call a thing.
    enum Form {
        /// `lia-2`: of files.
        case file
        /// `expertise`, `no_opposition`, `itmoOpinion`: of states, processes, fields, variables.
        case word
        /// Words joined by dots: of events.
        case dotted
        /// `LIA`, `UME`: of instruments.
        case capitals
        /// `N04`, `reminder_late`: of notices.
        case code

        var words: LocalizedText {
            switch self {
            case .file:
                .init(
                    fr: "des minuscules, des chiffres et des traits d’union, en commençant par une lettre",
                    en: "lower-case letters, digits and hyphens, beginning with a letter")
            case .word:
                .init(
                    fr: "des lettres, des chiffres et _, en commençant par une minuscule",
                    en: "letters, digits and _, beginning with a lower-case letter")
            case .dotted: .init(fr: "des mots joints par des points", en: "words joined by dots")
            case .capitals: .init(fr: "des capitales", en: "capital letters")
            case .code:
                .init(
                    fr: "des lettres, des chiffres et _, en commençant par une lettre",
                    en: "letters, digits and _, beginning with a letter")
            }
        }
    }

    static let lengthMax = 64

    static func fits(_ text: String, _ form: Form) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= lengthMax else { return false }
        switch form {
        case .file:
            return isLower(first)
                && bytes.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        case .word: return isLower(first) && bytes.allSatisfy(isWord)
        case .code: return (isLower(first) || isUpper(first)) && bytes.allSatisfy(isWord)
        case .capitals: return bytes.allSatisfy(isUpper)
        case .dotted:
            return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                fits(String($0), .word)
            }
        }
    }

    private static func isLower(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    private static func isUpper(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    private static func isWord(_ byte: UInt8) -> Bool {
        isLower(byte) || isUpper(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }
}

extension NodeReader {
    /// A name of this form.
    func name(_ node: YAMLNode?, _ form: Name.Form) -> String? {
        guard let node, let text = text(node) else { return nil }
        return isName(text, form, at: node.place) ? text : nil
    }

    func isName(_ text: String, _ form: Name.Form, at place: Place) -> Bool {
        if Name.fits(text, form) { return true }
        let message = LocalizedText(
            fr:
                "\(text.quotedInFrench) n’est pas un nom : \(form.words.fr), au plus \(Name.lengthMax) caractères",
            en: "\(text.quoted) is no name: \(form.words.en), at most \(Name.lengthMax) characters")
        log.report(.badValue, at: place, message)
        return false
    }
}
