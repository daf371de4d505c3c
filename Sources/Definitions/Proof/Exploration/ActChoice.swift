import Agreements
import Expressions
import Statechart

/// Which open conditions of an act are met by whoever does it: those that read nothing but what the act
/// carries, who does it and what is known.
final class ActChoice {
    private struct Question: Hashable {
        var act: String
        var roles: [String]
        var answers: [Tape.Answer]
        var values: [AbstractValue]
    }

    private static let ownRoots: Set<String> = ["event", "actor", "param", "vars"]

    /// How many roles beside their own somebody is tried with.
    private static let otherRolesMax = 6

    /// What a condition reads that asks for a version of the text, and nothing else.
    private static let version: Set<String> = [
        "agreement", "agreement.text", "agreement.text.version", "has(agreement.text)",
        "has(agreement.text.version)",
    ]

    private let formulas: FormulaTable
    private let domains: [String: [String: Domain]]
    /// By act and path: the fields that it carries.
    private let fields: [String: [String: [InputField]]]
    private var known: [Question: Bool] = [:]
    private var areOwn: [Int: Bool] = [:]

    init(_ reading: ProcessReading, _ formulas: FormulaTable) {
        self.formulas = formulas
        var fields: [String: [InputField]] = [:]
        let reason = InputField("reason", .text)
        for transition in reading.chart.transitions {
            for event in transition.events {
                fields[event.description, default: []] += reading.transitions[transition.index]?.input ?? []
            }
        }
        self.fields = fields.mapValues { Dictionary(grouping: $0 + [reason]) { "event.\($0.name)" } }
        domains = fields.mapValues { fields in
            Dictionary(fields.map { ("event.\($0.name)", $0.domain(true)) }) { $0.joined(with: $1) }
        }
    }

    /// The answers that whoever acts gives: by which role, and what reads only what they carry.
    func own(among answers: [Tape.Answer], in store: Store) -> [Tape.Answer] {
        answers.filter { $0.number < 0 || isOwn($0.number, in: store) || isOfNextText($0) }
    }

    /// The conditions among the answers that nobody who acts decides.
    func foreign(among answers: [Tape.Answer], in store: Store) -> [Int] {
        answers.filter { $0.number >= 0 && !isOwn($0.number, in: store) }.map(\.number)
    }

    /// Whether an answer is that of a text that somebody adds: one more version, whatever the number of the last.
    private func isOfNextText(_ answer: Tape.Answer) -> Bool {
        guard answer.number >= 0 else { return false }
        let program = formulas.entries[answer.number].program
        guard Set(program.readablePaths).isSubset(of: Self.version) else { return false }
        let later = [1_000, 1_001].map { version in
            program.evaluate(["agreement": .object(["text": .object(["version": .int(version)])])]).holds
        }
        return later.allSatisfy { $0 == answer.holds }
    }

    private func isOwn(_ formula: Int, in store: Store) -> Bool {
        let entry = formulas.entries[formula]
        let isOwn =
            areOwn[formula]
            ?? {
                let roots = Set(entry.program.readablePaths.compactMap(VariableNames.root))
                let own = roots.contains("actor") ? Self.ownRoots.union(["agreement"]) : Self.ownRoots
                return !entry.readsWhole && roots.isSubset(of: own)
                    && !roots.isDisjoint(with: ["event", "actor"])
            }()
        areOwn[formula] = isOwn
        return isOwn
            && entry.variables.allSatisfy { variable in
                switch store.values[variable] {
                case .known, .unset: true
                case .set, .open: false
                }
            }
    }

