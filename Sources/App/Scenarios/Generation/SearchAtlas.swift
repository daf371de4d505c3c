import Agreements
import Expressions
import Statechart

/// All charts of a workflow for a search, with what on their ways sets a variable, starts a process or changes a fact.
struct SearchAtlas {
    private(set) var charts: [SearchChart] = []
    private(set) var number: [String: Int] = [:]
    /// By process: what starts it.
    private(set) var starts: [String: [SearchStart.Deed]] = [:]
    /// Whether a list is not empty, as a condition over the variable `probe`.
    let isFilled: Formula?
    /// By variable: what sets it, and to what.
    private(set) var setters: [String: [(deed: SearchDeed, value: Formula)]] = [:]
    /// By the path that conditions read: what changes it.
    private var changers: [String: [SearchDeed]] = [:]

    init(_ workflow: Workflow) {
        isFilled = (try? GuardEnvironment.environment(zone: .paris).compile("size(vars.probe) > 0"))
            .map { Formula($0, place: "") }
        let definitions = workflow.processes.values.sorted { $0.name < $1.name }
        charts = definitions.map(SearchChart.init)
        for (index, chart) in charts.enumerated() { number[chart.definition.name] = index }
        for index in charts.indices { note(index) }
        let noted = self
        let kinds = workflow.documentKinds
        for index in charts.indices {
            charts[index].readWays { clause, _ in noted.need(clause, kinds) }
        }
    }

    /// What changes the parties.
    var partyDeeds: [SearchDeed] { changers["agreement.parties"] ?? [] }

    // MARK: What is done where

    private mutating func note(_ index: Int) {
        let definition = charts[index].definition
        let labelled = definition.chart.transitions.filter {
            $0.label.map { definition.transitions[$0] != nil } ?? false
        }
        for (way, transition) in labelled.enumerated() {
            guard let meaning = transition.label.flatMap({ definition.transitions[$0] }) else { continue }
            note(meaning.actions, SearchDeed(chart: index, place: .way(way)))
        }
        for state in definition.chart.states {
            guard let meaning = definition.states[state.id] else { continue }
            let deed = SearchDeed(chart: index, place: .state(state.index))
            note(meaning.actions, deed)
            for children in meaning.children {
                starts[children.run, default: []].append(.init(deed: deed, list: children.forEach))
            }
            if meaning.legal != nil { changers["agreement.legal", default: []].append(deed) }
        }
    }

    private mutating func note(_ actions: [ActionDefinition], _ deed: SearchDeed) {
        for action in actions {
            switch action {
            case .set(let name, let value): setters[name, default: []].append((deed, value))
            case .spawn(_, let run, _, _, _): starts[run, default: []].append(.init(deed: deed, list: nil))
            case .addParty, .removeParty: change("agreement.parties", deed)
            case .addLab, .dropLab: change("agreement.labs", deed)
            case .renew: change("agreement.renewals", deed)
            case .term: change("agreement.end", deed)
            case .signature, .voidSignatures: change("signatures", deed)
            case .instrument: change("agreement.instrument", deed)
            case .reference, .register, .assign, .release, .passOn, .call, .tell: break
            }
        }
    }

    private mutating func change(_ path: String, _ deed: SearchDeed) {
        changers[path, default: []].append(deed)
    }

    // MARK: What a clause needs

    private func need(_ clause: Guard.Clause, _ kinds: [String]) -> SearchNeed {
        let paths = clause.formula.program.readablePaths.map(Self.plain)
        let own = ["item", "children", "event", "actor", "text", "texts", "signatures"]
        return SearchNeed(
            clause: clause, isOfAct: clause.formula.readsAct,
            isShared: !paths.contains { path in own.contains { path == $0 || path.hasPrefix("\($0).") } },
            remedies: paths.flatMap { remedies(of: $0, clause, kinds) })
    }

    /// `has(vars.x)` is `vars.x`, as is `vars.x[0]`.
    private static func plain(_ path: String) -> String {
        let inner = path.hasPrefix("has(") ? String(path.dropFirst(4).dropLast()) : path
        return String(inner.prefix { $0 != "[" })
    }

    private func remedies(of path: String, _ clause: Guard.Clause, _ kinds: [String]) -> [SearchRemedy] {
        let parts = path.split(separator: ".").map(String.init)
        switch parts.first {
        case "vars":
            guard parts.count > 1 else { return [] }
            return (setters[parts[1]] ?? []).map { .setting(parts[1], $0.value, by: $0.deed) }
        case "dossier":
            let asked = clause.formula.source.quotedTexts.filter(kinds.contains)
            return asked.isEmpty ? [.step(.edit)] : asked.map { .step(.document(kind: $0)) }
        case "text", "texts": return text(parts.dropFirst().first ?? "")
        case "signatures": return [.children] + deeds("signatures")
        case "children": return [.children]
        case "measures": return [.step(.measure)]
        case "delegations": return [.step(.delegate), .step(.wait)]
        case "now": return [.step(.wait), .step(.pass)]
        case "rule": return [.step(.pass)]
        case "call": return [.step(.call)]
        case "agreement": return agreement(parts.dropFirst().first ?? "")
        default: return []
        }
    }

    private func text(_ field: String) -> [SearchRemedy] {
        switch field {
        case "signedBy", "lastSignature": [.children]
        default: [.step(.text(process: ""))]
        }
    }

    private func agreement(_ field: String) -> [SearchRemedy] {
        switch field {
        case "parties", "foreignParties", "formerParties": deeds("agreement.parties")
        case "start", "end": deeds("agreement.end")
        case "text", "texts": text("version")
        case "signatures", "lastSignature": [.children] + deeds("signatures")
        default: deeds("agreement.\(field)")
        }
    }

    private func deeds(_ path: String) -> [SearchRemedy] { (changers[path] ?? []).map { .deed($0) } }
}

extension SearchAtlas {
    /// The wanted transitions, with where they stand.
    func goals(_ wanted: Set<String>) -> [SearchGoal] {
        charts.enumerated().flatMap { index, chart in
            chart.ways.enumerated().filter { wanted.contains($0.element.name) }.map { way, meaning in
                SearchGoal(
                    name: meaning.name, event: meaning.event, deed: SearchDeed(chart: index, place: .way(way))
                )
            }
        }
    }
}

extension SearchStart {
    /// What starts a process: a child for each element of the list where there is one.
    struct Deed {
        var deed: SearchDeed
        var list: Formula?
    }
}
