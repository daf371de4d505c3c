extension Deliberation {
    /// Opens a new file: who proposes, with whom, and its life from the initial state on.
    mutating func propose(_ proposal: Proposal) throws(Refusal) {
        let principal = try principal(recording: proposal.paper?.recorded(scan: nil))
        for text in [proposal.unit, proposal.itmo].compactMap(\.self) where !text.isStorable {
            throw .badInput(
                "unit", LocalizedText(fr: "un texte sans caractère nul", en: "a text without NUL"))
        }
        let parties = try parties(of: proposal)
        agreement.unit = proposal.unit
        agreement.itmo = proposal.itmo
        agreement.parties = parties
        let roles = workflow.proposers.map { RoleReference($0) }
        guard let right = right(of: principal, to: roles, in: nil) else {
            throw .notAuthorized("propose", roles: roles)
        }
        let call = try call(of: proposal)
        try checkPeople(proposal.people)
        try checkLabs(proposal.labs, parties)
        try checkCitations(proposal.cites)
        agreement.parties = []
        try checkDossier(proposal.dossier)
        var delivery = Delivery(.proposed, to: "life", authority: authority(principal, right))
        delivery.person = principal.person
        delivery.requestID = command.requestID
        delivery.changes = changes(of: proposal, parties, call, principal, right)
        if let paper = proposal.paper { try attach(paper, to: &delivery) }
        try start(
            Process(path: "life", definition: "life", name: "life"), authority: delivery.authority,
            delivery: delivery)
    }

    /// The scan becomes the first document of the file, and the event names whose proposal it shows.
    private mutating func attach(_ paper: ProposalPaper, to delivery: inout Delivery) throws(Refusal) {
        guard !paper.reason.isBlank else {
            throw .badInput("reason", LocalizedText(fr: "un motif", en: "a reason"))
        }
        if let problem = paper.reason.problemAsFreeText { throw .badInput("reason", problem) }
        let scan = try keep(paper.scan)
        delivery.recorded = paper.recorded(scan: scan.id)
        delivery.recordedInput = ["reason": reference(to: .string(paper.reason))]
        delivery.changes.append(.documentAdded(document: scan))
        delivery.documentHashes = [scan.sha256].compactMap(\.self)
    }

    private mutating func changes(
        of proposal: Proposal, _ parties: [Party], _ call: Call?, _ principal: Principal, _ right: Right
    ) -> [Change] {
        let start = workflow.plannedStart(askedFor: proposal.plannedStart, call)
        var changes: [Change] = [
            .created(workflow: workflow.id, version: workflow.version, instrument: workflow.instrument),
            .planned(start: start, unit: proposal.unit, itmo: proposal.itmo),
        ]
        if let call { changes.append(.calledIn(call: call.id)) }
        changes += parties.map { .partyJoined(party: $0) }
        changes += proposal.cites.uniqued().map { .cites(agreement: $0) }
        changes += proposal.labs.map { .labJoined(lab: $0) }
        let heads = proposal.labs.map { RoleAssignment(role: Self.labHead, person: $0.head) }.uniqued()
        let lead = workflow.entry == .call ? [RoleAssignment(role: right.role, person: principal.holder)] : []
        changes += (lead + proposal.people.filter { !lead.contains($0) } + heads).map {
            .roleAssigned(assignment: $0)
        }
        let fields = proposal.dossier.filter { !$0.value.saysNothing }.mapValues { keep($0) }
        if !fields.isEmpty { changes.append(.dossier(fields: fields)) }
        changes += principal.doers.map { .did(act: "propose", person: $0) }
        return changes
    }

    private func parties(of proposal: Proposal) throws(Refusal) -> [Party] {
        var parties: [Party] = []
        for id in proposal.parties.uniqued() {
            guard let party = facts.organisations[id] else {
                throw .badInput(
                    "parties",
                    LocalizedText(
                        fr: "organisme inconnu du registre : \(id)",
                        en: "no organisation of the register: \(id)"))
            }
            parties.append(party)
        }
        guard parties.count >= 2 else {
            throw .badInput("parties", LocalizedText(fr: "au moins deux parties", en: "at least two parties"))
        }
        return parties
    }

    private func call(of proposal: Proposal) throws(Refusal) -> Call? {
        guard workflow.entry == .call else { return nil }
        guard let call = proposal.call.flatMap({ facts.calls[$0] }),
            call.instruments.contains(workflow.instrument)
        else {
            throw .badInput(
                "call",
                LocalizedText(
                    fr: "un appel ouvert à \(workflow.instrument)",
                    en: "a call open to \(workflow.instrument)"))
        }
        guard call.isOpen(at: now) else {
            throw Refusal(
                code: "call_closed",
                text: workflow.refusals["call_closed"]
                    ?? LocalizedText(fr: "L’appel n’est pas ouvert.", en: "The call is not open."),
                reads: [
                    .init(path: "call.opensAt", value: .string(call.opensAt.description)),
                    .init(path: "call.closesAt", value: .string(call.closesAt.description)),
                ])
        }
        return call
    }

    private func checkPeople(_ people: [RoleAssignment]) throws(Refusal) {
        for assignment in people where facts.people[assignment.person] == nil {
            throw .badInput(
                assignment.role,
                LocalizedText(fr: "personne inconnue du registre", en: "nobody of the register"))
        }
        // Otherwise whoever proposes could give themselves a right that only the register gives.
        let free = workflow.namedRoles
        for assignment in people where !free.contains(assignment.role) {
            guard !roster.roles(of: assignment.person, at: now).contains(assignment.role) else { continue }
            throw .badInput(
                assignment.role,
                LocalizedText(
                    fr: "cette personne ne détient pas ce rôle au registre",
                    en: "this person does not hold the role in the register"))
        }
    }

    func checkDossier(_ dossier: [String: JSON]) throws(Refusal) {
        for (name, value) in dossier.sorted(by: { $0.key < $1.key }) {
            guard let field = workflow.dossier.first(where: { $0.name == name }) else {
                throw .unknownField(name, known: workflow.dossier.map(\.name))
            }
            if value == .null { continue }
            if let problem = problem(of: value, as: field.kind) { throw .badInput(name, problem) }
            if let text = value.text, text.count > field.lengthMax {
                throw .badInput(
                    name,
                    LocalizedText(
                        fr: "au plus \(field.lengthMax) caractères",
                        en: "at most \(field.lengthMax) characters"))
            }
        }
    }
}
