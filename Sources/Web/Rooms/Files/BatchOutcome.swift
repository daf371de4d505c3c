import Agreements

/// What became of an act on one of several files.
enum BatchOutcome: Hashable {
    /// With the stages that the file is in now.
    case done([LocalizedText])
    case refused(LocalizedText)
    /// The file is not what the form showed.
    case changed
    /// Something outside the rules failed.
    case fault

    var isDone: Bool { if case .done = self { true } else { false } }

    func values(of order: BatchForm.Order, in language: Language) -> [String: Any] {
        let (key, path) = (name, "/files/\(PercentCoding.encoded(order.key.file))")
        var values: [String: Any] = [
            "reference": order.form?.reference
                ?? (order.form == nil ? order.key.file : Catalogue.text("file.draft")[language]),
            "path": path, "outcome": Catalogue.text("outcome.\(key)")[language], "code": tag,
            "next": Catalogue.text("outcome.\(key)Next")[language], "said": said(in: language),
        ]
        if let subject = order.form?.subject { values["subject"] = subject }
        return values
    }

    private var name: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .changed: "changed"
        case .fault: "fault"
        }
    }

    /// Its class in the style sheet.
    private var tag: String {
        switch self {
        case .done: "in_force"
        case .changed: "suspended"
        case .refused, .fault: "alert"
        }
    }

    private func said(in language: Language) -> String {
        switch self {
        case .done(let stages): stages.map { $0[language] }.joined(separator: " · ")
        case .refused(let text): text[language]
        case .changed, .fault: ""
        }
    }
}
