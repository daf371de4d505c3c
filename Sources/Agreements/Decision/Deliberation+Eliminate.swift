extension Deliberation {
    /// Eliminates values and documents of a closed file; the event names them and keeps the reason apart.
    ///
    /// By somebody with a role of the parameter `eliminators` (`ARCH` unless it is set), or by the machine what a
    /// visa names.
    mutating func eliminate(_ order: Elimination) throws(Refusal) {
        if case .system(cause: "retention") = command.actor { return try eliminateByVisa(order) }
        let principal = try principal(recording: order.recorded)
        let roles = workflow.roles("eliminators", default: ["ARCH"]).map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized("eliminate", roles: roles)
        }
        guard !order.reason.isBlank else {
            throw .badInput("reason", LocalizedText(fr: "un motif", en: "a reason"))
        }
        if let problem = order.reason.problemAsFreeText { throw .badInput("reason", problem) }
        try checkEliminable()
        let (values, documents) = try chosen(order)
        var delivery = Delivery(.valuesEliminated, to: "life", authority: authority(principal, right))
        delivery.recorded = principal.recorded
        try eliminate(values, documents, delivery, because: order.reason, by: principal.doers)
    }

    private mutating func eliminateByVisa(_ order: Elimination) throws(Refusal) {
        try checkEliminable()
        let (values, documents) = try chosen(order)
        try checkVisa(values, documents)
        let delivery = Delivery(.valuesEliminated, to: "life", authority: .system("retention"))
        try eliminate(values, documents, delivery, because: order.reason, by: [])
    }

    private mutating func eliminate(
        _ values: [Identifier<ErasableValue>], _ documents: [Document.ID], _ delivery: Delivery,
        because reason: String, by doers: [Person.ID]
    ) throws(Refusal) {
        guard !values.isEmpty || !documents.isEmpty else { throw .nothingToEliminate }
        var delivery = delivery
        delivery.requestID = command.requestID
        delivery.recordedInput = ["reason": reference(to: .string(reason))]
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        record(.eliminated(values: values, documents: documents), in: &draft)
        for person in doers { record(.did(act: "eliminate", person: person), in: &draft) }
        try seal(draft)
    }

    /// What the order names and is still there, sorted.
    private func chosen(
        _ order: Elimination
    ) throws(Refusal) -> (values: [Identifier<ErasableValue>], documents: [Document.ID]) {
        let stock = facts.erasable
        let (values, documents) = (Set(stock.values), Set(stock.documents))
        switch order.scope {
        case .all:
            let spared = stock.accountDocuments + [order.recorded?.document].compactMap(\.self)
            return (
                values.subtracting(stock.accountValues).sorted(), documents.subtracting(spared).sorted()
            )
        case .named(let namedValues, let namedDocuments):
            for id in namedValues where !values.contains(id) && !stock.goneValues.contains(id) {
                throw .unknownValue(id.description)
            }
            for id in namedDocuments where !documents.contains(id) && !stock.goneDocuments.contains(id) {
                throw .unknownValue(id.description)
            }
            if let scan = order.recorded?.document, namedDocuments.contains(scan) { throw .scanNeeded }
            return (
                values.intersection(namedValues).sorted(), documents.intersection(namedDocuments).sorted()
            )
        }
    }
}
