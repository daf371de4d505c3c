/// The texts of a compiled message catalogue of GNU gettext (a `.mo` file), by the English they stand for.
///
/// The form is that of the gettext manual, "The Format of GNU MO Files", either byte order. Time and
/// space are linear in the file.
struct GettextCatalogue {
    private let texts: [String: String]

    /// Nil when the bytes are no such file.
    init?(_ bytes: [UInt8]) {
        guard let reader = Reader(bytes), let count = reader.number(at: 8), count <= bytes.count / 16,
            let originals = reader.number(at: 12), let translations = reader.number(at: 16)
        else { return nil }
        var texts: [String: String] = [:]
        for index in 0..<count {
            guard let original = reader.text(describedAt: originals + 8 * index),
                let translation = reader.text(describedAt: translations + 8 * index)
            else { return nil }
            if !original.isEmpty, !translation.isEmpty { texts[original] = translation }
        }
        self.texts = texts
    }

    /// The translation of `original`; nil when there is none.
    subscript(original: String) -> String? { texts[original] }

    private struct Reader {
        let bytes: [UInt8]
        let isBigEndian: Bool

        init?(_ bytes: [UInt8]) {
            switch bytes.prefix(4) {
            case [0xDE, 0x12, 0x04, 0x95]: isBigEndian = false
            case [0x95, 0x04, 0x12, 0xDE]: isBigEndian = true
            default: return nil
            }
            self.bytes = bytes
        }

        func number(at place: Int) -> Int? {
            guard place >= 0, place + 4 <= bytes.count else { return nil }
            let four = bytes[place..<place + 4]
            return (isBigEndian ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }

        /// The text whose length and place are written at `place`.
        func text(describedAt place: Int) -> String? {
            guard let length = number(at: place), let start = number(at: place + 4),
                start + length <= bytes.count
            else { return nil }
            return String(validating: bytes[start..<start + length], as: UTF8.self)
        }
    }
}
