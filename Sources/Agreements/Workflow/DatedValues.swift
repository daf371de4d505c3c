/// The values of one rule over time: each holds from its day until the next begins.
package struct DatedValues: Sendable, Hashable {
    /// What holds before the first change.
    package var first: JSON
    /// What holds from a day on, ascending.
    package var changes: [Change]

    /// A value and the first day on which it holds.
    package struct Change: Sendable, Hashable {
        package var from: Day
        package var value: JSON

        package init(from: Day, value: JSON) {
            self.from = from
            self.value = value
        }
    }

    package init(first: JSON, changes: [Change] = []) {
        self.first = first
        self.changes = changes
    }

    /// The value that holds on `day`.
    package func value(on day: Day) -> JSON { changes.last { $0.from <= day }?.value ?? first }

    /// Every value that holds at some time.
    package var all: [JSON] { [first] + changes.map(\.value) }
}
