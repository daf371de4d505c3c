import Expressions

/// Laboratories and frameworks of a proposal; parties and laboratories that join and leave later.
extension Deliberation {
    /// The role of the head of a laboratory.
    static let labHead = "LAB"

    func checkLabs(_ labs: [Lab], _ parties: [Party]) throws(Refusal) {
        guard Set(labs.map(\.id)).count == labs.count else {
            throw .badInput(
                "labs", LocalizedText(fr: "deux laboratoires de même nom", en: "two labs of one id"))
        }
        for lab in labs {
            guard parties.contains(where: { $0.id == lab.party }) else {
                throw .badInput(
                    "labs",
                    LocalizedText(
                        fr: "\(lab.id) relève d’un organisme qui n’est pas partie",
                        en: "\(lab.id) belongs to a body that is no party"))
            }
            guard facts.people[lab.head]?.active ?? false else {
                throw .badInput(
                    "labs",
                    LocalizedText(
                        fr: "le responsable de \(lab.id) n’est pas au registre",
                        en: "the head of \(lab.id) is not in the register"))
            }
            guard lab.id.isStorable, lab.name.isStorable, !lab.id.isBlank else {
                throw .badInput("labs", LocalizedText(fr: "nom illisible", en: "an unreadable name"))
            }
        }
    }

    func checkCitations(_ cites: [Agreement.ID]) throws(Refusal) {
        for id in cites {
            guard let cited = facts.cited[id], cited.legal == .inForce, !cited.isClosed else {
                throw .rule(
                    "framework_not_citable",
                    fr: "L’accord cité n’est pas en vigueur, ou n’accueille plus de nouvelle convention.",
                    en: "The agreement cited is not in force, or takes no new agreement under it any more.")
            }
        }
    }

    mutating func addParties(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let value = JSON(try formula.value(values, noting: draft.log))
        for element in value.elements ?? [value] {
            guard let party = Party(element) else {
                throw .formulaFailed(formula, because: "a party is needed", reads: [])
            }
            guard !agreement.parties.contains(where: { $0.id == party.id }) else { continue }
            record(.partyJoined(party: party), in: &draft)
            tellOfParties()
        }
    }

    private mutating func tellOfParties() {
        let told = MachineEvent.partiesChanged.rawValue
        let isPending = pending.contains { if case .tell(told, _, _) = $0 { true } else { false } }
        if !isPending { pending.append(.tell(event: told, cause: "parties")) }
    }

    mutating func removeParty(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let value = JSON(try formula.value(values, noting: draft.log))
        for element in value.elements ?? [value] {
            guard let id = element.text, !id.isEmpty else {
                throw .formulaFailed(formula, because: "the id of a party is needed", reads: [])
            }
            guard agreement.parties.contains(where: { $0.id == id }) else { continue }
            record(.partyLeft(party: id), in: &draft)
            for lab in agreement.labs where lab.party == id { record(.labLeft(lab: lab.id), in: &draft) }
            tellOfParties()
        }
    }

    /// A lab that takes part already stays as it is.
    mutating func addLab(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        guard let lab = Lab(JSON(try formula.value(values, noting: draft.log))) else {
            throw .formulaFailed(formula, because: "a laboratory is needed", reads: [])
        }
        guard !agreement.labs.contains(where: { $0.id == lab.id }) else { return }
        try checkLabs([lab], agreement.parties)
        record(.labJoined(lab: lab), in: &draft)
        let head = RoleAssignment(role: Self.labHead, person: lab.head)
        if !agreement.assignments.contains(head) { record(.roleAssigned(assignment: head), in: &draft) }
    }

    mutating func dropLab(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let id = try text(formula, values, draft)
        guard agreement.labs.contains(where: { $0.id == id }) else { return }
        record(.labLeft(lab: id), in: &draft)
    }

    mutating func nameInstrument(
        _ formula: Formula, _ values: ValueMap, _ draft: inout Draft
    ) throws(Refusal) {
        let name = try text(formula, values, draft)
        guard name != agreement.instrument else { return }
        record(.instrument(name: name), in: &draft)
    }

    private func text(
        _ formula: Formula, _ values: ValueMap, _ draft: Draft
    ) throws(Refusal) -> String {
        guard case .string(let text) = try formula.value(values, noting: draft.log), !text.isEmpty else {
            throw .formulaFailed(formula, because: "a text is needed", reads: [])
        }
        return text
    }
}

extension Lab {
    /// The lab that guards read; nil where a member is missing.
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.text, let name = json["name"]?.text, let party = json["party"]?.text,
            let head = json["head"]?.text.flatMap(Person.ID.init)
        else { return nil }
        self.init(id: id, name: name, party: party, head: head)
    }
}

extension Party {
    /// The party that guards read; nil where a member is missing.
    package init?(_ json: JSON) {
        guard let id = json["id"]?.text, let name = json["name"]?.text, let country = json["country"]?.text,
            let kind = json["kind"]?.text.flatMap(Kind.init(rawValue:)), let home = json["home"]?.flag
        else { return nil }
        self.init(id: id, name: name, country: country, kind: kind, home: home)
    }
}
