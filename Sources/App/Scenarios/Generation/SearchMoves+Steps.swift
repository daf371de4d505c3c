import Agreements
import Definitions

extension SearchMoves {
    /// The moves that are this step, with what each may carry.
    func moves(for step: SearchStep) -> [SearchMove] {
        let at = node.now.adding(milliseconds: 60_000)
        switch step {
        case .act(let path, let event): return acts(event, in: path, at)
        case .wait: return waits
        case .pass:
            return witnesses.instants(after: node).map { SearchMove(at: $0, actor: nil, verb: .pass) }
        case .text(let path): return text(of: path, at)
        case .document(let kind): return document(kind, at)
        case .edit: return edits(at)
        case .measure: return measures(at)
        case .delegate: return delegations(at) + waits
        case .call: return extensions(at)
        }
    }

    /// An act, or first a document that it carries.
    private func acts(_ event: String, in path: String, _ at: Instant) -> [SearchMove] {
        guard let process = node.agreement.processes[path],
            let definition = workflow.processes[process.definition]
        else { return [] }
        let transitions = definition.transitions(of: process).filter {
            $0.definition.event == event && !$0.definition.by.isEmpty
        }
        let moves = acts(event, transitions, process, at)
        let carries = transitions.flatMap(\.definition.input).contains {
            $0.kind == .document && $0.name != "sha256"
        }
        return moves + (carries ? document("report", at).filter { _ in !hasDocument } : [])
    }

    private var hasDocument: Bool { node.agreement.documents.contains { $0.kind != Document.textKind } }
}

// MARK: - Beside the charts

extension SearchMoves {
    private static let delegationsMax = 3
    /// How many documents a scenario adds at most.
    private static let documentsMax = 60

    private func text(of path: String, _ at: Instant) -> [SearchMove] {
        let owner = workflow.textOwner(of: path, in: node.agreement)
        guard node.agreement.texts(of: owner).count < max(6, witnesses.textsCounted + 2),
            let actor = holder(of: editors)
        else { return [] }
        let process = owner == "life" ? nil : written(owner)
        return [
            SearchMove(
                at: at, actor: actor,
                verb: .document(kind: Document.textKind, key: nextDocument, process: process))
        ]
    }

    private func document(_ kind: String, _ at: Instant) -> [SearchMove] {
        guard node.documentKeys.count < Self.documentsMax,
            let actor = holder(of: ["PI_FR", "INT", "DG"]) ?? cast.people.first?.key
        else { return [] }
        let kind = kind.isEmpty ? "report" : kind
        return [
            SearchMove(at: at, actor: actor, verb: .document(kind: kind, key: nextDocument, process: nil))
        ]
    }

    private var nextDocument: String { "added\(node.agreement.documents.count + 1)" }

    /// A field that is missing is filled in, else one is changed.
    private func edits(_ at: Instant) -> [SearchMove] {
        let missing = workflow.dossier.filter { node.agreement.dossier[$0.name] == nil }
        let fields = (missing.filter(\.required) + missing.filter { !$0.required } + workflow.dossier).prefix(
            4)
        let roles = workflow.dossierEditors.map { RoleReference($0) }
        let roster = Roster(node.agreement, facts: node.facts)
        let holders = roles.flatMap { roster.holders(of: $0, in: nil, at: at) }.uniqued()
        guard workflow.isDossierOpen(of: node.agreement),
            let actor = holders.lazy.compactMap({ cast.keys[$0.description] }).first
        else { return [] }
        return fields.map { field in
            SearchMove(at: at, actor: actor, verb: .edit([field.name: field.sample(changes(of: field))]))
        }
    }

    /// How often a field has got a value: what is given again changes nothing.
    private func changes(of field: DossierField) -> Int {
        guard node.agreement.dossier[field.name] != nil else { return 0 }
        return 1
            + node.trail.count {
                if case .edit(let fields) = $0.verb { fields[field.name] != nil } else { false }
            }
    }

    /// Whoever holds the role of an open step gives it to somebody else for a few days.
    private func delegations(_ at: Instant) -> [SearchMove] {
        let given = node.trail.count { if case .delegate = $0.verb { true } else { false } }
        guard given < Self.delegationsMax else { return [] }
        let roster = Roster(node.agreement, facts: node.facts)
        let today = Zone.paris.day(of: at)
        return node.agreement.tasks.compactMap { task in
            let process = node.agreement.processes[task.process]
            let holders = roster.holders(of: task.role, in: process, at: at)
            guard let by = holders.lazy.compactMap({ cast.keys[$0.description] }).first,
                let to = cast.people.first(where: { $0.key != by && $0.organisation != nil })?.key
            else { return nil }
            return SearchMove(
                at: at, actor: by,
                verb: .delegate(
                    .init(
                        key: "delegation\(given + 1)", by: by, to: to, roles: [task.role.role], from: today,
                        until: today.adding(days: 3))))
        }
    }

    /// A measure on the country of a foreign party, from today or from a day to come; or the end of one.
    private func measures(_ at: Instant) -> [SearchMove] {
        let set = node.trail.compactMap { move in
            if case .measure(let measure) = move.verb { measure } else { nil }
        }
        let lifted = node.trail.compactMap { move in if case .lift(let key) = move.verb { key } else { nil } }
        let today = Zone.paris.day(of: at)
        // What begins later cannot be ended before.
        let lifts = set.filter { !lifted.contains($0.key) && $0.from <= today }.map {
            SearchMove(at: at, actor: nil, verb: .lift(measure: $0.key))
        }
        guard set.count < 6 else { return lifts }
        let later = Zone.paris.day(of: at.adding(milliseconds: 10 * 86_400_000))
        let countries = node.agreement.foreignParties.map(\.country).uniqued().prefix(2)
        return lifts
            + [Measure.Kind.noPayment, .noNew, .screen].flatMap { kind in
                [today, later].flatMap { day in
                    countries.map { country in
                        SearchMove(
                            at: at, actor: nil,
                            verb: .measure(
                                .init(
                                    key: "measure\(set.count + 1)", target: .country(country), kind: kind,
                                    from: day)))
                    }
                }
            }
    }
}

extension DossierField {
    /// A value that fits.
    var sample: ScenarioValue { sample(0) }

    /// One that fits, another than the one of the number before, if there are two.
    func sample(_ number: Int) -> ScenarioValue {
        switch kind {
        case .integer: .integer(1 + Int64(number % 2))
        case .flag: .flag(number % 2 == 0)
        case .day: .text(number % 2 == 0 ? "2016-01-04" : "2016-01-05")
        case .choice(let choices): .text(choices.isEmpty ? "x" : choices[number % choices.count])
        default: .text(number % 2 == 0 ? "Texte" : "Autre")
        }
    }
}
