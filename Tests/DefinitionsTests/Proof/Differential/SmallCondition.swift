/// A condition over variables that may have no value yet and over facts of the outside world.
indirect enum SmallCondition: Hashable, Sendable {
    case variable(Int, Bool)
    case isSet(Int)
    case fact(Int, Bool)
    case both(SmallCondition, SmallCondition)
    case either(SmallCondition, SmallCondition)

    /// The same in CEL.
    var source: String {
        switch self {
        case .variable(let number, let sense): (sense ? "" : "!") + "vars.v\(number)"
        case .isSet(let number): "has(vars.v\(number))"
        case .fact(let number, let sense): (sense ? "" : "!") + Self.factNames[number]
        case .both(let a, let b): "(\(a.source) && \(b.source))"
        case .either(let a, let b): "(\(a.source) || \(b.source))"
        }
    }

    /// Facts that the agreement does not decide itself.
    static let factNames = ["measures.flagged", "dossier.complete"]

    /// Whether it speaks of the outside world, which the gate does not know.
    var readsFacts: Bool {
        switch self {
        case .variable, .isSet: false
        case .fact: true
        case .both(let a, let b), .either(let a, let b): a.readsFacts || b.readsFacts
        }
    }

    /// Its value; nil when it cannot be evaluated (CEL: errors are absorbed where the other side decides).
    func value(_ variables: [Bool?], _ facts: [Bool]) -> Bool? {
        switch self {
        case .variable(let number, let sense): return variables[number].map { $0 == sense }
        case .isSet(let number): return variables[number] != nil
        case .fact(let number, let sense): return facts[number] == sense
        case .both(let a, let b):
            let values = [a.value(variables, facts), b.value(variables, facts)]
            return values.contains(false) ? false : values.contains(nil) ? nil : true
        case .either(let a, let b):
            let values = [a.value(variables, facts), b.value(variables, facts)]
            return values.contains(true) ? true : values.contains(nil) ? nil : false
        }
    }
}
