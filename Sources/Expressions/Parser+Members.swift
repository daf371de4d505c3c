extension Parser {
    mutating func member() throws(ExpressionError) -> Syntax {
        let first = try primary()
        return try members(of: first)
    }

    /// Selections, indexes and receiver-style calls after a primary.
    mutating func members(of first: Syntax) throws(ExpressionError) -> Syntax {
        var operand = first
        while true {
            if accept(".") {
                operand = try selection(from: operand)
            } else if accept("[") {
                let index = try expression()
                try expect("]")
                operand = try node(.index(operand, index), at: operand.span.through(previousSpan))
            } else {
                return operand
            }
        }
    }

    private mutating func selection(from operand: Syntax) throws(ExpressionError) -> Syntax {
        let token = advance()
        switch token.kind {
        case .quotedName(let name):
            return try node(.select(operand, field: name), at: operand.span.through(token.span))
        case .name(let name) where name != "in":
            guard accept("(") else {
                return try node(.select(operand, field: name), at: operand.span.through(token.span))
            }
            return try receiverCall(name, on: operand, at: token.span)
        default:
            throw source.error("Expected the name of a field before \(token.described).", at: token.span)
        }
    }

    private mutating func primary() throws(ExpressionError) -> Syntax {
        let token = current
        switch token.kind {
        case .literal(let value):
            _ = advance()
            return Syntax(.literal(value), at: token.span)
        case .integer(let number):
            guard let value = Int64(exactly: number) else {
                throw error("The number does not fit into an int.")
            }
            _ = advance()
            return Syntax(.literal(.int(value)), at: token.span)
        case .name: return try nameOrCall(absolute: false, from: token.span)
        case .symbol("."):
            _ = advance()
            return try nameOrCall(absolute: true, from: token.span)
        case .symbol("("): return try parenthesised()
        case .symbol("["): return try list()
        case .symbol("{"): return try map()
        case .symbol, .quotedName, .end:
            throw error("Expected a value before \(token.described).")
        }
    }

    private mutating func parenthesised() throws(ExpressionError) -> Syntax {
        let start = advance().span
        var inner = try expression()
        try expect(")")
        inner.span = start.through(previousSpan)
        return inner
    }

    private mutating func list() throws(ExpressionError) -> Syntax {
        let start = advance().span
        var items: [Syntax] = []
        while !accept("]") {
            items.append(try expression())
            guard !accept(",") else { continue }
            try expect("]")
            break
        }
        return try node(.list(items), at: start.through(previousSpan))
    }

    private mutating func map() throws(ExpressionError) -> Syntax {
        let start = advance().span
        var entries: [(key: Syntax, value: Syntax)] = []
        while !accept("}") {
            let key = try expression()
            try expect(":")
            entries.append((key, try expression()))
            guard !accept(",") else { continue }
            try expect("}")
            break
        }
        return try node(.map(entries), at: start.through(previousSpan))
    }
}
