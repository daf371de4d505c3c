import Agreements

/// What the fields of a form showed when it was made, by a mark of each: what was typed since is told from it.
struct ShownFields {
    /// Before the name of a field in the form that comes back.
    static let prefix = "was."

    private let marks: [String: String]

    init(_ fields: [FormField]) {
        marks = Dictionary(
            fields.map { ($0.name, Self.mark(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// As a form sent them back.
    init(of form: Fields) { marks = form.group(Self.prefix) }

    /// The inputs that carry them along.
    var inputs: [[String: Any]] {
        marks.sorted { $0.key < $1.key }.map { ["name": Self.prefix + $0.key, "value": $0.value] }
    }

    /// Whether a field says something else than it showed; one that nothing is known of may.
    func differs(_ field: FormField) -> Bool { marks[field.name].map { $0 != Self.mark(of: field) } ?? true }

    /// Whether it is known what a field showed.
    func knows(_ field: FormField) -> Bool { marks[field.name] != nil }

    /// Whether two fields hold the same.
    static func areSame(_ first: FormField, _ second: FormField) -> Bool {
        mark(of: first) == mark(of: second)
    }

    /// Browsers send the ends of lines as CR LF, whatever they were given.
    private static func mark(of field: FormField) -> String {
        (field.value ?? "").replacing("\r\n", with: "\n").trimmingBlanks.checksum
    }
}
