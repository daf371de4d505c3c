/// The days that an agreement lasts, both included; no end for an open-ended one.
package struct Term: Codable, Sendable, Hashable {
    package var start: Day
    package var end: Day?

    package init(start: Day, end: Day?) {
        self.start = start
        self.end = end
    }
}
