import Agreements
import Expressions
import Statechart

/// What the actions of a process change, and which of its conditions read that.
///
/// The conditions of a step that come after its first actions read what these have set; those that read
/// nothing of it are answered as before.
struct StepChanges {
    /// Stands for whichever variable there is, where they are read as one map.
    private static let anyVariable = "any variable"
    private static let signatures: Set<String> = [
        "signatures", "text", "texts", "agreement.signatures", "agreement.text", "agreement.texts",
        "agreement.lastSignature",
    ]

    /// By transition, and by state: what its actions change, as dotted paths.
    private let ofTransitions: [Set<String>]
    private let ofStates: [Set<String>]
    /// By number of the condition: what it reads, with what lies around it.
    private var reads: [Int: Set<String>] = [:]

    init(_ reading: ProcessReading, _ formulas: FormulaTable) {
        ofTransitions = reading.transitions.map { Self.changes(by: $0?.actions ?? []) }
        let isLife = reading.process.name == "life"
        ofStates = reading.states.map { state in
            let changes = Self.changes(by: state?.actions ?? [])
            return isLife && state?.legal != nil ? changes.union(["agreement.legal"]) : changes
        }
        for clause in reading.chart.transitions.flatMap({ $0.condition?.clauses ?? [] }) {
            let program = clause.formula.program
            let paths = program.readablePaths.flatMap(Self.around)
            reads[formulas.index(of: clause.formula)] =
                Set(paths).union(VariableNames.readsWhole(program) ? [Self.anyVariable] : [])
        }
    }

    /// `a.b.c` with `a.b` and `a`.
    private static func around(_ path: String) -> [String] {
        let parts = path.split(separator: ".")
        return parts.indices.map { parts[...$0].joined(separator: ".") }
    }

    private static func changes(by actions: [ActionDefinition]) -> Set<String> {
        actions.reduce(into: []) { changed, action in
            switch action {
            case .set(let name, _): changed.formUnion(["vars.\(name)", "has(vars.\(name))", anyVariable])
            case .term: changed.formUnion(["agreement.start", "agreement.end"])
            case .renew: changed.insert("agreement.renewals")
            case .signature, .voidSignatures: changed.formUnion(signatures)
            case .instrument: changed.insert("agreement.instrument")
            case .reference: changed.insert("agreement.reference")
            case .call: changed.formUnion(["call", "agreement.plannedStart"])
            case .assign, .release, .passOn: changed.insert("actor")
            case .register, .spawn, .tell, .addParty, .removeParty, .addLab, .dropLab: break
            }
        }
    }

    /// What is changed by one move of the chart.
    func changes(by move: Response.Move) -> Set<String> {
        let all = move.transitions.map { ofTransitions[$0] } + move.entered.map { ofStates[$0] }
        return all.reduce([]) { $0.union($1) }
    }

    func reads(_ condition: Int, among changed: Set<String>) -> Set<String> {
        reads[condition]?.intersection(changed) ?? []
    }
}

/// What a step has done before some of its conditions are asked.
final class Stage {
    let number: Int
    /// The stage before; nil where nothing is done yet.
    let former: Stage?
    /// What was done since then.
    let deeds: [Deed]
    /// What conditions may read that is no longer as it was before the step, and at the stage before.
    let changed: Set<String>
    fileprivate let changedLast: Set<String>
    let entered: Set<Int>
    fileprivate var next: [Response.Move: Stage] = [:]
    fileprivate var affects: [Int: Effect] = [:]
    fileprivate var origins: [Int: Stage] = [:]

    /// What a stage has changed of what a condition reads.
    enum Effect {
        case nothing
        /// Variables alone: their values say what they are.
        case variables
        /// Facts that have no values here.
        case facts
    }

    fileprivate init(
        number: Int, after former: Stage?, deeds: [Deed], changed: Set<String>,
        entered: Set<Int>
    ) {
        self.number = number
        self.former = former
        self.deeds = deeds
        self.changed = changed.union(former?.changed ?? [])
        changedLast = changed
        self.entered = entered
    }
}

/// The stages of the steps of one process.
final class Stages {
    /// Nothing is done yet.
    let first = Stage(number: 0, after: nil, deeds: [], changed: [], entered: [])
    private let reading: ProcessReading
    private let changes: StepChanges
    private let deeds: Deeds
    /// The eventless transitions that ask one condition, on variables and parameters alone.
    private let closed: Set<Int>
    private var count = 0

    init(_ reading: ProcessReading, _ formulas: FormulaTable, _ deeds: Deeds) {
        self.reading = reading
        self.deeds = deeds
        changes = StepChanges(reading, formulas)
        closed = Set(
            reading.chart.transitions.filter { transition in
                guard transition.events.isEmpty, let guarded = transition.condition, guarded.by.isEmpty,
                    guarded.clauses.count == 1
                else { return false }
                let entry = formulas.entry(of: guarded.clauses[0].formula)
                return entry.isClosed && !entry.readsWhole
            }.map(\.index))
    }

    /// The stage to which one more move leads.
    func stage(after stage: Stage, _ move: Response.Move) -> Stage {
        if let next = stage.next[move] { return next }
        count += 1
        let next = Stage(
            number: count, after: stage, deeds: deeds.done(in: [move]),
            changed: changes.changes(by: move),
            entered: stage.entered.union(move.entered))
        stage.next[move] = next
        return next
    }

    /// The last stage that has changed something of what a condition reads.
    func origin(of stage: Stage, for condition: Int) -> Stage {
        guard let former = stage.former else { return stage }
        if let known = stage.origins[condition] { return known }
        let isChanged = !changes.reads(condition, among: stage.changedLast).isEmpty
        let origin = isChanged ? stage : origin(of: former, for: condition)
        stage.origins[condition] = origin
        return origin
    }

    /// Whether a transition is asked because of what the step did: one of a state that it entered, or of an end.
    ///
    /// The others are asked of what was before, and after the step.
    func isCome(to transition: Int, at stage: Stage) -> Bool {
        let asked = reading.chart.transitions[transition]
        return !asked.events.isEmpty || stage.entered.contains(asked.source)
    }

    /// Whether what a transition asks can have changed by a step of the agreement only: then it moves the process in a step
    /// of its own, which comes after that one.
    func isSettled(_ transition: Int, at stage: Stage) -> Bool {
        closed.contains(transition) && !isCome(to: transition, at: stage)
    }

    /// What a stage has changed of what a condition reads.
    func effect(of stage: Stage, on condition: Int) -> Stage.Effect {
        if let known = stage.affects[condition] { return known }
        let changed = stage.changed.isEmpty ? [] : changes.reads(condition, among: stage.changed)
        let effect: Stage.Effect =
            if changed.isEmpty {
                .nothing
            } else if changed.allSatisfy({ $0.hasPrefix("vars.") || $0.hasPrefix("has(") }) {
                .variables
            } else {
                .facts
            }
        stage.affects[condition] = effect
        return effect
    }
}
