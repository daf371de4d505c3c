import Agreements
import Expressions

/// The formulas of one process, analysed once each, and what is certain of them under what is known.
final class FormulaTable {
    /// Facts about one source text.
    final class Entry {
        let program: Program
        /// The numbers of the variables that it reads or tests, ascending.
        let variables: [Int]
        /// Variables that it reads without testing that they are there.
        let untested: [Int]
        /// Whether it reads nothing but variables of the agreement and parameters.
        let isClosed: Bool
        /// Whether it reads the legal status.
        let readsLegal: Bool
        /// Whether it reads how children stand.
        let readsChildren: Bool
        /// Whether it treats the variables as one map: then nothing is known of it.
        let readsWhole: Bool
        /// What it speaks of but the parameters, which are known.
        ///
        /// Two formulas that share nothing of it say nothing of each other.
        let subjects: Set<String>

        /// The same source asked of other values: nothing is known of it.
        init(elsewhere entry: Entry) {
            program = entry.program
            variables = []
            untested = []
            isClosed = false
            readsLegal = false
            readsChildren = entry.readsChildren
            readsWhole = true
            subjects = []
        }

        init(_ program: Program, _ numbers: [String: Int]) {
            let roots = Set(program.readablePaths.compactMap(VariableNames.root))
            self.program = program
            variables = VariableNames.read(by: program).compactMap { numbers[$0] }.sorted()
            untested = VariableNames.untested(in: program).compactMap { numbers[$0] }.sorted()
            isClosed = roots.isSubset(of: ["vars", "param"])
            readsLegal = program.readablePaths.contains("agreement.legal")
            readsChildren = roots.contains("children")
            readsWhole = VariableNames.readsWhole(program)
            subjects = Set(program.readablePaths.compactMap(VariableNames.subject)).subtracting(["param"])
        }
    }

    /// A formula by its number, where it is written.
    struct Use {
        let index: Int
        let place: String
    }

    private struct Question: Hashable {
        var formula: Int
        var values: [AbstractValue]
    }

    private struct LaterQuestion: Hashable {
        var question: Question
        var stage: Int?
    }

    private struct LegalQuestion: Hashable {
        var question: Question
        var status: LegalStatus
    }

    private struct Choice: Hashable {
        var holding: [Int]
        var failing: [Int]
        var values: [AbstractValue]
    }

    let names: [String]
    private let numbers: [String: Int]
    private let parameters: Value
    /// The parameters, and what is certain besides, by dotted path.
    private let facts: [String: Value]
    private let premises: [Program]
    private let domains: Domains
    private(set) var entries: [Entry] = []
    private var known: [String: Int] = [:]
    /// The same, found without reading the text; the programs are kept, so that none is taken for another.
    private var knownPrograms: [ObjectIdentifier: Int] = [:]
    private var programs: [Program] = []
    private var later: [LaterQuestion: Int] = [:]
    private var truths: [Question: Truth] = [:]
    private var legalTruths: [LegalQuestion: Truth] = [:]
    private var contradictions: [Choice: Bool] = [:]
    private var partsOfChoices: [Store.Choice: [Store.Choice]] = [:]
    private var stores = Stores()

