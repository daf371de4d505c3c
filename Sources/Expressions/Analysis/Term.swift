/// A part of an expression that has a value, seen from outside.
struct Term {
    typealias ID = Int

    /// What the term is, as far as the analysis looks into it.
    enum Form {
        case constant(Value)
        /// A known failure.
        case failure
        /// A variable and its fields.
        case path([String])
        case size(of: Term.ID)
        /// So much more than another whole number.
        case sum(of: Term.ID, Int64)
        /// Anything else: only its type is known.
        case opaque
    }

    let form: Form
    /// The normalised text: equal texts are equal values.
    let key: String
    let type: CELType
    /// All values that it can have; empty where they are not listed.
    var choices: [Value] = []
    var minimum: Int64?
    /// The days that it can be; nil where it is any text.
    var days: Domain.Days?
    /// The question which of `choices` it is.
    var choice: Atom.ID?
    /// The question whether it has a value; nil when it always has one.
    var gate: Atom.ID?

    /// The kind of values that it is known to have.
    var kind: Kind? {
        if case .constant(let value) = form { return Kind(of: value) }
        return Kind(of: type)
    }

    /// Whether values of the term are whole numbers.
    var isWhole: Bool {
        if case .constant(let value) = form { return Kind(of: value) == .number }
        return type == .int || type == .uint
    }
}
