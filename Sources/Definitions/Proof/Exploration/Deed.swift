import Agreements

/// An action, as far as variables are concerned.
final class Deed {
    let number: Int
    /// The formulas of it that read a variable without asking whether it is set.
    let readings: [FormulaTable.Use]
    /// The variable that it sets, and the number of the formula that says to what.
    let change: (variable: Int, formula: Int)?

    fileprivate init(number: Int, readings: [FormulaTable.Use], change: (Int, Int)?) {
        self.number = number
        self.readings = readings
        self.change = change
    }
}

/// The deeds of a process: actions that neither set nor read a variable are left out.
struct Deeds {
    private(set) var ofStates: [[Deed]] = []
    private(set) var ofTransitions: [[Deed]] = []
    private var count = 0

    init(_ reading: ProcessReading, _ formulas: FormulaTable) {
        ofStates = reading.states.map { deeds($0?.actions ?? [], formulas) }
        ofTransitions = reading.transitions.map { deeds($0?.actions ?? [], formulas) }
    }

    private mutating func deeds(_ actions: [ActionDefinition], _ formulas: FormulaTable) -> [Deed] {
        actions.compactMap { action in
            let uses = action.formulas.map(formulas.use(of:))
            let readings = uses.filter { !formulas.entries[$0.index].untested.isEmpty }
            var change: (Int, Int)?
            if case .set(let name, let formula) = action, let variable = formulas.number(of: name) {
                change = (variable, formulas.index(of: formula))
            }
            guard change != nil || !readings.isEmpty else { return nil }
            count += 1
            return Deed(number: count, readings: readings, change: change)
        }
    }

    /// What is done in a step, in the engine's order: for each move what its transitions do, then what the
    /// states do that it enters.
    func done(in moves: [Response.Move]) -> [Deed] {
        var done: [Deed] = []
        for move in moves {
            for transition in move.transitions { done += ofTransitions[transition] }
            for state in move.entered { done += ofStates[state] }
        }
        return done
    }
}
