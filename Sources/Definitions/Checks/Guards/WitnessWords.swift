import Agreements
import Expressions

/// Says in words with which values something happens.
enum WitnessWords {
    private static let wordsMax = 4

    /// ` when event.grade is 'B' and item.party is not there`; empty for a witness without values.
    static func when(_ witness: [String: Value]) -> LocalizedText {
        let words = witness.sorted { $0.key < $1.key }.prefix(wordsMax).map { word($0.key, $0.value) }
        guard !words.isEmpty else { return LocalizedText(name: "") }
        return LocalizedText(
            fr: " quand " + words.map(\.fr).joined(separator: " et que "),
            en: " when " + words.map(\.en).joined(separator: " and "))
    }

    private static func word(_ path: String, _ value: Value) -> LocalizedText {
        if path.hasPrefix("has("), path.hasSuffix(")"), value == false {
            let field = path.dropFirst(4).dropLast()
            return LocalizedText(fr: "\(field) est absent", en: "\(field) is not there")
        }
        switch value {
        case .string(let text): return LocalizedText(fr: "\(path) vaut '\(text)'", en: "\(path) is '\(text)'")
        case .list(let items) where items.isEmpty:
            return LocalizedText(fr: "\(path) est vide", en: "\(path) is empty")
        default: return LocalizedText(fr: "\(path) vaut \(value)", en: "\(path) is \(value)")
        }
    }
}
