/// A chain of constant fields from a variable, with the numbers under which reads of its parts are kept.
final class ReadPath: Sendable {
    let variable: String
    let fields: [String]
    /// For the variable and after each field: the number of the value read there.
    let valueReads: [Int]
    /// For each field: the number of the answer "is it there".
    let presenceReads: [Int]
    let span: Span

    init(variable: String, fields: [String], valueReads: [Int], presenceReads: [Int], span: Span) {
        self.variable = variable
        self.fields = fields
        self.valueReads = valueReads
        self.presenceReads = presenceReads
        self.span = span
    }
}
