import Expressions

/// A place that can be assigned: a variable, or a field of a map in it (`a.b.c`).
struct CELLocation {
    let variable: String
    let fields: [String]

    /// `nil` for anything but names joined by dots; a field may stand in backticks (``a.`b-c` ``).
    init?(_ text: String) {
        var rest = text[...]
        let name = rest.prefix { $0 != "." }
        guard Self.isName(String(name)) else { return nil }
        rest = rest.dropFirst(name.count)
        var fields: [String] = []
        while !rest.isEmpty {
            guard rest.popFirst() == ".", let field = Self.takeField(from: &rest) else { return nil }
            fields.append(field)
        }
        (variable, self.fields) = (String(name), fields)
    }

    private static func takeField(from rest: inout Substring) -> String? {
        guard rest.first == "`" else {
            let field = rest.prefix { $0 != "." }
            rest = rest.dropFirst(field.count)
            return isField(String(field)) ? String(field) : nil
        }
        rest.removeFirst()
        let field = rest.prefix { $0 != "`" }
        rest = rest.dropFirst(field.count)
        let isQuotable = field.utf8.allSatisfy { isNameByte($0) || "./- ".utf8.contains($0) }
        return rest.popFirst() == "`" && isQuotable && !field.isEmpty ? String(field) : nil
    }

    /// Whether a text can be the name of a field as it stands (CEL: `SELECTOR`).
    private static func isField(_ text: String) -> Bool {
        guard let first = text.utf8.first, !["true", "false", "null", "in"].contains(text) else {
            return false
        }
        return isLetter(first) && text.utf8.allSatisfy(isNameByte)
    }

    /// Whether a text can be the name of a variable (CEL: `IDENT`, without the reserved words).
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !reserved.contains(text) else { return false }
        return isLetter(first) && text.utf8.allSatisfy(isNameByte)
    }

    static func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte == 0x5F || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let",
        "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while",
    ]

    /// The variable's value with a new value at this place; `nil` when the path leads through what is no map.
    func replacing(in old: Value, by new: Value) -> Value? {
        Self.replace(fields[...], in: old, by: new)
    }

    private static func replace(_ fields: ArraySlice<String>, in old: Value, by new: Value) -> Value? {
        guard let field = fields.first else { return new }
        guard case .map(let map) = old else { return nil }
        let rest = fields.dropFirst()
        let inner: Value
        if rest.isEmpty {
            inner = new
        } else {
            guard let next = map[field], let replaced = replace(rest, in: next, by: new) else { return nil }
            inner = replaced
        }
        let others = map.entries.filter { $0.key != .string(field) }.map { ($0.key, $0.value) }
        return ValueMap(pairs: others + [(.string(field), inner)]).map(Value.map)
    }
}
