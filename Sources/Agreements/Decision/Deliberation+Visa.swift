extension Deliberation {
    /// Records the visa by which what it names may be eliminated; by a role that may eliminate.
    mutating func approve(_ visa: EliminationVisa) throws(Refusal) {
        let principal = try principal(recording: visa.recorded)
        let roles = workflow.roles("eliminators", default: ["ARCH"]).map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized("approve_elimination", roles: roles)
        }
        guard !visa.reason.isBlank else {
            throw .badInput("reason", LocalizedText(fr: "un motif", en: "a reason"))
        }
        if let problem = visa.reason.problemAsFreeText { throw .badInput("reason", problem) }
        try checkEliminable()
        guard visa.since <= today else { throw .stillKept(until: visa.since) }
        let (values, documents) = (visa.values.uniqued().sorted(), visa.documents.uniqued().sorted())
        guard !values.isEmpty || !documents.isEmpty else { throw .nothingToEliminate }
        for id in values where !facts.erasable.values.contains(id) { throw .unknownValue(id.description) }
        for id in documents where !facts.erasable.documents.contains(id) {
            throw .unknownValue(id.description)
        }
        if let scan = visa.recorded?.document, documents.contains(scan) { throw .scanNeeded }
        var delivery = Delivery(.eliminationApproved, to: "life", authority: authority(principal, right))
        delivery.requestID = command.requestID
        delivery.recorded = principal.recorded
        delivery.recordedInput = ["reason": reference(to: .string(visa.reason))]
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        let approval = EliminationApproval(
            retention: visa.retention, since: visa.since, values: values, documents: documents)
        record(.eliminationApproved(approval: approval), in: &draft)
        for person in principal.doers { record(.did(act: "approve_elimination", person: person), in: &draft) }
        try seal(draft)
    }

    /// Only a closed file on which no hold lies can lose anything.
    func checkEliminable() throws(Refusal) {
        guard agreement.closedOn(workflow, zone: facts.zone) != nil else { throw .notEnded }
        guard !agreement.isHeld else { throw .legalHold }
    }

    /// What the machine eliminates by itself was named by a visa, and its day has come; or the whole file was
    /// given up by an act of its life.
    func checkVisa(
        _ values: [Identifier<ErasableValue>], _ documents: [Document.ID]
    ) throws(Refusal) {
        guard !agreement.isGivenUp(workflow) else { return }
        let approvals = agreement.approvals ?? []
        guard Set(values).isSubset(of: approvals.flatMap(\.values)),
            Set(documents).isSubset(of: approvals.flatMap(\.documents))
        else { throw .noVisa }
        let named = approvals.filter {
            !Set($0.values).isDisjoint(with: values) || !Set($0.documents).isDisjoint(with: documents)
        }
        if let since = named.map(\.since).max(), since > today { throw .stillKept(until: since) }
    }
}

extension Refusal {
    static let notEnded = Refusal.rule(
        "not_ended",
        fr: "Ce dossier n’est pas clos : seul un dossier arrivé à son état final se laisse éliminer.",
        en: "This file is not closed: only a file at its final state can be eliminated.")

    static let nothingToEliminate = Refusal.rule(
        "nothing_to_eliminate", fr: "Il ne reste rien à éliminer de ce qui est nommé.",
        en: "Nothing of what is named is left to eliminate.")

    static let scanNeeded = Refusal.badInput(
        "scan",
        LocalizedText(
            fr: "la pièce qui établit cette élimination ne s’élimine pas avec elle",
            en: "the document that records this elimination cannot be eliminated by it"))

    static func unknownValue(_ id: String) -> Refusal {
        .rule(
            "unknown_value", fr: "Ce dossier n’a ni valeur ni pièce \(id).",
            en: "This file has no value or document \(id).")
    }

    fileprivate static let legalHold = Refusal.rule(
        "legal_hold", fr: "Ce dossier est gelé : rien ne s’élimine avant la levée du gel.",
        en: "A legal hold lies on this file: nothing is eliminated before it is released.")

    fileprivate static let noVisa = Refusal.rule(
        "visa_missing", fr: "Aucun visa de l’archiviste ne nomme tout ce qui serait éliminé.",
        en: "No visa of the archivist names all that would be eliminated.")

    fileprivate static func stillKept(until day: Day) -> Refusal {
        .rule(
            "still_kept", fr: "La durée de conservation court encore, jusqu’au \(day.written.fr).",
            en: "The period of retention still runs, until \(day.written.en).")
    }
}
