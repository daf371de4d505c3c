import Expressions

extension Deliberation {
    /// Does one action of a transition or an entry.
    mutating func perform(_ action: ActionDefinition, _ draft: inout Draft) throws(Refusal) {
        let delivery = draft.delivery
        let values = bindings(
            for: delivery.path, event: delivery.input, actor: delivery.person, children: draft.children)
        switch action {
        case .set(let name, let formula):
            record(
                .variable(name: name, value: JSON(try formula.value(values, noting: draft.log))), in: &draft)
        case .reference: takeReference(&draft)
        case .register: takeRegisterNumber(&draft)
        case .term(let start, let end): try openTerm(start, end, values, &draft)
        case .assign(let role, let formula): try assign(role, formula, values, &draft)
        case .release(let role):
            guard agreement.assignments.contains(where: { $0.role == role }) else { return }
            record(.roleReleased(role: role), in: &draft)
        case .passOn(let formula): try passOn(formula, values, &draft)
        case .spawn(let name, let run, let itemName, let formula, let owner):
            let item = JSON(try formula.value(values, noting: draft.log))
            plan(name, run: run, item: [itemName: item], owner: owner, draft)
        case .signature: try sign(&draft)
        case .voidSignatures: voidSignatures(&draft)
        case .call(let formula): try moveToCall(formula, values, &draft)
        case .addParty(let formula): try addParties(formula, values, &draft)
        case .removeParty(let formula): try removeParty(formula, values, &draft)
        case .addLab(let formula): try addLab(formula, values, &draft)
        case .dropLab(let formula): try dropLab(formula, values, &draft)
        case .renew: record(.renewed(count: agreement.renewals + 1), in: &draft)
        case .instrument(let formula): try nameInstrument(formula, values, &draft)
        case .tell(let event): tellings.append(Telling(event: event, seq: draft.seq))
        }
    }

    private mutating func takeReference(_ draft: inout Draft) {
        guard agreement.reference == nil else { return }
        let year = agreement.plannedStart?.year ?? today.year
        let number = take(from: "\(agreement.instrument)-\(year)")
        record(.reference(reference: "\(agreement.instrument)-\(year)-\(Self.padded(number))"), in: &draft)
    }

    private mutating func takeRegisterNumber(_ draft: inout Draft) {
        guard agreement.registerNumber == nil else { return }
        let year = agreement.lastSignature?.year ?? today.year
        record(.registerNumber(number: "\(year)-\(Self.padded(take(from: "register-\(year)")))"), in: &draft)
    }

    private mutating func take(from series: String) -> Int {
        let taken = numbers.filter { $0.series == series }.count
        let number = (facts.counters[series] ?? 0) + 1 + taken
        numbers.append(.init(series: series, number: number))
        return number
    }

