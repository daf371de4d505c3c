import Agreements
import Definitions
import Expressions
import Statechart

/// Values with which the conditions of a workflow hold, found by the logic of the proof gate.
///
/// Drawn values would seldom meet them. Each question is asked once.
final class SearchWitnesses {
    /// What an act carries, by field; null for a field that is left out.
    typealias Input = [String: Value]

    private struct Question: Hashable {
        var transitions: [String]
        var values: [Value?]
    }

    private let workflow: Workflow
    /// By process and label of an act: what later conditions ask of what the act sets.
    private let ahead: [String: [Input]]
    private var answers: [Question: [Input]] = [:]
    /// Planned starts that conditions ask for.
    let plannedStarts: [Day]
    /// Instants that the conditions and the rules name.
    private let named: [Instant]
    /// The most versions of a text that conditions count.
    let textsCounted: Int

    init(_ workflow: Workflow, _ atlas: SearchAtlas) {
        self.workflow = workflow
        ahead = SearchForesight(workflow, atlas).inputs
        plannedStarts = workflow.plannedStarts
        named = workflow.namedInstants
        textsCounted = workflow.greatestNumber(beside: "text.version", "texts", "agreement.text.version")
    }

    // MARK: Acts

    /// For each transition of an act an input with which it is the one that is taken, as things are; then what
    /// conditions further on ask for.
    func inputs(
        for transitions: [OpenTransition], of process: Agreements.Process, in node: SearchNode,
        at now: Instant
    ) -> [Input] {
        let further = transitions.flatMap { ahead["\(process.definition) \($0.label)"] ?? [] }
        let clauses = transitions.flatMap(\.clauses)
        guard clauses.contains(where: { $0.formula.reads("event") }) else { return further.uniqued() }
        let programs = clauses.map(\.formula.program)
        let roots = Set(programs.flatMap(\.readablePaths).map(\.root)).subtracting(["event", "actor"])
        var facts = node.facts
        facts.now = max(now, facts.now)
        var prospect = Prospect(workflow: workflow, facts: facts, agreement: node.agreement)
        let values = prospect.values(of: roots, in: process.path)
        let question = Question(
            transitions: [process.definition] + transitions.map(\.label),
            values: Set(programs.flatMap(\.readablePaths)).sorted().filter { $0.root != "now" }.map {
                values.value(at: $0)
            })
        if answers[question] == nil {
            answers[question] = Self.inputs(for: transitions, knowing: values)
        }
        return ((answers[question] ?? []) + further).uniqued()
    }

    private static func inputs(
        for transitions: [OpenTransition], knowing values: [String: Value]
    ) -> [Input] {
        var knowledge = Knowledge(values: values)
        for field in transitions.flatMap(\.definition.input) {
            knowledge.domains.paths["event.\(field.name)"] = field.domain(field.required)
        }
        let guards = transitions.map { $0.clauses.map(\.formula.program) }
        return guards.indices.compactMap { index in
            let before = guards[..<index].filter { !$0.isEmpty }
            let own = guards[index].isEmpty ? [] : [guards[index]]
            guard !own.isEmpty || !before.isEmpty else { return nil }
            for others in before.isEmpty ? [[]] : [Array(before), []] where !own.isEmpty || !others.isEmpty {
                let answer = GuardLogic.satisfiability(allOf: own, noneOf: others, knowing: knowledge)
                if case .yes(let witness) = answer { return witness.fields(of: "event") }
            }
            return nil
        }
    }

    // MARK: Time

    private static let instantsMax = 24

    /// Instants still to come that conditions may ask for: those that are named, and those about the term, the call
    /// and the days that were noted.
    func instants(after node: SearchNode) -> [Instant] {
        let agreement = node.agreement
        let call = agreement.call.flatMap { node.facts.calls[$0] }
        let ofCall = [call?.opensAt, call?.closesAt, call?.rankingAt].compactMap {
            $0?.adding(milliseconds: 60_000)
        }
        let noted = agreement.variables.values.compactMap(\.text).compactMap { try? Day(parsing: $0) }
        let days =
            [agreement.term?.start, agreement.term?.end, agreement.plannedStart].compactMap(\.self) + noted
        let ofDays = days.flatMap { [$0, $0.adding(days: 1)] }.map { Zone.paris.instant($0, at: "12:00") }
        let all = Set(named + ofCall + ofDays).filter { $0 > node.now }.sorted()
        return Array(all.prefix(Self.instantsMax))
    }
}

