package import Agreements

/// Dates and numbers as people read them.
package struct CivilTexts: Sendable {
    let language: Language
    let zone: Zone

    package init(language: Language, zone: Zone) {
        self.language = language
        self.zone = zone
    }

    /// « 15 juin 2016 à 17 h », “15 June 2016, 17:00”: the civil time of the zone.
    package func dateAndTime(_ instant: Instant) -> String {
        let civil = zone.civil(instant)
        let clock = self.clock(civil.time)
        let joint =
            switch language {
            case .french: " à "
            case .english: ", "
            }
        return "\(date(civil.day))\(joint)\(clock)"
    }

    /// A deadline: « 26 mai 2021 à 24 h », “26 May 2021, 24:00” where it is the end of that day.
    func deadline(_ instant: Instant) -> String {
        let civil = zone.civil(instant)
        guard civil.time == .midnight else { return dateAndTime(instant) }
        switch language {
        case .french: return "\(date(civil.day.adding(days: -1))) à 24\u{00A0}h"
        case .english: return "\(date(civil.day.adding(days: -1))), 24:00"
        }
    }

    /// The civil time of an instant.
    func time(_ instant: Instant) -> String { clock(zone.civil(instant).time) }

    /// « 17 h », « 7 h 30 »; “17:00”, “7:30”.
    private func clock(_ time: TimeOfDay) -> String {
        let minutes = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
        switch language {
        case .french:
            let hour = "\(time.hour)\u{00A0}h"
            return time.minute == 0 ? hour : "\(hour)\u{00A0}\(minutes)"
        case .english: return "\(time.hour):\(minutes)"
        }
    }

    /// The day of an instant.
    func date(_ instant: Instant) -> String { date(zone.civil(instant).day) }

    /// « 1er juin 2016 », “1 June 2016”.
    package func date(_ day: Day) -> String { day.written(in: language) }

    /// « mardi 1er juin 2016 », “Tuesday 1 June 2016”.
    func dayOfWeek(_ day: Day) -> String {
        "\(Catalogue.weekdays[language][day.weekday.rawValue - 1]) \(date(day))"
    }

    /// A name, with until when its owner is absent.
    package func name(_ name: String, absentUntil day: Day?) -> String {
        guard let day else { return name }
        let absent =
            switch language {
            case .french: "en absence jusqu’au"
            case .english: "absent until"
            }
        return "\(name) (\(absent) \(date(day)))"
    }

    /// Groups of three: a narrow no-break space in French, a comma in English.
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += separator }
            grouped.append(digit)
        }
        return number < 0 ? "−\(grouped)" : grouped
    }

    /// « 15 000 € », “€15,000”.
    func euros(_ amount: Int) -> String {
        switch language {
        case .french: "\(number(amount))\u{00A0}€"
        case .english: "€\(number(amount))"
        }
    }

    /// Bytes, as people read them.
    func size(_ bytes: Int) -> String {
        let unit = language == .french ? "o" : "B"
        guard bytes >= 1_000 else { return "\(bytes)\u{00A0}\(unit)" }
        return bytes >= 1_000_000
            ? "\(number(bytes / 1_000_000))\u{00A0}M\(unit)" : "\(number(bytes / 1_000))\u{00A0}k\(unit)"
    }

    private var separator: String {
        switch language {
        case .french: "\u{202F}"
        case .english: ","
        }
    }
}
