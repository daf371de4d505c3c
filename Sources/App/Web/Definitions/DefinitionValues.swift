import Agreements
import Web

/// The parameters and dated rules of a definition as a table.
struct DefinitionValues {
    private let workflow: Workflow

    init(_ workflow: Workflow) { self.workflow = workflow }

    var table: ListTable {
        let fixed = workflow.parameters.sorted { $0.key < $1.key }.map { Self.row($0.key, $0.value, nil) }
        let dated = workflow.rules.sorted { $0.key < $1.key }.flatMap { name, values in
            [Self.row(name, values.first, nil)] + values.changes.map { Self.row(name, $0.value, $0.from) }
        }
        return ListTable([.name, .value, .from], fixed + dated, count: fixed.count + dated.count)
    }

    private static func row(_ name: String, _ value: JSON, _ from: Day?) -> [ListCell] {
        [.text(name), .words(words(value)), .day(from)]
    }

    private static func words(_ value: JSON) -> LocalizedText {
        switch value {
        case .bool(let flag):
            return flag ? LocalizedText(fr: "oui", en: "yes") : LocalizedText(fr: "non", en: "no")
        case .string(let text):
            guard let period = try? Period(parsing: text) else { return LocalizedText(fr: text, en: text) }
            return words(period)
        case .array(let values):
            let texts = values.map(words)
            return LocalizedText(
                fr: texts.map(\.fr).joined(separator: ", "), en: texts.map(\.en).joined(separator: ", "))
        case .integer, .null, .object: return LocalizedText(fr: value.canonical, en: value.canonical)
        }
    }

    private static func words(_ period: Period) -> LocalizedText {
        let isOne = Language.french.isSingular(period.count)
        let (fr, en) =
            switch period.unit {
            case .years: (isOne ? "an" : "ans", "year")
            case .months: ("mois", "month")
            case .weeks: (isOne ? "semaine" : "semaines", "week")
            case .days: (isOne ? "jour" : "jours", "day")
            case .businessDays: (isOne ? "jour ouvré" : "jours ouvrés", "business day")
            case .hours: (isOne ? "heure" : "heures", "hour")
            case .minutes: (isOne ? "minute" : "minutes", "minute")
            case .seconds: (isOne ? "seconde" : "secondes", "second")
            }
        return LocalizedText(
            fr: "\(period.count)\u{00A0}\(fr)",
            en: "\(period.count)\u{00A0}\(en)\(Language.english.isSingular(period.count) ? "" : "s")")
    }
}
