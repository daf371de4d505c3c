/// A name followed by constant fields: `a.b["c"]`.
struct Chain {
    let root: String
    let absolute: Bool
    var fields: [String] = []
    /// How many fields, from the first, are written as names: a declared name may contain dots.
    var names = 0
    /// Which fields are written as an index.
    var indexes: Set<Int> = []
    /// The stretch up to and with each field.
    var spans: [Span] = []
}

extension Compiler {
    /// The tree as a chain, or nil when something in it is no name, field or text index.
    static func chain(of tree: Syntax) -> Chain? {
        switch tree.kind {
        case .name(let name, let absolute): return Chain(root: name, absolute: absolute)
        case .select(let operand, let field):
            return chain(of: operand)?.adding(field, isName: true, at: tree.span)
        case .index(let operand, let index):
            guard case .literal(.string(let field)) = index.kind else { return nil }
            return chain(of: operand)?.adding(field, at: tree.span)
        default: return nil
        }
    }
}

extension Chain {
    func adding(_ field: String, isName: Bool = false, at span: Span) -> Chain {
        var longer = self
        if isName, names == fields.count { longer.names += 1 }
        if !isName { longer.indexes.insert(fields.count) }
        longer.fields.append(field)
        longer.spans.append(span)
        return longer
    }

    /// The same chain rooted in the longest declared name that it begins with (langdef "Name Resolution").
    func rooted(in variables: [String: CELType]) -> Chain {
        for count in stride(from: names, to: 0, by: -1) {
            let dotted = ([root] + fields.prefix(count)).joined(separator: ".")
            guard variables[dotted] != nil else { continue }
            return Chain(
                root: dotted, absolute: absolute, fields: Array(fields.dropFirst(count)),
                indexes: Set(indexes.map { $0 - count }), spans: Array(spans.dropFirst(count)))
        }
        return self
    }
}
