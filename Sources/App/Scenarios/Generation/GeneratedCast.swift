import Agreements
import Definitions
import Expressions
import FoundationEssentials
import Statechart

/// The people, organisations and calls of generated scenarios: every role of a workflow is held, some twice.
struct GeneratedCast: Sendable {
    static let start = Zone.paris.instant(day(2016, 1, 4), at: "09:00")
    /// Far enough to lie after the signatures.
    static let plannedStart = day(2018, 1, 1)
    static let institution = "generated"
    private static let identities = ScenarioIdentities.derived(institution: institution)

    private(set) var organisations: [ScenarioFile.Organisation] = []
    private(set) var people: [ScenarioFile.Person] = []
    private(set) var calls: [ScenarioFile.Call] = []
    private(set) var names = ScenarioNamesakes(identities)
    /// The key behind each identity.
    private(set) var keys: [String: String] = [:]
    /// The organisations that conditions ask for beside the usual ones.
    private(set) var askedOrganisations: [String] = []
    /// The people whom conditions ask for by unit or organisation.
    private(set) var asked: [String] = []
    private static let bodiesMax = 14
    /// Who heads a laboratory, by organisation.
    private(set) var heads: [String: String] = [:]
    /// The roles that one person alone may hold in a process.
    private var lonelyRoles: Set<String> = []

    init(_ workflow: Workflow) {
        lonelyRoles = Set(workflow.roleReferences.filter(\.isOfPerson).map(\.role))
        addOrganisations(countries: workflow.countries)
        addAsked(by: workflow)
        let references = workflow.roleReferences
        for role in Set(references.map(\.role)).sorted() {
            let uses = references.filter { $0.role == role }
            addHolders(
                of: role, byParty: uses.contains(where: \.isOfParty),
                alone: uses.contains(where: \.isOfPerson))
        }
        addActors(of: workflow)
        if workflow.hasLabs {
            for organisation in organisations {
                add("head_\(organisation.key)", "LAB", .everywhere, in: organisation.key, isGranted: false)
                heads[organisation.key] = "head_\(organisation.key)"
            }
        }
        if workflow.entry == .call { addCalls(workflow.instrument) }
    }

    /// The people, organisations and calls of a scenario that was given.
    init(_ file: ScenarioFile, _ workflow: Workflow) {
        lonelyRoles = Set(workflow.roleReferences.filter(\.isOfPerson).map(\.role))
        (organisations, people, calls) = (file.organisations, file.people, file.calls)
        for organisation in organisations { keys[organisation.key] = organisation.key }
        for person in people { keys[names.person(person.key).description] = person.key }
        for call in calls { keys[names.call(call.key).description] = call.key }
    }

    /// What the register holds of it, and the legal instant at which the story begins.
    var facts: Facts {
        var facts = Facts(now: Self.start, institution: "inserm")
        var names = names
        for organisation in organisations {
            facts.organisations[organisation.key] = Party(
                id: organisation.key, name: organisation.name, country: organisation.country,
                kind: organisation.kind, home: organisation.home)
        }
        for person in people {
            let id = names.person(person.key)
            facts.people[id] = Person(
                id: id, organisation: person.organisation, unit: person.unit, language: person.language)
            for grant in person.grants {
                facts.grants.append(
                    Grant(
                        id: Self.identities.identifier("grant/\(person.key)/\(grant.role)"), person: id,
                        role: grant.role, scope: ScenarioStage.scope(of: grant), from: Self.start, until: nil)
                )
            }
        }
        for call in calls {
            let id = names.call(call.key)
            facts.calls[id] = Call(
                id: id, instruments: call.instruments, year: call.year, opensAt: call.opens,
                closesAt: call.closes, rankingAt: call.ranking)
        }
        return facts
    }

    /// The keys of the people who have a role that one person alone may hold in a process.
    var experts: [String] {
        people.filter { $0.grants.contains { lonelyRoles.contains($0.role) } }.map(\.key)
    }

