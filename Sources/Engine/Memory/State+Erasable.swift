import Agreements

extension InMemoryInstitution.State {
    /// The erasable rows that the events of an agreement name.
    func erasable(of agreement: Agreement.ID) -> ErasableStock {
        var stock = ErasableStock()
        for event in events[agreement] ?? [] {
            let named = event.erasable
            stock.values += named.values.filter { values[$0] != nil }
            stock.goneValues += named.values.filter { values[$0] == nil }
            stock.documents += named.documents.filter { bytes[$0] != nil }
            stock.goneDocuments += named.documents.filter { bytes[$0] == nil }
            guard ["values_eliminated", "elimination_approved"].contains(event.type) else { continue }
            stock.accountValues += named.values
            stock.accountDocuments += [event.payload.recorded?.document].compactMap(\.self)
        }
        return stock
    }

    mutating func eliminate(_ event: Event) {
        for case .eliminated(let gone, let documents) in event.payload.changes {
            for id in gone { values[id] = nil }
            for id in documents { bytes[id] = nil }
        }
    }
}

extension Event {
    fileprivate var erasable: (values: [Identifier<ErasableValue>], documents: [Document.ID]) {
        let documents = payload.changes.compactMap { change in
            if case .documentAdded(let document) = change { document.id } else { nil }
        }
        return (payload.erasableValues, documents)
    }
}
