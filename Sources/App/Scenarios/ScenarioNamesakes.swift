import Agreements
import Definitions
import FoundationEssentials

/// The identities that the keys of a scenario stand for.
struct ScenarioNamesakes: Sendable {
    private let identities: ScenarioIdentities
    private var people: [String: Person.ID] = [:]
    private var calls: [String: Call.ID] = [:]
    private var agreements: [String: Agreement.ID] = [:]
    private var documents: [String: Document] = [:]

    init(_ identities: ScenarioIdentities) { self.identities = identities }

    mutating func person(_ key: String) -> Person.ID { Self.named("person", key, in: &people, identities) }
    mutating func call(_ key: String) -> Call.ID { Self.named("call", key, in: &calls, identities) }
    mutating func agreement(_ key: String) -> Agreement.ID {
        Self.named("agreement", key, in: &agreements, identities)
    }
    func key(of agreement: Agreement.ID) -> String? { agreements.first { $0.value == agreement }?.key }
    func key(of person: Person.ID) -> String? { people.first { $0.value == person }?.key }
    func key(of document: Document.ID) -> String? { documents.first { $0.value.id == document }?.key }
    func key(ofHash sha256: String) -> String? { documents.first { $0.value.sha256 == sha256 }?.key }
    /// The key that stands for an identity of any kind.
    func key(ofIdentity id: String) -> String? {
        people.first { $0.value.description == id }?.key ?? calls.first { $0.value.description == id }?.key
            ?? agreements.first { $0.value.description == id }?.key
            ?? documents.first { $0.value.id.description == id }?.key
    }
    mutating func note(_ document: Document, as key: String) { documents[key] = document }
    func document(_ key: String) -> Document? { documents[key] }

    private static func named<Subject>(
        _ kind: String, _ key: String, in known: inout [String: Identifier<Subject>],
        _ identities: ScenarioIdentities
    ) -> Identifier<Subject> {
        if let id = known[key] { return id }
        let id: Identifier<Subject> = identities.identifier("\(kind)/\(key)")
        known[key] = id
        return id
    }

    /// The value of a scenario as JSON, its keys replaced by the identities that they stand for.
    mutating func json(_ value: ScenarioValue) -> JSON {
        switch value {
        case .null: .null
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .flag(let flag): .bool(flag)
        case .list(let elements): .array(elements.map { json($0) })
        case .sha256(let key): documents[key].flatMap(\.sha256).map(JSON.string) ?? .null
        case .id(let key): .string(id(key))
        }
    }

    /// The path of a process as a scenario writes it, its keys, with or without `$`, replaced by identities.
    ///
    /// A part may say which run is meant, as in `renewal/2020-12-31.2`.
    func path(_ written: String) -> String {
        written.split(separator: "/").map { part in
            let (name, run) = String(part.hasPrefix("$") ? part.dropFirst() : part).withoutRun
            return id(name) + run
        }.joined(separator: "/")
    }

    /// The identity of a key of any kind; an organisation's key is its identity.
    func id(_ key: String) -> String {
        people[key]?.description ?? calls[key]?.description ?? agreements[key]?.description
            ?? documents[key]?.id.description ?? key
    }
}

extension String {
    /// The name of a process without the number of its run, and that number with its point: `x.2` is `x` and `.2`.
    var withoutRun: (name: String, run: String) {
        guard let point = lastIndex(of: "."), Int(self[index(after: point)...]) != nil else {
            return (self, "")
        }
        return (String(self[..<point]), String(self[point...]))
    }
}
