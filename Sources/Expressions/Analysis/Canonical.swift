/// Writes expressions so that different spellings of one meaning have one text.
///
/// Macro variables are numbered, `all` is written by `exists`, and a negation stands at the comparisons.
struct Canonical {
    private var locals: [String] = []

    static func text(of tree: Syntax) -> String {
        var writer = Canonical()
        return writer.write(tree)
    }

    private mutating func write(_ tree: Syntax, negated: Bool = false) -> String {
        switch tree.kind {
        case .operation("!", let operands) where operands.count == 1:
            return write(operands[0], negated: !negated)
        case .operation("!=", let operands): return compare("==", operands, negated: !negated)
        case .operation("==", let operands): return compare("==", operands, negated: negated)
        case .and(let terms): return connect(negated ? " || " : " && ", terms, negated)
        case .or(let terms): return connect(negated ? " && " : " || ", terms, negated)
        case .macro(let macro):
            if macro.kind == .all { return sign(!negated) + loop(macro, "exists", negatedBody: true) }
            return sign(negated) + loop(macro, macro.kind.rawValue, negatedBody: false)
        default: return sign(negated) + plain(tree)
        }
    }

    private func sign(_ negated: Bool) -> String { negated ? "!" : "" }

    private mutating func compare(_ sign: String, _ operands: [Syntax], negated: Bool) -> String {
        let sides = operands.map { write($0) }.sorted()
        return "(" + sides.joined(separator: negated ? " != " : " == ") + ")"
    }

    private mutating func connect(_ sign: String, _ terms: [Syntax], _ negated: Bool) -> String {
        "(" + terms.map { write($0, negated: negated) }.joined(separator: sign) + ")"
    }

    private mutating func loop(_ macro: Syntax.Macro, _ name: String, negatedBody: Bool) -> String {
        let target = write(macro.target)
        locals.append(macro.variable)
        defer { locals.removeLast() }
        let condition = macro.condition.map { [write($0, negated: negatedBody)] } ?? []
        let transform = macro.transform.map { [write($0)] } ?? []
        let parts = ["$\(locals.count)"] + condition + transform
        return "\(target).\(name)(\(parts.joined(separator: ", ")))"
    }

    private mutating func plain(_ tree: Syntax) -> String {
        switch tree.kind {
        case .literal(let value): return "\(value)"
        case .name(let name, let absolute): return self.name(name, absolute: absolute)
        case .select(let operand, let field): return write(operand) + "." + Read.spelling(of: field)
        case .has(let operand, let field): return "has(\(write(operand)).\(Read.spelling(of: field)))"
        case .list(let items): return "[" + list(items) + "]"
        case .map(let entries):
            var texts: [String] = []
            for entry in entries { texts.append("\(write(entry.key)): \(write(entry.value))") }
            return "{" + texts.joined(separator: ", ") + "}"
        case .conditional(let test, let yes, let no):
            return "(\(write(test)) ? \(write(yes)) : \(write(no)))"
        case .operation(let sign, let operands):
            let texts = operands.count == 1 ? [sign + write(operands[0])] : operands.map { write($0) }
            return "(" + texts.joined(separator: " \(sign) ") + ")"
        case .index(let operand, let index): return self.index(operand, index)
        case .call(let name, let target, let arguments):
            // `x.size()` and `size(x)` are one.
            if name == "size", let target { return "size(\(write(target)))" }
            return (target.map { write($0) + "." } ?? "") + "\(name)(\(list(arguments)))"
        case .and, .or, .macro: return write(tree)
        }
    }

    private mutating func list(_ items: [Syntax]) -> String {
        items.map { write($0) }.joined(separator: ", ")
    }

    private mutating func index(_ operand: Syntax, _ index: Syntax) -> String {
        if case .literal(.string(let field)) = index.kind {
            return write(operand) + "." + Read.spelling(of: field)
        }
        return "\(write(operand))[\(write(index))]"
    }

    private func name(_ name: String, absolute: Bool) -> String {
        guard !absolute, let index = locals.lastIndex(of: name) else { return name }
        return "$\(index + 1)"
    }
}