extension Workflow {
    /// Days on which an agreement may begin that are told apart by conditions.
    fileprivate var plannedStarts: [Day] {
        let path = "agreement.plannedStart"
        let found = processes.values.sorted { $0.name < $1.name }.flatMap(\.chart.transitions).flatMap {
            transition -> [Day] in
            let clauses = (transition.condition?.clauses ?? []).filter { $0.formula.reads(path) }
            guard !clauses.isEmpty else { return [] }
            let guards = clauses.map(\.formula.program)
            return [([guards], []), ([], [guards])].compactMap { all, none in
                let answer = GuardLogic.satisfiability(allOf: all, noneOf: none, knowing: Knowledge())
                guard case .yes(let witness) = answer, case .string(let text)? = witness[path] else {
                    return nil
                }
                return try? Day(parsing: text)
            }
        }
        return found.uniqued()
    }

    /// The instants and days that conditions about time name, and the days from which rules have other values.
    fileprivate var namedInstants: [Instant] {
        let clauses = processes.values.flatMap(\.chart.transitions).flatMap { $0.condition?.clauses ?? [] }
            .filter { $0.formula.reads("now") }
        let texts = clauses.flatMap(\.formula.source.quotedTexts)
        let instants = texts.compactMap { try? Instant(rfc3339: $0) }
            .flatMap { [$0, $0.adding(milliseconds: 1_000)] }
        let found = clauses.flatMap { clause -> [Instant] in
            let answer = GuardLogic.satisfiability(
                allOf: [[clause.formula.program]], noneOf: [], knowing: .ofTime(self))
            guard case .yes(let witness) = answer, case .timestamp(let timestamp)? = witness["now"] else {
                return []
            }
            return [Instant(millisecondsSinceEpoch: (timestamp.seconds + 1) * 1_000)]
        }
        let days =
            texts.compactMap { try? Day(parsing: $0) }.flatMap { [$0, $0.adding(days: 1)] }
            + rules.values.flatMap(\.changes).map(\.from)
        return Set(instants + found + days.map { Zone.paris.instant($0, at: "12:00") }).sorted()
    }
}

extension Knowledge {
    /// What is known of every instant.
    fileprivate static func ofTime(_ workflow: Workflow) -> Knowledge {
        var knowledge = Knowledge(values: ["param": .object(workflow.parameters.mapValues(\.value))])
        knowledge.instants = ["now"]
        return knowledge
    }
}

extension [String: Value] {
    /// The values right under a name; null for a field that is not there.
    func fields(of name: String) -> [String: Value] {
        var fields: [String: Value] = [:]
        for (path, value) in self {
            let isAbsent = path.hasPrefix("has(\(name).") && value == false
            let plain = isAbsent ? String(path.dropFirst(4).dropLast()) : path
            guard plain.hasPrefix("\(name).") else { continue }
            let field = String(plain.dropFirst(name.count + 1))
            if !field.contains(".") { fields[field] = isAbsent ? .null : value }
        }
        return fields
    }

    /// The value at a path as programs spell it; nil where there is none.
    fileprivate func value(at path: String) -> Value? {
        let plain = path.hasPrefix("has(") ? String(path.dropFirst(4).dropLast()) : path
        let steps = plain.prefix { $0 != "[" }.split(separator: ".").map(String.init)
        guard let root = steps.first, var value = self[root] else { return nil }
        for step in steps.dropFirst() {
            guard case .map(let map) = value, let next = map[step] else { return nil }
            value = next
        }
        return value
    }
}

extension String {
    /// The name with which a path begins, as programs spell it.
    var root: String {
        let plain = hasPrefix("has(") ? String(dropFirst(4)) : self
        return String(plain.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
