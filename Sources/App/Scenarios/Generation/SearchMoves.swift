import Agreements
import Definitions
import Statechart

/// What may happen next in a generated scenario, from one place of the search.
struct SearchMoves {
    let node: SearchNode
    let workflow: Workflow
    let cast: GeneratedCast
    let witnesses: SearchWitnesses

    /// How many people try an act whose conditions ask who they are.
    private static let actorsMax = 12
    /// The fewest versions of a text that are tried.
    private static let textsMin = 3

    /// The moves in a fixed order: acts, documents, the call, and the passing of time.
    var all: [SearchMove] {
        let at = node.now.adding(milliseconds: 60_000)
        return acts(at) + documents(at) + extensions(at) + waits
    }

    private var active: [(process: Agreements.Process, definition: ProcessDefinition)] {
        node.agreement.processes.values.filter { $0.status == .active }.sorted { $0.path < $1.path }
            .compactMap { process in workflow.processes[process.definition].map { (process, $0) } }
    }

    private func acts(_ at: Instant) -> [SearchMove] {
        active.flatMap { process, definition -> [SearchMove] in
            let open = definition.transitions(of: process)
            let names = open.map(\.definition.event).uniqued()
            return names.flatMap { name -> [SearchMove] in
                let transitions = open.filter { $0.definition.event == name && !$0.definition.by.isEmpty }
                return acts(name, transitions, process, at)
            }
        }
    }

    func acts(
        _ name: String, _ transitions: [OpenTransition], _ process: Agreements.Process, _ at: Instant
    ) -> [SearchMove] {
        let roster = Roster(node.agreement, facts: node.facts)
        let definitions = transitions.map(\.definition)
        let holders = definitions.flatMap(\.by).flatMap { roster.holders(of: $0, in: process, at: at) }
        let readsActor = transitions.flatMap(\.clauses).contains { $0.formula.reads("actor") }
        let people = holders.uniqued().prefix(readsActor ? Self.actorsMax : 2)
            .compactMap { cast.keys[$0.description] }
        let met = witnesses.inputs(for: transitions, of: process, in: node, at: at)
        let inputs = SearchInputs(node: node, workflow: workflow, cast: cast, process: process, at: at)
            .inputs(definitions.flatMap(\.input), transitions.flatMap(\.clauses), meeting: met)
        return people.enumerated().flatMap { index, person in
            inputs.prefix(index == 0 ? 64 : 2).map { input in
                SearchMove(
                    at: at, actor: person,
                    verb: .act(
                        name, process: written(process.path), input: input,
                        reason: definitions.contains(where: \.reasonRequired)))
            }
        }
    }

    /// The path as scenarios write it: without the life, keys in place of identities.
    func written(_ path: String) -> String {
        guard path != "life" else { return path }
        return path.split(separator: "/").dropFirst().map { part in
            let (name, run) = String(part).withoutRun
            return (key(of: name) ?? name) + run
        }.joined(separator: "/")
    }

    /// The key behind an identity; that of a document, which another play draws anew, is marked as one.
    private func key(of name: String) -> String? {
        if let key = cast.keys[name] { return key }
        return node.agreement.documents.firstIndex { $0.id.description == name }
            .flatMap { node.documentKeys[$0] }.map { "$\($0)" }
    }

    private func documents(_ at: Instant) -> [SearchMove] {
        let count = node.agreement.documents.count
        guard count - (node.base?.documents.count ?? 0) < max(8, textsMax) else { return [] }
        return texts(at, count)
            + workflow.documentKinds.compactMap { kind in
                let alike = node.agreement.documents.count { $0.kind == kind }
                let isText = kind == Document.textKind
                guard alike < (isText ? textsMax : 1) + (node.base == nil ? 0 : 1),
                    let actor = holder(of: isText ? editors : ["PI_FR", "INT", "DG"])
                else { return nil }
                return SearchMove(
                    at: at, actor: actor, verb: .document(kind: kind, key: "added\(count + 1)", process: nil))
            }
    }

    /// New versions of the texts that running processes own.
    private func texts(_ at: Instant, _ count: Int) -> [SearchMove] {
        active.filter(\.definition.ownsText).compactMap { process, _ in
            guard node.agreement.texts(of: process.path).count < textsMax, let actor = holder(of: editors)
            else {
                return nil
            }
            return SearchMove(
                at: at, actor: actor,
                verb: .document(
                    kind: Document.textKind, key: "added\(count + 1)", process: written(process.path)))
        }
    }

    /// As many versions as the conditions count, and one more.
    private var textsMax: Int { max(Self.textsMin, witnesses.textsCounted + 1) }

    var editors: [String] {
        let named = workflow.roles("textEditors")
        return named.isEmpty ? ["DAJ", "INT", "DR"] : named
    }

    func holder(of roles: [String]) -> String? {
        cast.people.first { person in
            person.grants.contains { $0.scope == .everywhere && roles.contains($0.role) }
        }?.key
    }

    func extensions(_ at: Instant) -> [SearchMove] {
        let hears = active.contains { process, definition in
            definition.transitions(of: process).contains { $0.definition.event == "call.extended" }
        }
        guard hears, !node.extended, let call = node.agreement.call.flatMap({ node.facts.calls[$0] }),
            let key = cast.keys[call.id.description]
        else { return [] }
        let closes = max(call.closesAt, at).adding(milliseconds: 20 * 86_400_000)
        return [SearchMove(at: at, actor: nil, verb: .extend(call: key, closes: closes))]
    }

    var waits: [SearchMove] {
        node.nextRing.map { [SearchMove(at: $0, actor: nil, verb: .wait)] } ?? []
    }
}

/// A transition of an active state, with what it means and asks.
typealias OpenTransition = (label: String, definition: TransitionDefinition, clauses: [Guard.Clause])

extension ProcessDefinition {
    /// The transitions of the active states, with what they mean.
    func transitions(of process: Agreements.Process) -> [OpenTransition] {
        let active = Set(process.configuration)
        return chart.transitions.compactMap { transition in
            guard active.contains(chart.id(transition.source)), let label = transition.label,
                let definition = transitions[label]
            else { return nil }
            return (label, definition, transition.condition?.clauses ?? [])
        }
    }
}

extension Workflow {
    /// The kinds of document that conditions ask for, and those that acts carry.
    var documentKinds: [String] {
        let clauses = processes.values.flatMap(\.chart.transitions).flatMap { $0.condition?.clauses ?? [] }
        var kinds: Set<String> = []
        for source in clauses.map(\.formula.source) where source.contains("dossier.attachments") {
            kinds.formUnion(source.quotedTexts)
        }
        let heard = Set(processes.values.flatMap(\.transitions.values).map(\.event))
        let speaksOfText =
            heard.contains("text.changed") || clauses.contains { $0.formula.source.contains("text.") }
        if speaksOfText { kinds.insert(Document.textKind) }
        let carries = processes.values.flatMap(\.transitions.values).flatMap(\.input).contains {
            $0.kind == .document
        }
        if carries || heard.contains("document.added") { kinds.insert("report") }
        return kinds.sorted()
    }
}

extension String {
    /// The texts between single quotes.
    var quotedTexts: [String] {
        split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
