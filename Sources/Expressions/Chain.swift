/// A name followed by constant fields: `a.b["c"]`.
struct Chain {
    let root: String
    let absolute: Bool
    var fields: [String] = []
    /// The stretch up to and with each field.
    var spans: [Span] = []
}

extension Compiler {
    /// The tree as a chain, or nil when something in it is no name, field or text index.
    static func chain(of tree: Syntax) -> Chain? {
        switch tree.kind {
        case .name(let name, let absolute): return Chain(root: name, absolute: absolute)
        case .select(let operand, let field): return chain(of: operand)?.adding(field, at: tree.span)
        case .index(let operand, let index):
            guard case .literal(.string(let field)) = index.kind else { return nil }
            return chain(of: operand)?.adding(field, at: tree.span)
        default: return nil
        }
    }
}

extension Chain {
    func adding(_ field: String, at span: Span) -> Chain {
        var longer = self
        longer.fields.append(field)
        longer.spans.append(span)
        return longer
    }
}
