import Agreements

/// Reads `name=value` texts as the kinds that a definition asks for.
struct NamedValues {
    let desk: CommandDesk
    /// For messages.
    let option: String

    /// The values by name; a name given twice is refused, one that is not known is left to the rules.
    func read(_ texts: [String], as kinds: [String: InputField.Kind]) async throws -> [String: JSON] {
        var values: [String: JSON] = [:]
        for text in texts {
            let (name, value) = try Self.pair(text, option)
            guard values[name] == nil else { throw WrongUsage(option, "\(name) is given twice") }
            values[name] = try await json(value, as: kinds[name] ?? .text)
        }
        return values
    }

    /// A value of this kind; what does not fit stays a text, and the rules say what is wrong with it.
    func json(_ text: String, as kind: InputField.Kind) async throws -> JSON {
        if text.isEmpty { return .null }
        switch kind {
        case .integer: return Int64(text).map(JSON.integer) ?? .string(text)
        case .flag: return Self.flags[text.lowercased()].map(JSON.bool) ?? .string(text)
        case .person, .candidate: return .string(try await desk.person(text).description)
        case .instant: return .string(try desk.times.instant(text, option).description)
        case .organisations: return .array(text.split(separator: ",").map { .string(String($0)) })
        case .text, .day, .document, .party, .organisation, .call, .choice: return .string(text)
        }
    }

    /// `name=value` in its two parts; the value may hold further signs of equality.
    static func pair(_ text: String, _ option: String) throws(WrongUsage) -> (name: String, value: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw WrongUsage(option, "\"\(text.shortened)\" is not written name=value")
        }
        return (parts[0], parts[1])
    }

    private static let flags = [
        "true": true, "yes": true, "oui": true, "vrai": true, "1": true, "false": false, "no": false,
        "non": false,
        "faux": false, "0": false,
    ]
}
