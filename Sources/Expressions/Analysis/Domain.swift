/// What is declared of the value under one path.
package struct Domain: Sendable, Hashable {
    /// Texts that are days of the calendar, written `2016-12-31`.
    package enum Days: Sendable, Hashable {
        case always
        /// Or the empty text, where none is known.
        case orNone
    }

    /// Its type, where the environment only says `dyn`.
    package var type: CELType?
    /// All values that it can have; empty where they are not listed.
    package var choices: [Value]
    /// The least number that it can be.
    package var minimum: Int64?
    /// The days that it can be, where it is a text that tells one.
    package var days: Days?
    /// Whether it is the text of an instant (RFC 3339).
    package var isInstant: Bool
    /// Whether it is there whenever what holds it is.
    package var isRequired: Bool
    /// A value to show in examples, where any would do.
    package var example: Value?

    /// A domain of this type or these values.
    package init(
        _ type: CELType? = nil, choices: [Value] = [], minimum: Int64? = nil, days: Days? = nil,
        isInstant: Bool = false, isRequired: Bool = false, example: Value? = nil
    ) {
        self.type = type
        self.choices = choices
        self.minimum = minimum
        self.days = days
        self.isInstant = isInstant
        self.isRequired = isRequired
        self.example = example
    }
}
