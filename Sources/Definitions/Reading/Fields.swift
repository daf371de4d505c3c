import Agreements

/// The values of one mapping, whose keys have been checked.
struct Fields: Sendable {
    let place: Place
    /// What the mapping is, for messages: "a state".
    let words: LocalizedText
    let values: [String: YAMLNode]
    /// The keys that were misspelt, and read as they were meant.
    var mended: Set<String> = []
    let log: FindingLog

    subscript(key: String) -> YAMLNode? { values[key] }

    /// The value of `key`; a missing one is reported.
    func required(_ key: String) -> YAMLNode? {
        if let value = values[key], !mended.contains(key) { return value }
        log.report(
            .missingKey, at: place,
            .init(
                fr: "\(words.fr) n’a pas de clé \(key.quotedInFrench)", en: "\(words.en) has no \(key.quoted)"
            ))
        if mended.contains(key) { log.mendLast() }
        return values[key]
    }
}
