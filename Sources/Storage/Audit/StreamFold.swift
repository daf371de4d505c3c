import Agreements

/// One stream as its events add up, read in order.
struct StreamFold {
    let stream: String
    private(set) var seq = 0
    private(set) var hash: String
    private(set) var lastAt: Instant?
    /// Nil for the register and for calls.
    private(set) var agreement: Agreement?
    private(set) var projections: ProjectionFold
    private(set) var firstAt: Instant?
    /// The erasable values that events name, with their salted hashes.
    private(set) var values: [ValueReference] = []
    private(set) var documents: [Document] = []
    /// The values and documents that events eliminate, by their ids.
    private(set) var eliminated: Set<String> = []

    init(stream: String, institution: String) {
        self.stream = stream
        hash = Event.genesis(stream: stream, institution: institution)
        projections = ProjectionFold(agreement: stream)
    }

    /// Reads the next event, whose content has the hash `computed`; returns what is wrong with it.
    mutating func read(_ event: Event, computed: String) -> [AuditFinding] {
        let findings = findings(of: event, computed)
        if seq == 0, !event.workflow.isEmpty, let id = Agreement.ID(stream) {
            agreement = Agreement(id: id, workflow: "", version: "", instrument: "", headHash: hash)
        }
        seq = event.seq
        hash = event.hash
        firstAt = firstAt ?? event.at
        lastAt = event.at
        guard agreement != nil else { return findings }
        agreement?.apply(event)
        projections.note(event)
        for change in event.payload.changes { note(change) }
        values += event.payload.input.values.compactMap(ValueReference.init(input:))
        return findings
    }

    private func findings(of event: Event, _ computed: String) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        func found(_ kind: AuditFinding.Kind, _ detail: String) {
            findings.append(AuditFinding(kind, stream: stream, seq: event.seq, detail))
        }
        if event.seq != seq + 1 { found(.gap, "follows event \(seq)") }
        if event.previousHash != hash { found(.chain, "does not name the hash before it") }
        if let lastAt, event.at < lastAt { found(.time, "recorded before the event before it") }
        if computed != event.hash { found(.hash, "its content has another hash") }
        return findings
    }

    private mutating func note(_ change: Change) {
        switch change {
        case .dossier(let fields): values += fields.values
        case .documentAdded(let document): documents.append(document)
        case .eliminated(let values, let documents):
            eliminated.formUnion(values.map(\.description) + documents.map(\.description))
        default: break
        }
    }
}

extension ValueReference {
    /// The reference that an event's input holds instead of a free text; nil for any other value.
    fileprivate init?(input: JSON) {
        guard let id = input["value"]?.text.flatMap(Identifier<ErasableValue>.init),
            let hash = input["hash"]?.text
        else { return nil }
        self.init(id: id, hash: hash)
    }
}