    private mutating func addOrganisations(countries: [String]) {
        let abroad = countries.filter { $0 != "FR" } + ["KR", "CA"]
        let overseas = ["KR", "CA", "BR"].first { !countries.contains($0) } ?? "KR"
        organisations = [
            .init(key: "home", name: "Institut", country: "FR", kind: .epst, home: true),
            .init(key: "abroad", name: "Partner abroad", country: abroad[0], kind: .foreign, home: false),
            .init(key: "abroad2", name: "Second partner", country: abroad[1], kind: .foreign, home: false),
            .init(key: "overseas", name: "Partner overseas", country: overseas, kind: .foreign, home: false),
            .init(key: "university", name: "Université", country: "FR", kind: .epscp, home: false),
        ]
        for organisation in organisations { keys[organisation.key] = organisation.key }
    }

    private mutating func addHolders(of role: String, byParty: Bool, alone: Bool) {
        let word = role.lowercased()
        if byParty {
            for organisation in organisations {
                add("\(word)_\(organisation.key)", role, .party(organisation.key), in: organisation.key)
            }
        }
        let count = alone ? 5 : 2
        for number in 1...count { add("\(word)_\(number)", role, .everywhere, in: "home") }
    }

    private mutating func add(
        _ key: String, _ role: String, _ scope: ScenarioFile.Grant.Scope, in organisation: String,
        isGranted: Bool = true, unit: String? = nil
    ) {
        // A reviewer of the institution would have a link with the file.
        let employer = key.hasPrefix("exp_") ? nil : organisation
        people.append(
            .init(
                key: key, name: "Personne \(key)", email: "\(key)@people.example", language: .french,
                organisation: employer, unit: unit, grants: isGranted ? [.init(role: role, scope: scope)] : []
            )
        )
        keys[names.person(key).description] = key
    }

    /// The bodies and the number of bodies that conditions ask for.
    private mutating func addAsked(by workflow: Workflow) {
        let words = workflow.words
        func new(_ field: String, beside known: [String]) -> [String] {
            (words[field] ?? []).filter { !$0.isEmpty && !known.contains($0) }.sorted()
        }
        for country in new("Party.country", beside: organisations.map(\.country)) {
            addAsked("in_\(country.lowercased())", country, .foreign)
        }
        for word in new("Party.kind", beside: organisations.map(\.kind.rawValue)) {
            guard let kind = Party.Kind(rawValue: word) else { continue }
            addAsked("kind_\(word)", kind == .foreign ? "KR" : "FR", kind)
        }
        let ids =
            new("Party.id", beside: []) + new("Actor.organisation", beside: [])
            + new("Candidate.organisation", beside: [])
        for id in ids.uniqued() where !organisations.contains(where: { $0.key == id }) {
            addAsked(id, "KR", .foreign)
        }
        let counted = workflow.greatestNumber(
            beside: "agreement.parties", "agreement.foreignParties", "agreement.formerParties")
        let count = counted == 0 ? 0 : min(counted + 2, Self.bodiesMax)
        let unnamed = organisations.count - askedOrganisations.count
        for number in unnamed..<max(count, unnamed) {
            addAsked("\(Self.counted)\(number)", "KR", .foreign)
        }
    }

    /// Whether an organisation is there because a condition asks for its country, kind or name.
    func isNamed(_ organisation: String) -> Bool {
        askedOrganisations.contains(organisation) && !organisation.hasPrefix(Self.counted)
    }

    /// How the keys of bodies begin that are there for their number.
    private static let counted = "body"

    private mutating func addAsked(_ key: String, _ country: String, _ kind: Party.Kind) {
        organisations.append(.init(key: key, name: "Body \(key)", country: country, kind: kind, home: false))
        keys[key] = key
        askedOrganisations.append(key)
    }

