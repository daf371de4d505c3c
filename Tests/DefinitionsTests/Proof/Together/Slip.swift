import Definitions

/// A piece of a sound definition that is written otherwise, and what must be found then.
struct Slip: Sendable {
    let name: String
    let old: String
    let new: String
    let expected: [Finding.Code]

    init(_ name: String, _ old: String, _ new: String, _ expected: [Finding.Code]) {
        (self.name, self.old, self.new, self.expected) = (name, old, new, expected)
    }

    /// The text with it; nil where another slip has taken its place.
    func applied(to text: String) -> String? {
        text.firstRange(of: old) == nil ? nil : text.replacing(old, with: new, maxReplacements: 1)
    }
}
