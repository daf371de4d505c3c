import Agreements
import Web

/// The fields of a dossier as a form shows them, a few at a time in the definition's order.
struct DossierFields {
    let fields: [DossierField]
    let workflow: Workflow

    /// At most so many stand on one page.
    static let sectionMax = 6

    /// Before the names of the dossier's fields, so that none meets another one of a proposal.
    static let prefix = "dossier."

    /// The fields, with what is in them, in the parts that the definition names, else in parts of about the same size.
    func sections(_ values: [String: JSON] = [:]) -> [[FormField]] {
        let fields = fields.map { field($0, values[$0.name]) }
        guard fields.allSatisfy({ $0.section == nil }) else {
            return fields.reduce(into: []) { parts, field in
                if parts.isEmpty || field.section != nil {
                    parts.append([field])
                } else {
                    parts[parts.count - 1].append(field)
                }
            }
        }
        let count = (fields.count + Self.sectionMax - 1) / Self.sectionMax
        return (0..<count).map { index in
            Array(fields[(index * fields.count / count)..<((index + 1) * fields.count / count)])
        }
    }

    private func field(_ field: DossierField, _ value: JSON?) -> FormField {
        var shown = FormField(
            name: Self.prefix + field.name, label: field.title, help: help(field), kind: kind(field),
            isRequired: field.required, value: value.map(Self.typed))
        shown.section = field.section
        return shown
    }

    private func kind(_ field: DossierField) -> FormField.Kind {
        switch field.kind {
        case .integer: .number
        case .flag: .flag
        case .day: .day
        case .instant: .moment
        case .choice(let values): .choice(values.map { FormChoice($0, workflow.text(ofChoice: $0)) })
        case .text where field.lengthMax > Self.lineMax: .text
        case .text, .person, .candidate, .document, .party, .organisation, .organisations, .call: .line
        }
    }

    /// The longest text that is typed in one line.
    private static let lineMax = 300

    private func help(_ field: DossierField) -> LocalizedText? {
        guard let told = field.help else { return limit(field) }
        guard let limit = limit(field) else { return told }
        return LocalizedText(fr: "\(told.fr) \(limit.fr)", en: "\(told.en) \(limit.en)")
    }

    private func limit(_ field: DossierField) -> LocalizedText? {
        switch field.kind {
        case .integer:
            LocalizedText(fr: "Un nombre entier, comme 15 000.", en: "A whole number, such as 15,000.")
        case .text:
            LocalizedText(
                fr: "Au plus \(FieldTexts.grouped(Int64(field.lengthMax), "\u{202F}")) caractères.",
                en: "At most \(FieldTexts.grouped(Int64(field.lengthMax), ",")) characters.")
        case .person: ProposalReader.personHelp
        default: nil
        }
    }

    /// A value as it would have been typed.
    static func typed(_ value: JSON) -> String {
        switch value {
        case .integer(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .array(let elements): elements.compactMap(\.text).joined(separator: ",")
        default: value.text ?? ""
        }
    }

    /// The fields that the rules need and that are empty.
    func missing(in values: [String: JSON]) -> [String] {
        fields.filter { field in
            field.required && (values[field.name].map(Self.typed) ?? "").isBlank
        }.map { Self.prefix + $0.name }
    }
}
