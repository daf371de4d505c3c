extension Compiler {
    mutating func loop(_ macro: Syntax.Macro, at span: Span) throws(ExpressionError) -> Typed {
        let target = try compile(macro.target)
        let element = try element(of: target.type, macro, at: span)
        locals.append((macro.variable, element))
        slotsMax = max(slotsMax, locals.count)
        defer { locals.removeLast() }
        var condition: Node?
        var transform: Typed?
        if let test = macro.condition { condition = try bools([test], macro.kind.rawValue).first }
        if let result = macro.transform { transform = try compile(result) }
        let loop = Loop(
            kind: macro.kind, target: target.node, slot: locals.count - 1, condition: condition,
            transform: transform?.node, span: span)
        return Typed(node: .loop(loop), type: type(of: macro.kind, element, transform?.type))
    }

    private func type(of kind: MacroKind, _ element: CELType, _ transform: CELType?) -> CELType {
        switch kind {
        case .all, .exists, .existsOne: .bool
        case .filter: .list(element)
        case .map: .list(transform ?? .dyn)
        }
    }

    private func element(
        of group: CELType, _ macro: Syntax.Macro, at span: Span
    ) throws(ExpressionError) -> CELType {
        switch group.unwrapped {
        case .list(let element): return element
        case .map(let key, _): return key
        case .dyn: return .dyn
        default:
            try refuse(
                "`\(macro.kind.rawValue)` needs a list or a map, but this is \(Wording.article(group)).",
                at: macro.target.span)
            return .dyn
        }
    }
}
