package import Agreements

/// What is wrong with one place of a sheet.
package struct SheetProblem: Sendable, Hashable {
    package var line: Int
    package var column: Int
    /// What stands there, cut at 80 characters.
    package var value: String
    package var code: String
    package var reason: LocalizedText

    init(_ field: CSVField, code: String, fr: String, en: String) {
        (line, column, value) = (field.line, field.column, field.text.shortened)
        self.code = code
        reason = LocalizedText(fr: fr, en: en)
    }
}

/// Everything that is wrong with a sheet; nothing of it was stored.
package struct SheetProblems: Error, Sendable, Hashable {
    package let problems: [SheetProblem]

    init(_ problems: [SheetProblem]) { self.problems = problems }
}
