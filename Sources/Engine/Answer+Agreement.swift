import Agreements

extension Answer {
    init(_ agreement: Agreement, seq: Int?) {
        self.init(
            agreement: agreement.id, seq: seq, revision: agreement.revision, state: agreement.state,
            legal: agreement.legalStatus, reference: agreement.reference)
    }
}

extension Directory {
    /// The directory with the dossier values that the decision itself writes.
    func with(_ decision: Decision, _ command: Command) -> Directory {
        var directory = self
        let values = Dictionary(decision.values.map { ($0.id, $0.value) }, uniquingKeysWith: { $1 })
        for (name, reference) in decision.agreement.dossier {
            if let value = values[reference.id] { directory.dossier[name] = value }
        }
        return directory
    }
}
