import Testing

/// The sample with one piece replaced, and everything that must be found then.
struct Mutation: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var expected: [String]

    init(_ name: String, _ old: String, _ new: String, _ expected: String...) {
        self.name = name
        self.old = old
        self.new = new
        self.expected = expected
    }

    var testDescription: String { name }

    var text: String {
        guard let range = Sample.text.firstRange(of: old) else { return "the sample has no \(old)" }
        return Sample.text.replacingCharacters(in: range, with: new)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
