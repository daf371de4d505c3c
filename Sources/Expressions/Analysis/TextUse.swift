/// A text that an expression hands to a function which cannot read every text.
package struct TextUse: Sendable, Hashable {
    /// What the text may be there that the function cannot read.
    package struct Problem: Sendable, Hashable {
        /// The value, as an expression writes it.
        package let value: String
        /// Why it cannot be read: one sentence.
        package let reason: String
    }

    /// The function.
    package let function: String
    /// The number of the argument, from zero.
    package let argument: Int
    /// The text as it is written in the expression.
    package let source: String
    /// Where it stands, in UTF-8 bytes.
    package let span: Span
    /// The path that is read, with dots; nil for what is computed.
    package let path: String?
    /// Whether it is the whole argument, not a part that is put together with others.
    package let isWhole: Bool
    /// Known values that the function cannot read.
    package let problems: [Problem]
    /// Whether the value is known, or one of some.
    package let isKnown: Bool
    /// Whether the path is a text, and nothing on the way excludes that it is empty.
    package let mayBeEmpty: Bool
    /// Whether a test on the way says of what form it is.
    package let isMatched: Bool
}
