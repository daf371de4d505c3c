/// What calendar and clock on the wall of one zone show at an instant.
package struct CivilTime: Sendable, Hashable, Comparable {
    /// The civil date.
    package let day: Day
    /// The hour.
    package let time: TimeOfDay

    /// This time on this day, whether or not clocks of some zone ever show it.
    package init(_ day: Day, _ time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }
}
