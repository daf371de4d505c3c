/// What `audit verify` found.
package struct AuditReport: Codable, Sendable, Hashable {
    package var streams = 0
    package var events = 0
    /// Values and documents that were eliminated, as law may require; their events stay.
    package var eliminated = 0
    package var findings: [AuditFinding] = []

    /// Whether events, chains, projections and stored bytes all agree.
    package var isGreen: Bool { findings.isEmpty }
}

/// One thing that does not agree.
package struct AuditFinding: Codable, Sendable, Hashable, CustomStringConvertible {
    /// The agreement, the call or `register`.
    package var stream: String
    package var seq: Int?
    package var kind: Kind
    package var detail: String

    /// What does not agree.
    package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        /// The recomputed hash is another.
        case hash
        /// It does not follow the event before it.
        case chain
        /// A number is missing or double.
        case gap
        /// The time of recording goes back.
        case time
        /// The head of a stream is not its last event.
        case head
        /// A table is not what the events add up to.
        case projection
        /// Stored bytes or a value are not those that the event names.
        case content
        /// Its jobs, which are stored with it, name another transaction.
        case transaction
    }

    /// A finding about a stream, or about one event of it.
    package init(_ kind: Kind, stream: String, seq: Int? = nil, _ detail: String) {
        (self.kind, self.stream, self.seq, self.detail) = (kind, stream, seq, detail)
    }

    package var description: String {
        "\(stream)\(seq.map { " event \($0)" } ?? ""): \(kind.rawValue): \(detail)"
    }
}