    /// Those of the units and bodies with which conditions compare whoever acts or is named.
    private mutating func addActors(of workflow: Workflow) {
        var number = 0
        // Who is named may have to act: somebody of that unit has a role of those acts.
        let personalRoles: [String?] = workflow.rolesToldApart.prefix(2).map { $0 }
        for process in workflow.processes.values.sorted(by: { $0.name < $1.name }) {
            for transition in process.chart.transitions {
                guard let label = transition.label, let meaning = process.transitions[label] else { continue }
                let clauses = transition.condition?.clauses ?? []
                for use in clauses.flatMap({ workflow.uses(in: $0.formula, meaning.input) })
                where !use.word.isEmpty {
                    let ofActor = use.field.hasPrefix("Actor.")
                    guard ofActor || use.field.hasPrefix("Candidate.") else { continue }
                    let isUnit = use.field.hasSuffix(".unit")
                    guard isUnit || use.field.hasSuffix(".organisation") else { continue }
                    number += 1
                    let roles = ofActor ? [meaning.by.first?.role ?? "INT"] : personalRoles + [nil]
                    for (index, role) in roles.enumerated() {
                        let key = index == 0 ? "asked_\(number)" : "asked_\(number)_\(index)"
                        add(
                            key, role ?? "INT", .everywhere, in: isUnit ? "home" : use.word,
                            isGranted: role != nil, unit: isUnit ? use.word : nil)
                        asked.append(key)
                    }
                }
            }
        }
    }

    private mutating func addCalls(_ instrument: String) {
        for (key, month) in [("call1", 6), ("call2", 9)] {
            let closes = Zone.paris.instant(Self.day(2016, month, 15), at: .stepDeadline)
            calls.append(
                .init(
                    key: key, instruments: [instrument], year: 2016, opens: Self.start, closes: closes,
                    ranking: Zone.paris.instant(Self.day(2016, 12, 1), at: .stepDeadline)))
            keys[names.call(key).description] = key
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        (try? Day(year: year, month: month, day: day))
            ?? Zone.paris.day(of: Instant(millisecondsSinceEpoch: 0))
    }
}

extension RoleReference {
    fileprivate var isOfParty: Bool {
        switch of {
        case .party, .parties, .foreignParties, .otherParties: true
        case .agreement, .person: false
        }
    }

    fileprivate var isOfPerson: Bool { of == .person }
}

extension Workflow {
    /// Every role that the definition names.
    fileprivate var roleReferences: [RoleReference] {
        let named = ["proposers", "editors", "textEditors", "named"].flatMap { roles($0) }
        let transitions = processes.values.flatMap(\.transitions.values)
        let tasks = processes.values.flatMap(\.states.values).compactMap(\.task?.role)
        return transitions.flatMap(\.by) + tasks + notices.values.flatMap(\.to)
            + (named + ["PI_FR", "PI_EXT", "INT", "DG"]).map { RoleReference($0) }
    }

    /// The roles of the acts whose conditions ask who does them by name.
    fileprivate var rolesToldApart: [String] {
        let acts = processes.values.flatMap { process in
            process.chart.transitions.compactMap { transition -> [RoleReference]? in
                let clauses = transition.condition?.clauses ?? []
                guard clauses.contains(where: { $0.formula.reads("actor.person") }) else { return nil }
                return transition.label.flatMap { process.transitions[$0]?.by }
            }
        }
        return Set(acts.joined().map(\.role)).sorted()
    }

    /// The roles that a parameter lists.
    func roles(_ parameter: String) -> [String] {
        parameters[parameter]?.elements?.compactMap(\.text) ?? []
    }
}

extension Workflow {
    /// The countries that a parameter or a rule lists, those that it lists at all times first.
    fileprivate var countries: [String] {
        let lists =
            parameters.sorted { $0.key < $1.key }.map(\.value)
            + rules.sorted { $0.key < $1.key }.flatMap(\.value.all)
        let codes = lists.map { $0.elements?.compactMap(\.text) ?? [] }.filter { list in
            list.count > 1 && list.allSatisfy { $0.utf8.count == 2 && $0.uppercased() == $0 }
        }
        guard let first = codes.first else { return [] }
        return first.filter { code in codes.allSatisfy { $0.contains(code) } } + first
    }
}