    /// Whether some values of the act answer its conditions so.
    ///
    /// Of who acts it is supposed that somebody meets a condition that is not impossible, and is known that they
    /// have one of the roles.
    func isPossible(
        _ answers: [Tape.Answer], of act: String, by roles: [String], in store: Store
    ) -> Bool {
        let asked = answers.filter { $0.number >= 0 && !isOfNextText($0) }
        guard !asked.isEmpty else { return true }
        let variables = Set(asked.flatMap { formulas.entries[$0.number].variables }).sorted()
        let question = Question(
            act: act, roles: roles, answers: asked, values: variables.map { store.values[$0] })
        if let known = known[question] { return known }
        let answer = isPossible(asked, by: roles) && decide(asked, act, store)
        known[question] = answer
        return answer
    }

    /// Whether somebody of one of the roles, and maybe of others, meets what is asked of the roles.
    private func isPossible(_ answers: [Tape.Answer], by roles: [String]) -> Bool {
        let asked = answers.map { ($0.holds, formulas.entries[$0.number].program) }
            .filter { $0.1.readablePaths.contains("actor.roles") }
        guard !asked.isEmpty else { return true }
        let words = asked.flatMap { CELWords.words(in: $0.1.source) }.filter(\.isLiteral).map(\.text)
        let bundles = words.uniqued().prefix(Self.otherRolesMax).reduce([[]]) { bundles, role in
            bundles + bundles.map { $0 + [role] }
        }
        return roles.contains { role in
            bundles.contains { others in
                let held = Value.list(([role] + others).uniqued().map(Value.string))
                let knowledge = Knowledge(values: ["actor.roles": held])
                return asked.allSatisfy { holds, program in
                    program.truth(knowing: knowledge) != (holds ? .fails : .holds)
                }
            }
        }
    }

    private func decide(_ answers: [Tape.Answer], _ act: String, _ store: Store) -> Bool {
        var knowledge = formulas.knowledge(of: answers.map(\.number), store.values)
        knowledge.domains.paths.merge(domains[act] ?? [:]) { $1 }
        func programs(_ answers: [Tape.Answer]) -> (all: [Program], none: [Program]) {
            let programs = answers.map { ($0.holds, formulas.entries[$0.number].program) }
            return (programs.filter(\.0).map(\.1), programs.filter { !$0.0 }.map(\.1))
        }
        let all = programs(answers)
        guard !GuardLogic.isRefuted(all.all, none: all.none, knowing: knowledge) else { return false }
        let carried = programs(answers.filter { !readsActor($0.number) })
        guard !(carried.all + carried.none).isEmpty else { return true }
        let answer = GuardLogic.satisfiability(
            allOf: carried.all.map { [$0] }, noneOf: carried.none.map { [$0] }, knowing: knowledge)
        guard case .yes(let values) = answer else { return false }
        let words = (carried.all + carried.none).flatMap { CELWords.words(in: $0.source) }
        let literals = Set(words.filter(\.isLiteral).map(\.text))
        return values.allSatisfy { path, value in
            guard case .string(let text) = value else { return true }
            return (fields[act]?[path] ?? []).allSatisfy {
                $0.kind.takes(text, isWritten: literals.contains(text))
            }
        }
    }

    private func readsActor(_ formula: Int) -> Bool {
        formulas.entries[formula].program.readablePaths.contains { VariableNames.root(of: $0) == "actor" }
    }
}

extension InputField.Kind {
    /// Whether the engine may take a text for a value of this kind.
    ///
    /// - Parameter isWritten: whether a condition compares with it; else it stands for any that there is.
    fileprivate func takes(_ text: String, isWritten: Bool) -> Bool {
        switch self {
        case .text: !text.allSatisfy(\.isWhitespace)
        case .day: (try? Day(parsing: text)) != nil
        case .instant: (try? Instant(parsing: text)) != nil
        case .person, .candidate: !isWritten || Person.ID(text) != nil
        case .call: !isWritten || Call.ID(text) != nil
        case .document: !isWritten || text.count == 64 && text.allSatisfy(\.isHexDigit)
        case .organisation, .organisations, .party: !text.isEmpty
        case .integer, .flag, .choice: true
        }
    }
}
