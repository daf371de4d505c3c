import Agreements

/// The text of a notice, parsed: the part of Mustache that notices use.
///
/// Values `{{name}}`, sections `{{#name}}…{{/name}}` and `{{^name}}…{{/name}}`, comments `{{! … }}`.
/// Partials, other delimiters, inheritance and unescaped values have no use in a plain text of the house and
/// are refused.
struct NoticeTemplate: Sendable {
    /// A tag with what is inside it; `offset` is that of its braces, in code points.
    indirect enum Part: Sendable {
        case value(name: String, offset: Int)
        case section(name: String, isInverted: Bool, offset: Int, parts: [Part])
    }

    /// What is no template, and where, in code points.
    struct Problem: Error {
        var message: LocalizedText
        var offset: Int
    }

    var parts: [Part]

    /// The template of `text`; cost is linear in its length.
    init(parsing text: String) throws(Problem) {
        var parser = NoticeTemplateParser(text)
        parts = try parser.parts(inside: nil)
    }
}
