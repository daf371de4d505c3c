/// The hours of legal time: which instant of a day counts, by what falls on it. None of these moves the day.
extension Deadline {
    /// A step that must be done on this day: by 17:00, inclusive.
    ///
    /// Shift the day first where the rule may move it.
    package static func step(on day: Day, _ zone: Zone) -> Deadline {
        Deadline(day: day, limit: zone.instant(day, at: .stepDeadline), isInclusive: true)
    }

    /// An agreement, a withdrawal or a silence that ends on this day: 24:00, exclusive.
    package static func end(of day: Day, _ zone: Zone) -> Deadline {
        Deadline(day: day, limit: zone.endOfDay(day), isInclusive: false)
    }

    /// What opens on this day: 00:00.
    package static func opening(on day: Day, _ zone: Zone) -> Deadline {
        Deadline(day: day, limit: zone.startOfDay(day), isInclusive: false)
    }
}
