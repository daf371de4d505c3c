import Agreements

/// Dates and numbers as people read them.
struct CivilTexts {
    let language: Language
    let zone: Zone

    /// « 15 juin 2016 à 17:00 », “15 June 2016, 17:00”: the civil time of the zone.
    func dateAndTime(_ instant: Instant) -> String {
        let civil = zone.civil(instant)
        let clock = [civil.time.hour, civil.time.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
            separator: ":")
        let joint =
            switch language {
            case .french: " à "
            case .english: ", "
            }
        return "\(date(civil.day))\(joint)\(clock)"
    }

    private func date(_ day: Day) -> String {
        let first = language == .french && day.dayOfMonth == 1 ? "er" : ""
        return "\(day.dayOfMonth)\(first) \(Catalogue.months[language][day.month - 1]) \(day.year)"
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

    private var separator: String {
        switch language {
        case .french: "\u{202F}"
        case .english: ","
        }
    }
}