    /// A table for the variables of these names.
    init(
        variables: [String], parameters: [String: JSON], facts: [String: Value] = [:],
        premises: [Program] = [], statuses: Set<LegalStatus> = []
    ) {
        names = variables
        numbers = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1, $0) })
        let parameters = Value.object(parameters.mapValues(\.value))
        self.parameters = parameters
        self.facts = facts.merging(["param": parameters]) { $1 }
        self.premises = premises
        let choices = statuses.map(\.rawValue).sorted().map { Value.string($0) }
        domains = Domains(choices.isEmpty ? [:] : ["agreement.legal": Domain(choices: choices)])
    }

    /// The number of a variable; nil for one that nothing reads.
    func number(of variable: String) -> Int? { numbers[variable] }

    func index(of formula: Formula) -> Int {
        let program = formula.program
        if let index = knownPrograms[ObjectIdentifier(program)] { return index }
        programs.append(program)
        let index = known[program.source] ?? entries.count
        knownPrograms[ObjectIdentifier(program)] = index
        guard index == entries.count else { return index }
        known[program.source] = index
        entries.append(Entry(program, numbers))
        return index
    }

    /// The number of the same source where a step has changed what it reads: another question, and the same one
    /// only where known variables have the same values.
    func index(of formula: Int, at stage: Stage, _ effect: Stage.Effect, _ store: Store, before: Store) -> Int
    {
        let variables = entries[formula].variables
        let values = variables.map { store.values[$0] }
        let isKnown = values.allSatisfy(\.isKnown)
        if effect == .variables, isKnown, values == variables.map({ before.values[$0] }) { return formula }
        let isItself = effect == .variables && isKnown
        let question = LaterQuestion(
            question: Question(formula: formula, values: values), stage: isItself ? nil : stage.number)
        if let index = later[question] { return index }
        entries.append(Entry(elsewhere: entries[formula]))
        later[question] = entries.count - 1
        return entries.count - 1
    }

    func use(of formula: Formula) -> Use { Use(index: index(of: formula), place: formula.place) }

    func store(of values: [AbstractValue]) -> Store { stores.store(of: values) }

    func entry(of formula: Formula) -> Entry {
        let index = index(of: formula)
        return entries[index]
    }

    /// What is certain of a condition under what is known of the variables.
    func truth(of index: Int, in store: Store) -> Truth {
        if let truth = store.truths[index] { return truth }
        let truth = truth(of: index, under: store.values)
        store.truths[index] = truth
        return truth
    }

    /// The same where the legal status is known; nil stands for one that is not.
    func truth(of index: Int, in store: Store, under status: LegalStatus?) -> Truth {
        let entry = entries[index]
        guard let status, entry.readsLegal else { return truth(of: index, in: store) }
        let values = Question(formula: index, values: entry.variables.map { store.values[$0] })
        let question = LegalQuestion(question: values, status: status)
        if let truth = legalTruths[question] { return truth }
        let truth = decide(entry, store.values, besides: ["agreement.legal": .string(status.rawValue)])
        legalTruths[question] = truth
        return truth
    }

    /// The same, remembered for all stores that agree on what the condition reads.
    private func truth(of index: Int, under values: [AbstractValue]) -> Truth {
        let entry = entries[index]
        let question = Question(formula: index, values: entry.variables.map { values[$0] })
        if let truth = truths[question] { return truth }
        let truth = decide(entry, values)
        truths[question] = truth
        return truth
    }

    private func decide(
        _ entry: Entry, _ values: [AbstractValue], besides known: [String: Value] = [:]
    ) -> Truth {
        guard !entry.readsWhole else { return .open }
        let facts = facts.merging(known) { $1 }
        let knowledge = knowledge(entry, values, Knowledge(values: facts, domains: domains))
        let truth = entry.program.truth(knowing: knowledge)
        let premises = premises(for: [entry])
        guard truth == .open, !premises.isEmpty else { return truth }
        if GuardLogic.isRefuted([entry.program] + premises, knowing: knowledge) { return .fails }
        return GuardLogic.isRefuted(premises, none: [entry.program], knowing: knowledge) ? .holds : .open
    }

    /// The premises that speak of what some conditions read.
    private func premises(for entries: [Entry]) -> [Program] {
        guard !premises.isEmpty else { return [] }
        let read = Set(entries.flatMap(\.program.readablePaths))
        return premises.filter { !read.isDisjoint(with: $0.readablePaths) }
    }

    private func knowledge(
        _ entry: Entry, _ values: [AbstractValue], _ knowledge: Knowledge
    ) -> Knowledge {
        var knowledge = knowledge
        guard !entry.readsWhole else { return knowledge }
        for variable in entry.variables {
            switch values[variable] {
            case .known(let value): knowledge.values["vars.\(names[variable])"] = value
            case .unset: knowledge.absent.insert("vars.\(names[variable])")
            case .set: knowledge.domains.paths["vars.\(names[variable])"] = Domain(isRequired: true)
            case .open: break
            }
        }
        return knowledge
    }

    /// The same where other names have known values, without remembering the answer.
    ///
    /// Where every name is known the expression is run; one that fails does not hold.
    func truth(of index: Int, under values: [AbstractValue], besides: [String: Value]) -> Truth {
        let entry = entries[index]
        let isKnown = entry.variables.allSatisfy { variable in
            switch values[variable] {
            case .known, .unset: true
            case .set, .open: false
            }
        }
        guard isKnown, !entry.readsWhole else {
            let known = knowledge(
                entry, values, Knowledge(values: besides.merging(["param": parameters]) { $1 }))
            return entry.program.truth(knowing: known)
        }
        let bindings = besides.merging(["param": parameters, "vars": bound(entry, values)]) { $1 }
        return entry.program.evaluate(bindings).holds ? .holds : .fails
    }

    private func bound(_ entry: Entry, _ values: [AbstractValue]) -> Value {
        var variables: [String: Value] = [:]
        for variable in entry.variables {
            if case .known(let value) = values[variable] { variables[names[variable]] = value }
        }
        return .object(variables)
    }

    /// What is known of what some conditions read.
    func knowledge(of conditions: [Int], _ values: [AbstractValue]) -> Knowledge {
        conditions.reduce(Knowledge(values: facts, domains: domains)) { known, index in
            knowledge(entries[index], values, known)
        }
    }

    /// Whether conditions certainly cannot hold, and others not hold, at the same time.
    func contradict(_ choice: Store.Choice, in store: Store) -> Bool {
        if let answer = store.contradictions[choice] { return answer }
        let answer = parts(of: choice).contains {
            contradict(holding: $0.holding, failing: $0.failing, store.values)
        }
        store.contradictions[choice] = answer
        return answer
    }

    /// A choice as those that have nothing to do with each other: no two of them speak of the same.
    private func parts(of choice: Store.Choice) -> [Store.Choice] {
        if let known = partsOfChoices[choice] { return known }
        let parts = divided(choice)
        partsOfChoices[choice] = parts
        return parts
    }

    private func divided(_ choice: Store.Choice) -> [Store.Choice] {
        let conditions = choice.holding + choice.failing
        let areKnown = !conditions.contains { entries[$0].readsWhole }
        guard premises.isEmpty, areKnown else { return [choice] }
        var parts: [(conditions: Set<Int>, subjects: Set<String>)] = []
        for condition in conditions {
            var part = (conditions: Set([condition]), subjects: entries[condition].subjects)
            for other in parts where !other.subjects.isDisjoint(with: part.subjects) {
                part.conditions.formUnion(other.conditions)
                part.subjects.formUnion(other.subjects)
            }
            parts.removeAll { !$0.subjects.isDisjoint(with: part.subjects) }
            parts.append(part)
        }
        return parts.map { part in
            Store.Choice(
                holding: choice.holding.filter(part.conditions.contains),
                failing: choice.failing.filter(part.conditions.contains))
        }
    }

    /// The same, remembered for all stores that agree on what the conditions read.
    private func contradict(holding: [Int], failing: [Int], _ values: [AbstractValue]) -> Bool {
        let read = Set((holding + failing).flatMap { entries[$0].variables }).sorted()
        let question = Choice(
            holding: holding.sorted(), failing: failing.sorted(), values: read.map { values[$0] })
        if let answer = contradictions[question] { return answer }
        let knowledge = knowledge(of: holding + failing, values)
        let answer = GuardLogic.isRefuted(
            holding.map { entries[$0].program } + premises(for: (holding + failing).map { entries[$0] }),
            none: failing.map { entries[$0].program }, knowing: knowledge)
        contradictions[question] = answer
        return answer
    }

    /// The value of a formula that reads only what is known; nil otherwise, and where it has none.
    func value(of index: Int, under values: [AbstractValue]) -> Value? {
        let entry = entries[index]
        guard entry.isClosed, !entry.readsWhole else { return nil }
        var variables: [String: Value] = [:]
        for variable in entry.variables {
            switch values[variable] {
            case .known(let value): variables[names[variable]] = value
            case .unset: break
            case .set, .open: return nil
            }
        }
        return entry.program.evaluate(["vars": .object(variables), "param": parameters]).value
    }
}
