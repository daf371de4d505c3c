import Agreements
import Definitions
import Foundation

/// A portfolio of LIA in many situations, of many units and institutes, and the register that staffs it.
struct Portfolio {
    private static let start = Zone.paris.startOfDay(Day(daysSinceEpoch: 16_861)).adding(
        milliseconds: 9 * 3_600_000)
    private static let institutes = (1...10).map { "I\($0)" }
    private static let units = (1...100).map { "U\($0)" }
    private static let parties = ["inserm", "snu", "uparis"]
    private static let people = (1...300).map { identifier(UInt16($0)) as Person.ID }

    let workflow: Workflow
    var facts: Facts

    init(folder: URL) throws {
        let main = try Data(contentsOf: folder.appending(path: "lia.yaml"))
        workflow = try WorkflowLoader().load(
            WorkflowSources(name: "lia.yaml", bytes: Array(main)) { path in
                (try? Data(contentsOf: folder.appending(path: path))).map(Array.init)
            })
        facts = Self.register
    }

    /// Agreements in the situations of one life, over and over.
    func files(_ count: Int) throws -> [(agreement: Agreement, workflow: Workflow)] {
        let life = try life()
        return (0..<count).map { index in
            var agreement = life[index % life.count]
            agreement.id = Self.identifier(UInt16(truncatingIfNeeded: 10_000 + index))
            agreement.unit = Self.units[index % Self.units.count]
            agreement.itmo = Self.institutes[index % Self.institutes.count]
            return (agreement, workflow)
        }
    }

    /// One file after each of the acts that somebody may do without further ado.
    private func life() throws -> [Agreement] {
        let fields = workflow.dossier.filter(\.required).map {
            ($0.name, $0.kind == .integer ? JSON.integer(15_000) : "x")
        }
        let proposal = Proposal(
            workflow: "lia", call: Self.call.id, unit: "U1", itmo: "I1", parties: Self.parties,
            dossier: Dictionary(uniqueKeysWithValues: fields))
        var file = try decide(.propose(proposal), by: Self.people[0], on: nil)
        let letter = NewDocument(kind: "partner_letter", fileName: "letter.txt", bytes: [1])
        file = try decide(.addDocument(letter), by: Self.people[0], on: file)
        var life = [file]
        while life.count < 25, let next = step(file) {
            file = next
            life.append(file)
        }
        return life
    }

    private func step(_ file: Agreement) -> Agreement? {
        let decider = Decider(workflow: workflow, facts: facts, randomness: Self.randomness)
        let setbacks: Set<String> = ["discard", "withdraw", "reject", "ask", "abandon", "recuse", "decline"]
        for person in Self.people.prefix(40) {
            for act in decider.acts(of: person, on: file)
            where act.refusal == nil && !setbacks.contains(act.name) {
                let body = Command.Body.act(Act(act.name, process: act.process))
                if let next = try? decide(body, by: person, on: file),
                    next.state != file.state || life(next, file)
                {
                    return next
                }
            }
        }
        return nil
    }

    /// Whether an act changed more than who did it.
    private func life(_ next: Agreement, _ file: Agreement) -> Bool {
        next.processes != file.processes || next.variables != file.variables
    }

    private func decide(
        _ body: Command.Body, by person: Person.ID, on file: Agreement?
    ) throws -> Agreement {
        let command = Command(
            requestID: "", agreement: file?.id ?? Self.identifier(9_999), actor: .person(person),
            channel: .scenario, body: body)
        let decision = Decider(workflow: workflow, facts: facts, randomness: Self.randomness)
            .decide(command, on: file)
        if let refusal = decision.refusal { throw refusal }
        return decision.agreement
    }
}

extension Portfolio {
    private static func identifier<Subject>(_ number: UInt16) -> Identifier<Subject> {
        let (high, low) = (UInt8(number >> 8), UInt8(number & 255))
        return Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, high, low)))
    }

    private static let randomness = Randomness(
        uuid: { UUID() }, salt: { [UInt8](repeating: 7, count: 16) })

    private static let call = Call(
        id: identifier(9_000), instruments: ["LIA"], year: 2016, opensAt: start.adding(milliseconds: -1_000),
        closesAt: start.adding(milliseconds: 90 * 86_400_000))

    /// Each role twice for everything and once for each institute or unit, with mandates that end at
    /// different days, deputies, and people who are away.
    private static var register: Facts {
        var facts = Facts(now: start, institution: "inserm", calls: [call.id: call])
        for person in people { facts.people[person] = Person(id: person) }
        for (id, kind) in [("inserm", Party.Kind.epst), ("snu", .foreign), ("uparis", .epscp)] {
            facts.organisations[id] = Party(
                id: id, name: id, country: kind == .foreign ? "KR" : "FR", kind: kind, home: kind == .epst)
        }
        let roles = [
            "PI_FR", "DU", "DR", "INT", "ITMO", "EXP", "CSEL", "FSD", "DAF", "DAJ", "DPO", "DG", "ARCH",
        ]
        var held = (roles + roles).enumerated().map { ($0.offset, $0.element, Scope.everything) }
        for (index, party) in parties.enumerated() {
            held += ["SIG", "PART"].enumerated().map {
                (26 + index * 2 + $0.offset, $0.element, Scope.party(party))
            }
        }
        held += institutes.enumerated().map { (40 + $0.offset, "ITMO", Scope.itmo($0.element)) }
        held += units.enumerated().map { (60 + $0.offset, "DU", Scope.unit($0.element)) }
        facts.grants = held.enumerated().map { place, grant in
            Grant(
                id: identifier(UInt16(place)), person: people[grant.0], role: grant.1, scope: grant.2,
                from: start.adding(milliseconds: -86_400_000),
                until: place % 3 == 0 ? start.adding(milliseconds: Int64(40 + place) * 86_400_000) : nil)
        }
        facts.delegations = facts.grants.enumerated().filter { $0.offset % 4 == 0 }.map { place, grant in
            Delegation(
                id: identifier(UInt16(place)), grantor: grant.person, grantee: people[200 + place % 100],
                role: grant.role, scope: grant.scope, from: start,
                until: start.adding(milliseconds: Int64(20 + place) * 86_400_000))
        }
        let today = Zone.paris.day(of: start)
        facts.absences = (0..<600).map { place in
            let from = today.adding(days: (place * 37) % 360)
            return Absence(
                id: identifier(UInt16(place)), person: people[place % 300], from: from,
                until: from.adding(days: place % 21))
        }
        facts.successions = [
            Succession(kind: .itmo, from: "I1", into: "I2", on: today.adding(days: 50)),
            Succession(kind: .itmo, from: "I2", into: "I3", on: today.adding(days: 90)),
        ]
        return facts
    }
}
