extension Parser {
    /// Words that the language keeps for itself: no variable or function is called so.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop",
        "package", "namespace", "return", "var", "void", "while",
    ]

    mutating func nameOrCall(absolute: Bool, from start: Span) throws(ExpressionError) -> Syntax {
        let token = current
        guard case .name(let name) = token.kind else {
            throw error("Expected a name before \(token.described).")
        }
        guard !Self.reserved.contains(name) else {
            throw error("The word `\(name)` is reserved and cannot be used as a name.")
        }
        _ = advance()
        guard accept("(") else {
            guard current.kind != .symbol("{") else {
                throw error("Messages such as `\(name){…}` are not part of this language; use a map.")
            }
            return Syntax(.name(name, absolute: absolute), at: start.through(token.span))
        }
        let arguments = try arguments()
        let span = start.through(previousSpan)
        if name == "has", arguments.count == 1 { return try presence(arguments[0], at: span) }
        return try node(.call(name, target: nil, arguments), at: span)
    }

    private func presence(_ argument: Syntax, at span: Span) throws(ExpressionError) -> Syntax {
        guard case .select(let operand, let field) = argument.kind else {
            throw source.error("`has` asks for a field, as in `has(call.closesAt)`.", at: argument.span)
        }
        return try node(.has(operand, field: field), at: span)
    }

    /// A call `operand.name(…)` whose opening parenthesis is read.
    ///
    /// The looping macros are told by name and count of arguments.
    mutating func receiverCall(
        _ name: String, on operand: Syntax, at place: Span
    ) throws(ExpressionError) -> Syntax {
        let kind = name == "existsOne" ? MacroKind.existsOne : MacroKind(rawValue: name)
        macroDepth += kind == nil ? 0 : 1
        defer { macroDepth -= kind == nil ? 0 : 1 }
        guard macroDepth <= limits.macros else {
            throw source.error("Macros are nested more than \(limits.macros) deep.", at: place)
        }
        let arguments = try arguments()
        let span = operand.span.through(previousSpan)
        if let kind, arguments.count == 2 || (arguments.count == 3 && kind == .map) {
            return try node(.macro(macro(kind, on: operand, arguments)), at: span)
        }
        return try node(.call(name, target: operand, arguments), at: span)
    }

    private func macro(
        _ kind: MacroKind, on target: Syntax, _ arguments: [Syntax]
    ) throws(ExpressionError) -> Syntax.Macro {
        guard case .name(let variable, absolute: false) = arguments[0].kind else {
            throw source.error(
                "The first argument of `\(kind.rawValue)` must be a new name.", at: arguments[0].span)
        }
        let transform = kind == .map ? arguments.last : nil
        let condition = kind == .map && arguments.count == 2 ? nil : arguments[1]
        return Syntax.Macro(
            kind: kind, target: target, variable: variable, condition: condition, transform: transform)
    }

    /// Arguments up to the closing parenthesis; other than in lists and maps, no comma comes after the last.
    private mutating func arguments() throws(ExpressionError) -> [Syntax] {
        guard !accept(")") else { return [] }
        var arguments: [Syntax] = []
        repeat { arguments.append(try expression()) } while accept(",")
        try expect(")")
        return arguments
    }
}
