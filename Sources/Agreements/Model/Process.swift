/// A running instance of a chart inside an agreement.
package struct Process: Codable, Sendable, Hashable {
    /// Its place in the tree: `life`, `life/circuit/snu`.
    package var path: String
    package var definition: String
    /// The state of the parent that started it; nil for the life.
    package var owner: String?
    /// The event by which that state was entered then: children of an earlier entry do not count.
    package var ownerSeq: Int
    /// The name under which the parent runs it, such as `circuit`.
    package var name: String
    /// What it is about, as guards read it.
    package var item: [String: JSON]
    package var status: Status
    /// Every active state, sorted: the atomic ones and their ancestors.
    package var configuration: [String]
    /// What history states remember, by the history state's id.
    package var history: [String: [String]]
    /// The active atomic states, sorted.
    package var state: [String]
    package var outcome: String?
    /// When each active state was entered, and by which event.
    package var entries: [String: Entry]

    /// Whether a process runs.
    package enum Status: String, Codable, Sendable, Hashable {
        case active
        case ended
        /// Left with its parent's state; it keeps its last configuration.
        case cancelled
    }

    /// The entry of a state: the event that did it and the legal instant.
    package struct Entry: Codable, Sendable, Hashable {
        package var seq: Int
        package var at: Instant

        package init(seq: Int, at: Instant) {
            self.seq = seq
            self.at = at
        }
    }

    /// A process before its first event: nothing is active yet.
    package init(
        path: String, definition: String, owner: String? = nil, ownerSeq: Int = 0, name: String,
        item: [String: JSON] = [:]
    ) {
        self.path = path
        self.definition = definition
        self.owner = owner
        self.ownerSeq = ownerSeq
        self.name = name
        self.item = item
        status = .active
        configuration = []
        history = [:]
        state = []
        outcome = nil
        entries = [:]
    }

    /// The path of the process that started it; nil for the life.
    package var parent: String? {
        let slash = UInt8(ascii: "/")
        guard let last = path.utf8.lastIndex(of: slash),
            let end = path.utf8[..<last].lastIndex(of: slash)
        else { return nil }
        return String(path[..<end])
    }

    /// The organisation that this process is about, if it is about one.
    package var party: String? { item["party"]?["id"]?.text }

    /// The body that this process is about, where it is no party yet.
    func newcomer(to agreement: Agreement) -> Party? {
        guard let body = item["party"], let id = party, !agreement.parties.contains(where: { $0.id == id }),
            let country = body["country"]?.text
        else { return nil }
        return Party(
            id: id, name: body["name"]?.text ?? id, country: country,
            kind: body["kind"]?.text.flatMap(Party.Kind.init) ?? .other, home: false)
    }

    /// The person that this process is about, if it is about one.
    package var person: Person.ID? {
        item.values.lazy.compactMap { ($0.text ?? $0["head"]?.text).flatMap(Person.ID.init) }.first
    }
}

extension Process {
    /// Whether it runs at this path: the first, `x`, or one started again, `x.2`.
    package func isRun(of path: String) -> Bool {
        guard self.path.hasPrefix("\(path).") else { return self.path == path }
        return Int(self.path.dropFirst(path.count + 1)) != nil
    }

    /// Whether it was started before another run of the same path.
    package func isBefore(_ other: Process) -> Bool {
        (path.utf8.count, path) < (other.path.utf8.count, other.path)
    }
}