    /// At least three digits.
    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
    }

    private mutating func openTerm(
        _ start: Formula, _ end: Formula?, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        guard let first = try start.day(values, noting: draft.log, zone: facts.zone) else {
            throw .formulaFailed(start, because: "the start of the term is not known", reads: [])
        }
        let before = agreement.term
        if before != nil { pending.append(.replanTerm) }
        record(.term(term: Term(start: first, end: nil)), in: &draft)
        // The end may speak of the start that was just recorded, and of the end that there was.
        var reading = self
        reading.agreement.term = Term(start: first, end: before?.end)
        let now = reading.bindings(
            for: draft.delivery.path, event: draft.delivery.input, actor: draft.delivery.person,
            children: draft.children)
        guard let last = try end?.day(now, noting: draft.log, zone: facts.zone) else { return }
        record(.term(term: Term(start: first, end: last)), in: &draft)
    }

    private mutating func assign(
        _ role: String, _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        guard case .string(let text) = try formula.value(values, noting: draft.log),
            let person = Person.ID(text), facts.people[person]?.active ?? false
        else {
            throw .badInput(
                role, LocalizedText(fr: "personne inconnue du registre", en: "nobody of the register"))
        }
        record(.roleAssigned(assignment: RoleAssignment(role: role, person: person)), in: &draft)
    }

    /// Somebody else of the party has the role in this process from now on; nobody else can be named.
    private mutating func passOn(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let delivery = draft.delivery
        guard let process = agreement.processes[delivery.path], let party = process.party,
            let role = delivery.authority.role, let holder = delivery.onBehalfOf ?? delivery.person,
            case .string(let text) = try formula.value(values, noting: draft.log),
            let person = Person.ID(text), person != holder, let named = facts.people[person],
            named.isActive(at: now), named.organisation == party
        else {
            throw .rule(
                "not_of_party", fr: "Seule une autre personne de la même partie peut être désignée.",
                en: "Only somebody else of the same party can be named.")
        }
        // Passed on once more it is still the first holder's right.
        let earlier = process.passing.flatMap { $0.role == role && $0.to == holder ? $0.from : nil }
        record(
            .passedOn(path: delivery.path, role: role, from: earlier ?? holder, to: person), in: &draft)
    }

    private mutating func sign(_ draft: inout Draft) throws(Refusal) {
        let input = draft.delivery.input
        guard let party = agreement.processes[draft.delivery.path]?.party,
            let person = (input["signatory"]?.text).flatMap(Person.ID.init),
            let dated = (input["dated"]?.text).flatMap({ try? Day(parsing: $0) }),
            let received = (input["received"]?.text).flatMap({ try? Day(parsing: $0) }),
            let sha256 = input["sha256"]?.text
        else {
            throw .badInput(
                "signature", LocalizedText(fr: "signature incomplète", en: "an incomplete signature"))
        }
        if draft.delivery.recorded == nil, let first = roster.beginning, dated < first {
            throw .badInput(
                "dated",
                LocalizedText(
                    fr: "avant la proposition du dossier, du \(first.written.fr)",
                    en: "before the file was proposed, on \(first.written.en)"))
        }
        let owner = workflow.textOwner(of: draft.delivery.path, in: agreement)
        let signature = Signature(
            seq: draft.seq, party: party, person: person, onBehalfOf: draft.delivery.onBehalfOf,
            capacity: input["capacity"]?.text ?? "in_person", level: input["level"]?.text, dated: dated,
            received: received, process: owner == "life" ? nil : owner, sha256: sha256,
            void: sha256 != agreement.texts(of: owner).last?.sha256)
        try checkRight(signature)
        try checkDate(signature, on: owner)
        try checkOneParty(signature, on: owner)
        record(.signed(signature: signature), in: &draft)
        draft.delivery.documentHashes.append(sha256)
    }

    /// Somebody of another body does not bind this one; who signs for another person does not sign in person.
    private func checkRight(_ signature: Signature) throws(Refusal) {
        if let organisation = facts.people[signature.person]?.organisation, organisation != signature.party {
            throw .rule(
                "signs_for_another_body",
                fr: "Cette personne est d’un autre organisme que la partie pour laquelle elle signe.",
                en: "This person belongs to another body than the party that is signed for.")
        }
        guard signature.onBehalfOf != nil, signature.capacity == "in_person" else { return }
        throw .badInput(
            "capacity",
            LocalizedText(
                fr: "qui agit pour quelqu’un d’autre signe par délégation ou par intérim",
                en: "who acts for somebody else signs by delegation or as interim"))
    }

    /// Nothing is signed before it exists: no paper is older than the first version of its hash.
    private func checkDate(_ signature: Signature, on owner: String) throws(Refusal) {
        guard let text = agreement.texts(of: owner).first(where: { $0.sha256 == signature.sha256 }) else {
            return
        }
        let fixed = facts.zone.day(of: text.addedAt)
        guard signature.dated < fixed else { return }
        let dated = signature.dated.written
        throw .rule(
            "dated_before_text",
            fr: "Le papier est daté du \(dated.fr), avant le texte qu’il signe : la version "
                + "\(text.version) est du \(fixed.written.fr).",
            en: "The paper is dated \(dated.en), before the text that it signs: version "
                + "\(text.version) is of \(fixed.written.en).")
    }

    /// Nobody signs one text for two parties, in their own name or another's; delegator and delegate count
    /// alike.
    private func checkOneParty(_ signature: Signature, on owner: String) throws(Refusal) {
        let others = agreement.signatures(on: owner).filter { !$0.void && $0.party != signature.party }
        let bound = Set(others.flatMap(\.signatories))
        guard !signature.void, signature.signatories.contains(where: bound.contains) else { return }
        throw Refusal(
            code: "signs_for_two",
            text: workflow.refusals["signs_for_two"]
                ?? LocalizedText(
                    fr: "Cette personne a déjà signé pour une autre partie, ou quelqu’un l’a fait pour elle.",
                    en: "This person has already signed for another party, or somebody did for them."))
    }

    private mutating func voidSignatures(_ draft: inout Draft) {
        let party = agreement.processes[draft.delivery.path]?.party
        let owner = workflow.textOwner(of: draft.delivery.path, in: agreement)
        for signature in agreement.signatures(on: owner)
        where !signature.void && (party == nil || signature.party == party) {
            record(.signatureVoided(seq: signature.seq), in: &draft)
        }
    }

    /// The requested start moves along, by as many years as the calls are apart.
    private mutating func moveToCall(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        guard case .string(let text) = try formula.value(values, noting: draft.log), let id = Call.ID(text),
            let call = facts.calls[id], call.isOpen(at: now), call.instruments.contains(agreement.instrument)
        else {
            throw .rule(
                "call_closed", fr: "Cet appel n’est pas ouvert à cet instrument.",
                en: "This call is not open to this instrument.")
        }
        let years = agreement.call.flatMap { facts.calls[$0] }.map { call.year - $0.year } ?? 0
        record(.calledIn(call: id), in: &draft)
        guard years > 0, let start = agreement.plannedStart else { return }
        record(
            .planned(start: start.adding(years: years), unit: agreement.unit, itmo: agreement.itmo),
            in: &draft)
    }
}
