/// What a transition waits for: a token-wise prefix of event names (`error` matches `error.execution`, not
/// `errors`), or `*`, which matches every event.
///
/// `a.b`, `a.b.` and `a.b.*` mean the same.
///
/// Source: SCXML 1.0, section 3.12.1.
package struct EventDescriptor: Sendable, Hashable, CustomStringConvertible {
    /// The descriptor as written.
    package let description: String
    /// The prefix without its wildcard; `nil` matches everything, empty matches nothing.
    let prefix: String?
    let isExact: Bool

    /// A descriptor of one event name and no other: for notations whose names contain dots of their own.
    package init(exactly name: String) {
        description = name
        prefix = name
        isExact = true
    }

    /// Reads a descriptor; there is no text that is none.
    package init(_ text: String) {
        description = text
        isExact = false
        let rest = text.hasSuffix(".*") ? text.dropLast(2) : text.hasSuffix(".") ? text.dropLast() : text[...]
        prefix = text == "*" ? nil : String(rest)
    }

    /// Whether an event of this name is waited for.
    package func matches(_ name: String) -> Bool {
        guard let prefix = prefix?.utf8 else { return true }
        let name = name.utf8
        guard !prefix.isEmpty, name.starts(with: prefix) else { return false }
        return name.count == prefix.count
            || !isExact && name.dropFirst(prefix.count).first == UInt8(ascii: ".")
    }
}
