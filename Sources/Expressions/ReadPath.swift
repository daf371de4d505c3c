/// A chain of constant fields from a variable, with the numbers under which reads of its parts are kept.
final class ReadPath: Sendable {
    /// A field of the chain.
    struct Step: Sendable {
        let field: Field
        /// The number of the answer "is it there".
        let presenceRead: Int
        /// The number of its value.
        let valueRead: Int
    }

    let variable: Field
    /// The number of the variable's value.
    let variableRead: Int
    let steps: [Step]
    let span: Span

    init(variable: Field, variableRead: Int, steps: [Step], span: Span) {
        self.variable = variable
        self.variableRead = variableRead
        self.steps = steps
        self.span = span
    }

    /// The number of the value before a step.
    func read(before step: Int) -> Int { step == 0 ? variableRead : steps[step - 1].valueRead }
}
