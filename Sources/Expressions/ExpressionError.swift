/// Why an expression was refused when it was loaded: one sentence, and where.
package struct ExpressionError: Error, Hashable {
    /// One sentence that names what is wrong.
    package let message: String
    /// Line, from 1.
    package let line: Int
    /// Column in code points, from 1.
    package let column: Int
    /// UTF-8 bytes from the start of the source.
    package let offset: Int
    /// The declared name that was probably meant.
    package let suggestion: String?
}

extension ExpressionError {
    /// A refusal of an expression as a whole, for a reason that is not in its text.
    package init(refusing reason: String) {
        self.init(message: reason, line: 1, column: 1, offset: 0, suggestion: nil)
    }
}

extension ExpressionError: CustomStringConvertible {
    /// Place, sentence and suggestion on one line.
    package var description: String {
        "\(line):\(column): \(message)" + (suggestion.map { " Did you mean `\($0)`?" } ?? "")
    }
}
