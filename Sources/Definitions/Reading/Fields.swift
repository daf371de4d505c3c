/// The values of one mapping, whose keys have been checked.
struct Fields {
    let place: Place
    /// What the mapping is, for messages: "a state".
    let words: String
    let values: [String: YAMLNode]
    let log: FindingLog

    subscript(key: String) -> YAMLNode? { values[key] }

    /// The value of `key`; a missing one is reported.
    func required(_ key: String) -> YAMLNode? {
        if let value = values[key] { return value }
        log.report(.missingKey, at: place, "\(words) has no \(key.quoted)")
        return nil
    }
}
