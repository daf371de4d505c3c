/// What is declared of the value under one path.
package struct Domain: Sendable, Hashable {
    /// Its type, where the environment only says `dyn`.
    package var type: CELType?
    /// All values that it can have; empty where they are not listed.
    package var choices: [Value]
    /// The least number that it can be.
    package var minimum: Int64?
    /// Whether it is there whenever what holds it is.
    package var isRequired: Bool
    /// A value to show in examples, where any would do.
    package var example: Value?

    /// A domain of this type or these values.
    package init(
        _ type: CELType? = nil, choices: [Value] = [], minimum: Int64? = nil, isRequired: Bool = false,
        example: Value? = nil
    ) {
        self.type = type
        self.choices = choices
        self.minimum = minimum
        self.isRequired = isRequired
        self.example = example
    }
}
