/// One value that an evaluation read from its bindings.
package struct Read: Sendable, Hashable {
    /// Where it was read: `call.closesAt`; for a question whether a field is there, `has(call.closesAt)`.
    package let path: String
    /// What was found there; true or false for `has(…)`.
    package let value: Value

    /// A read as it was recorded.
    package init(path: String, value: Value) {
        self.path = path
        self.value = value
    }

    /// How a field is written in a path: plain, or in backticks when it is no plain name.
    static func spelling(of field: String) -> String {
        let isName = field.utf8.first?.startsName ?? false && field.utf8.allSatisfy(\.continuesName)
        return isName ? field : "`\(field)`"
    }

    /// Whether this is the answer to `has(…)`.
    package var isPresence: Bool { path.hasPrefix("has(") && path.hasSuffix(")") }

    /// The variable and the fields that the path goes through.
    package var steps: [String] {
        var steps = [""]
        var isQuoted = false
        for scalar in (isPresence ? path.dropFirst(4).dropLast() : path[...]).unicodeScalars {
            switch scalar {
            case "`": isQuoted.toggle()
            case "." where !isQuoted: steps.append("")
            default: steps[steps.count - 1].unicodeScalars.append(scalar)
            }
        }
        return steps
    }
}
