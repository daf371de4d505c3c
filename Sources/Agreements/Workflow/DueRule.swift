/// When something is due, as a definition says it.
package struct DueRule: Sendable {
    package var base: Base
    package var offset: Period?
    package var kind: Kind
    /// The day whose values of `rule` the formula reads; that of the decision where it is nil or not known.
    package var asOf: Formula?

    /// What the length counts from.
    package enum Base: Sendable {
        /// The instant at which the state was entered.
        case entry
        /// A day (text such as `2016-12-31`) or an instant that CEL computes.
        case formula(Formula)
        /// The next such date after the entry; one that every year has.
        case yearly(month: Int, day: Int)
    }

    /// At what hour of the last day it falls, and whether it moves off closed days.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A person's step: 17:00, moved to the next business day.
        case step
        /// A silence, a withdrawal or an end: 24:00, never moved.
        case silence
        /// What opens: 00:00, never moved.
        case opening
        /// The instant as it is computed; a day without hour stands for 00:00.
        case instant
        /// A notice: 07:30, never moved.
        case notice
    }

    package init(base: Base = .entry, offset: Period? = nil, kind: Kind = .step, asOf: Formula? = nil) {
        self.base = base
        self.offset = offset
        self.kind = kind
        self.asOf = asOf
    }
}
