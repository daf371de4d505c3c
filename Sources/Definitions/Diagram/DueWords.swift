import Agreements

/// Due rules in words.
struct DueWords {
    let language: Language
    /// Values that formulas read as `param.NAME`.
    var parameters: [String: JSON] = [:]

    func words(_ rule: DueRule) -> String {
        let offset = rule.offset.map(length)
        switch (rule.base, language) {
        case (.entry, _): return offset ?? ""
        case (.yearly(let month, let day), .french): return "chaque année le \(two(day))/\(two(month))"
        case (.yearly(let month, let day), .english): return "each year on \(two(month))-\(two(day))"
        case (.formula(let formula), _):
            let base = FormulaWords(language: language, parameters: parameters, length: length).words(
                formula.source)
            guard let period = rule.offset else { return base }
            return "\(base) \(period.count < 0 ? "−" : "+") \(length(period))"
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func length(_ period: Period) -> String {
        let count = abs(period.count)
        return "\(count) \(unit(period.unit, isOne: count == 1))"
    }

    private func unit(_ unit: Period.Unit, isOne: Bool) -> String {
        let plural = isOne ? "" : "s"
        switch language {
        case .french:
            return switch unit {
            case .years: "an" + plural
            case .months: "mois"
            case .weeks: "semaine" + plural
            case .days: "jour" + plural
            case .businessDays: isOne ? "jour ouvré" : "jours ouvrés"
            case .hours: "h"
            case .minutes: "min"
            case .seconds: "s"
            }
        case .english:
            return switch unit {
            case .years: "year" + plural
            case .months: "month" + plural
            case .weeks: "week" + plural
            case .days: "day" + plural
            case .businessDays: "business day" + plural
            case .hours: "h"
            case .minutes: "min"
            case .seconds: "s"
            }
        }
    }
}
