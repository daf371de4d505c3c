import Expressions

/// Says in words with which values something happens.
enum WitnessWords {
    private static let wordsMax = 4

    /// ` when event.grade is 'B' and item.party is not there`; empty for a witness without values.
    static func when(_ witness: [String: Value]) -> String {
        let words = witness.sorted { $0.key < $1.key }.prefix(wordsMax).map { word($0.key, $0.value) }
        return words.isEmpty ? "" : " when " + words.joined(separator: " and ")
    }

    private static func word(_ path: String, _ value: Value) -> String {
        if path.hasPrefix("has("), path.hasSuffix(")"), value == false {
            return "\(path.dropFirst(4).dropLast()) is not there"
        }
        switch value {
        case .string(let text): return "\(path) is '\(text)'"
        case .list(let items) where items.isEmpty: return "\(path) is empty"
        default: return "\(path) is \(value)"
        }
    }
}
