import Agreements

/// The values of the form of one act on several files, in one language.
struct BatchPage {
    private let batch: Batch
    private let answer: ActAnswer
    private let language: Language
    private let times: CivilTexts

    init(_ batch: Batch, _ answer: ActAnswer, language: Language, times: CivilTexts) {
        self.batch = batch
        self.answer = answer
        self.language = language
        self.times = times
    }

    var title: String { (batch.lines.first ?? batch.others.first?.line)?.form.title[language] ?? "" }

    var values: [String: Any] {
        let fields = FormView(batch.fields, typed: answer.typed, problems: answer.problems, in: language)
        let problems =
            ownProblems(BatchForm.box, at: "item-0", "batch.files") + fields.summary
            + ownProblems("reason", at: "reason", "act.reason")
        var values: [String: Any] = [
            "title": title, "groups": groups, "hasFiles": !batch.lines.isEmpty,
            "fields": fields.values, "asksReason": batch.asksReason, "reason": answer.typed?["reason"] ?? "",
            "hasCommon": !batch.fields.isEmpty || batch.asksReason,
            "problems": problems, "hasProblems": !problems.isEmpty || answer.message != nil,
            "others": batch.others.map(other), "hasOthers": !batch.others.isEmpty,
        ]
        if batch.left > 0 {
            values["left"] = text("batch.left").replacing("{left}", with: times.number(batch.left))
        }
        if let message = answer.message { values["message"] = message }
        if let problem = answer.problems["reason"] { values["reasonProblem"] = problem[language] }
        return values
    }

    private func text(_ key: String) -> String { Catalogue.text(key)[language] }

    private func ownProblems(_ name: String, at id: String, _ label: String) -> [[String: Any]] {
        answer.problems[name].map { [["id": id, "label": text(label), "problem": $0[language]]] } ?? []
    }

    /// The files by instrument, each group in the order of its first.
    private var groups: [[String: Any]] {
        var groups: [(legend: String, files: [[String: Any]])] = []
        for (index, line) in batch.lines.enumerated() {
            let (legend, file) = (line.item.instrument[language], file(line, index))
            if let group = groups.firstIndex(where: { $0.legend == legend }) {
                groups[group].files.append(file)
            } else {
                groups.append((legend, [file]))
            }
        }
        return groups.map { ["legend": $0.legend, "files": $0.files] }
    }

    private func file(_ line: Batch.Line, _ index: Int) -> [String: Any] {
        let (item, form, key) = (line.item, line.form, "\(line.key)")
        var values = named(item).merging([
            "id": "item-\(index)", "key": key, "revision": "\(form.revision)",
            "textHash": form.textHash ?? "",
            "isChosen": answer.typed?.all(BatchForm.box).contains(key) ?? false,
            "details": details(item), "texts": form.texts.map { $0[language] },
        ]) { $1 }
        if let principal = form.principals.first {
            values["principal"] = ["value": principal.value, "name": principal.label[language]]
        }
        return values
    }

    private func named(_ item: WorkItem) -> [String: Any] {
        var values: [String: Any] = [
            "reference": item.reference ?? text("file.draft"),
            "path": "/files/\(PercentCoding.encoded(item.file))",
        ]
        if let subject = item.subject { values["subject"] = subject }
        return values
    }

    /// Where its partners are, what it asks for, until when.
    private func details(_ item: WorkItem) -> String {
        let countries = item.countries.map { $0[language] }.joined(separator: ", ")
        let due = item.due.map { "\(text("file.due")) \(times.deadline($0))" }
        return [
            countries.isEmpty ? nil : countries,
            item.amount.map { "\(times.euros($0)) \(text("todo.year"))" }, due,
            item.isOverdue ? text("todo.late") : nil,
        ].compactMap(\.self).joined(separator: " · ")
    }

    private func other(_ other: (line: Batch.Line, reason: LocalizedText)) -> [String: Any] {
        let act = other.line.form.act
        let path =
            "/files/\(PercentCoding.encoded(other.line.item.file))/acts/\(PercentCoding.encoded(act.event))"
            + "?process=\(PercentCoding.encoded(act.process))"
        return named(other.line.item).merging(["path": path, "because": other.reason[language]]) { $1 }
    }
}
