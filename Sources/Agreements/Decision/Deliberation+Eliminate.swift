extension Deliberation {
    /// Eliminates values and documents of a closed file; the event names them and keeps the reason apart.
    ///
    /// By somebody with a role of the parameter `eliminators` (`ARCH` unless it is set).
    mutating func eliminate(_ order: Elimination) throws(Refusal) {
        let principal = try principal(recording: order.recorded)
        let roles = workflow.roles("eliminators", default: ["ARCH"]).map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized("eliminate", roles: roles)
        }
        guard !order.reason.isBlank else {
            throw .badInput("reason", LocalizedText(fr: "un motif", en: "a reason"))
        }
        if let problem = order.reason.problemAsFreeText { throw .badInput("reason", problem) }
        guard isClosed else { throw .notEnded }
        let (values, documents) = try chosen(order)
        guard !values.isEmpty || !documents.isEmpty else { throw .nothingToEliminate }
        var delivery = Delivery("values_eliminated", to: "life", authority: authority(principal, right))
        delivery.requestID = command.requestID
        delivery.recorded = principal.recorded
        delivery.recordedInput = ["reason": reference(to: .string(order.reason))]
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        record(.eliminated(values: values, documents: documents), in: &draft)
        for person in principal.doers { record(.did(act: "eliminate", person: person), in: &draft) }
        try seal(draft)
    }

    /// Whether the life is at a final state and no legal status binds any more.
    private var isClosed: Bool {
        guard agreement.processes["life"]?.status == .ended else { return false }
        return switch agreement.legalStatus {
        case .none, .ended: true
        case .inForce, .suspended, .expiredPending: false
        }
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

extension Refusal {
    fileprivate static let notEnded = Refusal.rule(
        "not_ended",
        fr: "Ce dossier n'est pas clos : seul un dossier arrivé à son état final se laisse éliminer.",
        en: "This file is not closed: only a file at its final state can be eliminated.")

    fileprivate static let nothingToEliminate = Refusal.rule(
        "nothing_to_eliminate", fr: "Il ne reste rien à éliminer de ce qui est nommé.",
        en: "Nothing of what is named is left to eliminate.")

    fileprivate static let scanNeeded = Refusal.badInput(
        "scan",
        LocalizedText(
            fr: "la pièce qui établit cette élimination ne s'élimine pas avec elle",
            en: "the document that records this elimination cannot be eliminated by it"))

    fileprivate static func unknownValue(_ id: String) -> Refusal {
        .rule(
            "unknown_value", fr: "Ce dossier n'a ni valeur ni pièce \(id).",
            en: "This file has no value or document \(id).")
    }
}
