import Agreements
import Engine
import FoundationEssentials
import Notices
import Storage
import Web

/// Reads what was typed in the steps of a proposal.
struct ProposalReader {
    let desk: WebDesk
    let workflow: Workflow
    let visitor: Visitor
    let values: FormValues

    private var catalogue: Catalogue { desk.catalogue(visitor) }

    /// What was read: the proposal as far as it can be read, what is wrong, and each value in words.
    struct Reading {
        var proposal: Proposal
        var problems: [String: LocalizedText] = [:]
        var said: [String: LocalizedText] = [:]
    }

    /// What was typed in one field, without blanks round it; nil where that is nothing.
    func typed(_ name: String) -> String? {
        let text = (values[name]?.first ?? "").replacing("\r\n", with: "\n").trimmedOfBlanks
        return text.isBlank ? nil : text
    }

    func read() async throws -> Reading {
        var reading = Reading(proposal: Proposal(workflow: workflow.id, parties: []))
        try await readParties(&reading)
        let call = try await readCall(&reading)
        try await readUnit(&reading)
        try await readStart(&reading, call)
        try await readITMO(&reading)
        for role in ProposalFields.roles(of: workflow) { try await readRole(role, &reading) }
        try await readLabs(&reading)
        for field in workflow.dossier { try await read(field, &reading) }
        for (name, problem) in BudgetSense(reading.proposal.dossier, of: workflow.dossier).problems {
            reading.problems[DossierFields.prefix + name] = problem
        }
        let sense = DossierSense(catalogue: desk.installation.catalogue)
        for (name, problem) in try await sense.problems(reading.proposal.dossier) {
            reading.problems[DossierFields.prefix + name] = problem
        }
        return reading
    }

    private func readParties(_ reading: inout Reading) async throws {
        let name = ProposalForm.parties
        let ids = (values[name] ?? []).filter { !$0.isEmpty }
        let known = try await catalogue.organisations(matching: nil, keeping: ids, limit: 1)
        let parties = ids.compactMap { id in known.first { $0.id == id } }
        reading.proposal.parties = parties.map(\.id)
        let (fr, en) = (parties.map { Self.said($0).fr }, parties.map { Self.said($0).en })
        if !parties.isEmpty {
            reading.said[name] = LocalizedText(
                fr: fr.joined(separator: "\n"), en: en.joined(separator: "\n"))
        }
        if parties.count < 2 {
            reading.problems[name] = LocalizedText(fr: "au moins deux parties", en: "at least two parties")
        }
    }

    private static func said(_ party: Party) -> LocalizedText {
        let country = WebDesk.country(party.country)
        return LocalizedText(fr: "\(party.name) (\(country.fr))", en: "\(party.name) (\(country.en))")
    }

    private func readCall(_ reading: inout Reading) async throws -> Call? {
        guard workflow.entry == .call else { return nil }
        guard let id = typed(ProposalFields.call).flatMap({ Call.ID($0) }) else {
            reading.problems[ProposalFields.call] = LocalizedText(
                fr: "choisissez un appel ouvert", en: "choose an open call")
            return nil
        }
        reading.proposal.call = id
        let call = try await catalogue.calls().first { $0.id == id }
        let now = try await desk.installation.store.now()
        guard let call, call.isOpen(at: now) else {
            reading.problems[ProposalFields.call] = LocalizedText(
                fr: "cet appel n’est pas ouvert : choisissez-en un autre",
                en: "this call is not open: choose another one")
            return call
        }
        reading.said[ProposalFields.call] = desk.said(call)
        return call
    }

    /// Whoever proposes for units does so for theirs, however they spell it.
    private func readUnit(_ reading: inout Reading) async throws {
        let name = ProposalFields.unit
        guard let typed = typed(name) else { return }
        let own = try await ownUnits
        let unit = own.first { $0.lowercased() == typed.lowercased() } ?? typed
        reading.proposal.unit = unit
        reading.said[name] = LocalizedText(fr: unit, en: unit)
        if unit.count > 64 { reading.problems[name] = Self.tooLong(64) }
        guard !own.isEmpty, !own.contains(unit) else { return }
        let list = own.joined(separator: ", ")
        reading.problems[name] = LocalizedText(
            fr: "vous ne proposez que pour \(list)", en: "you propose for \(list) only")
    }

    /// The units for which alone the visitor may propose; none where they may for more than units.
    private var ownUnits: [String] {
        get async throws {
            let now = try await desk.installation.store.now()
            let (roles, person) = (Set(workflow.proposers), visitor.person)
            let isDelegate = try await catalogue.delegations(of: person).contains {
                $0.grantee == person && roles.contains($0.role) && $0.holds(at: now)
            }
            let grants = try await catalogue.grants(of: person).filter {
                roles.contains($0.role) && $0.holds(at: now)
            }
            let units = grants.map(\.scope.description).filter { $0.hasPrefix("unit:") }.map {
                String($0.dropFirst(5))
            }
            return isDelegate || units.count < grants.count ? [] : units.uniqued()
        }
    }

    /// A start further ahead is a slip of the pen.
    private static let yearsAheadMax = 5

    private func readStart(_ reading: inout Reading, _ call: Call?) async throws {
        let name = ProposalFields.start
        guard let start = typed(name) else { return }
        guard let day = try? Day(parsing: start) else {
            reading.said[name] = LocalizedText(fr: start, en: start)
            reading.problems[name] = UnreadableValue.day.text
            return
        }
        reading.proposal.plannedStart = day
        reading.said[name] = day.written
        let today = desk.zone.day(of: try await desk.installation.store.now())
        let earliest = call == nil ? today : workflow.plannedStart(askedFor: today, call) ?? today
        if day.year > earliest.year + Self.yearsAheadMax {
            let last = earliest.year + Self.yearsAheadMax
            reading.problems[name] = LocalizedText(
                fr: "en \(last) au plus tard", en: "in \(last) at the latest")
        }
        guard day < earliest else { return }
        let said = earliest.written
        reading.problems[name] = LocalizedText(
            fr: "le \(said.fr) au plus tôt", en: "\(said.en) at the earliest")
    }

