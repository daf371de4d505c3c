/// What is certain of a guard before it runs.
package enum Truth: Sendable, Hashable {
    /// It evaluates to true, whatever the values that are not known.
    case holds
    /// It is never true: false or without a value, and guards fail closed.
    case fails
    /// Neither is shown.
    case open
}
