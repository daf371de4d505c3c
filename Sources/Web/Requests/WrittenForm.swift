import Agreements
import FoundationEssentials

/// What somebody wrote and chose in a form, as a page tells it again.
struct WrittenForm {
    private let typed: Fields
    /// The files that it is about, by their references.
    private let files: [String]
    private let fields: [FormField]
    private let language: Language?
    private let times: CivilTexts?

    /// For a page that knows nothing of the form but what was sent.
    init(_ typed: Fields, files: [String] = []) {
        (self.typed, self.files, fields, language, times) = (typed, files, [], nil, nil)
    }

    /// - Parameter fields: those of the form, as far as they are known.
    init(_ typed: Fields, fields: [FormField], _ times: CivilTexts) {
        (self.typed, files, self.fields) = (typed, [], fields)
        (language, self.times) = (times.language, times)
    }

    /// Each value, with its label where that is known.
    var lines: [[String: Any]] {
        files.map { ["value": $0] }
            + typed.entries.compactMap { entry in
                guard let value = value(of: entry) else { return nil }
                return label(of: entry.name).map { ["label": $0, "value": value] } ?? ["value": value]
            }
    }

    private func field(_ name: String) -> FormField? {
        guard name.hasPrefix(FormView.prefix) else { return nil }
        return fields.first { $0.name == name.dropFirst(FormView.prefix.count) }
    }

    private func label(of name: String) -> String? {
        guard let language else { return nil }
        if name == Self.reason { return Catalogue.text("act.reason")[language] }
        return field(name)?.label[language]
    }

    /// What can be read of an entry: a choice by its name, a day as it is said; nothing of what a page gave its form.
    private func value(of entry: (name: String, value: String)) -> String? {
        guard !entry.value.isEmpty else { return nil }
        if let field = field(entry.name), let told = told(entry.value, field) { return told }
        let isTyped = entry.name == Self.reason || entry.name.hasPrefix(FormView.prefix)
        return (isTyped || entry.value.contains(" ")) && UUID(uuidString: entry.value) == nil
            ? entry.value : nil
    }

    private func told(_ value: String, _ field: FormField) -> String? {
        guard let language, let times else { return nil }
        switch field.kind {
        case .choice(let choices), .choices(let choices):
            return choices.first { $0.value == value }?.label[language]
        case .flag: return Catalogue.text(value == "true" ? "form.yes" : "form.no")[language]
        case .day: return (try? Day(parsing: value)).map(times.date)
        case .line, .text, .number, .moment: return nil
        }
    }

    private static let reason = "reason"
}