    private func readITMO(_ reading: inout Reading) async throws {
        guard let code = typed(ProposalFields.itmo) else { return }
        reading.proposal.itmo = code
        reading.said[ProposalFields.itmo] = LocalizedText(fr: code, en: code)
        do { try await CommandDesk(desk.installation).check(itmo: code) } catch let refusal as Refusal {
            reading.problems[ProposalFields.itmo] = refusal.text
        }
    }

    // MARK: People

    static let personHelp = LocalizedText(
        fr: "Le nom, ou l’adresse électronique, d’une personne du registre.",
        en: "The name, or the mail address, of a person of the register.")

    private func readRole(_ role: String, _ reading: inout Reading) async throws {
        let name = ProposalFields.role(role)
        guard let person = try await person(in: name, &reading) else { return }
        reading.proposal.people.append(RoleAssignment(role: role, person: person))
    }

    /// The one person that a text names; what is wrong where it names nobody, or several.
    private func person(in name: String, _ reading: inout Reading) async throws -> Person.ID? {
        guard let text = typed(name) else { return nil }
        let found = try await catalogue.people(matching: text)
        let names = found.prefix(8).map { row in
            [row.name, row.person.organisation.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        }
        let list = names.joined(separator: ", ") + (found.count > names.count ? "…" : "")
        reading.said[name] = LocalizedText(fr: text, en: text)
        switch found.count {
        case 1:
            reading.said[name] = LocalizedText(fr: list, en: list)
            return found.first?.person.id
        case 0:
            reading.problems[name] = LocalizedText(
                fr: "personne du registre ne répond à ce nom ni à cette adresse",
                en: "nobody of the register answers to this name or address")
        default:
            reading.problems[name] = LocalizedText(
                fr: "plusieurs personnes y répondent, donnez l’adresse : \(list)",
                en: "several people answer to it, give the address: \(list)")
        }
        return nil
    }

    // MARK: Laboratories

    private func readLabs(_ reading: inout Reading) async throws {
        let fields = LabFields(workflow: workflow, values: values, parties: [])
        for number in 1...max(fields.filled, 1) where fields.isAsked && fields.isFilled(number) {
            let head = try await person(in: LabFields.name(number, .head), &reading)
            let (name, party) = (
                typed(LabFields.name(number, .name)), typed(LabFields.name(number, .party))
            )
            if let name { reading.said[LabFields.name(number, .name)] = LocalizedText(fr: name, en: name) }
            if let party {
                reading.said[LabFields.name(number, .party)] = LocalizedText(fr: party, en: party)
            }
            for part in LabFields.Part.allCases where typed(LabFields.name(number, part)) == nil {
                reading.problems[LabFields.name(number, part)] = LabFields.missing
            }
            if let party, !reading.proposal.parties.contains(party) {
                reading.problems[LabFields.name(number, .party)] = LocalizedText(
                    fr: "choisissez une des parties", en: "choose one of the parties")
            }
            if let name, name.count > 200 {
                reading.problems[LabFields.name(number, .name)] = Self.tooLong(200)
            }
            guard let name, let party, let head else { continue }
            reading.proposal.labs.append(Lab(id: "l\(number)", name: name, party: party, head: head))
        }
    }

    // MARK: The dossier

    private func read(_ field: DossierField, _ reading: inout Reading) async throws {
        let name = DossierFields.prefix + field.name
        guard let text = typed(name) else { return }
        if field.kind == .person {
            let person = try await person(in: name, &reading)
            reading.proposal.dossier[field.name] = person.map { .string($0.description) }
            return
        }
        do {
            let value = try desk.json(text, as: field)
            reading.proposal.dossier[field.name] = value
            reading.said[name] = FieldTexts.value(value)
        } catch let problem as FormProblem {
            reading.problems.merge(problem.fields) { $1 }
            reading.said[name] = LocalizedText(fr: text, en: text)
        }
    }

    static func tooLong(_ max: Int) -> LocalizedText {
        LocalizedText(
            fr: "au plus \(FieldTexts.grouped(Int64(max), "\u{202F}")) caractères",
            en: "at most \(FieldTexts.grouped(Int64(max), ",")) characters")
    }
}

extension WebDesk {
    /// The typed value of a field of the dossier.
    ///
    /// - Throws: ``FormProblem`` under the field's name in forms.
    func json(_ text: String, as field: DossierField) throws -> JSON {
        let name = DossierFields.prefix + field.name
        guard text.count <= field.lengthMax || field.kind != .text else {
            let over = LocalizedText(
                fr: "au plus \(field.lengthMax) caractères ; il y en a \(text.count)",
                en: "at most \(field.lengthMax) characters; there are \(text.count)")
            throw FormProblem([name: over])
        }
        do { return try json(text, as: field.kind) } catch let problem as UnreadableValue {
            throw FormProblem([name: problem.text])
        }
    }

    /// A call with its last day.
    func said(_ call: Call) -> LocalizedText {
        let until = zone.day(of: call.closesAt).written
        return LocalizedText(
            fr: "\(call.year), jusqu’au \(until.fr)", en: "\(call.year), until \(until.en)")
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmedOfBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
