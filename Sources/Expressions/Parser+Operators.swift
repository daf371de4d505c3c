extension Parser {
    mutating func disjunction() throws(ExpressionError) -> Syntax {
        let first = try conjunction()
        var terms = [first]
        while accept("||") { terms.append(try conjunction()) }
        return terms.count == 1 ? first : try node(.or(terms), at: span(of: terms))
    }

    private mutating func conjunction() throws(ExpressionError) -> Syntax {
        let first = try relation()
        var terms = [first]
        while accept("&&") { terms.append(try relation()) }
        return terms.count == 1 ? first : try node(.and(terms), at: span(of: terms))
    }

    private func span(of terms: [Syntax]) -> Span {
        Span(start: terms.first?.span.start ?? 0, end: terms.last?.span.end ?? 0)
    }

    private mutating func relation() throws(ExpressionError) -> Syntax {
        var left = try sum()
        while let sign = acceptOne(of: ["==", "!=", "<=", ">=", "<", ">"]) ?? acceptIn() {
            left = try operation(sign, left, try sum())
        }
        return left
    }

    private mutating func sum() throws(ExpressionError) -> Syntax {
        var left = try product()
        while let sign = acceptOne(of: ["+", "-"]) { left = try operation(sign, left, try product()) }
        return left
    }

    private mutating func product() throws(ExpressionError) -> Syntax {
        var left = try unary()
        while let sign = acceptOne(of: ["*", "/", "%"]) { left = try operation(sign, left, try unary()) }
        return left
    }

    private func operation(_ sign: String, _ left: Syntax, _ right: Syntax) throws(ExpressionError) -> Syntax
    {
        try node(.operation(sign, [left, right]), at: left.span.through(right.span))
    }

    private mutating func acceptOne(of signs: [String]) -> String? {
        for sign in signs where accept(sign) { return sign }
        return nil
    }

    private mutating func acceptIn() -> String? {
        guard current.kind == .name("in") else { return nil }
        _ = advance()
        return "in"
    }

    /// Signs before a member; two of a kind undo one another, and a minus belongs to the number after it.
    private mutating func unary() throws(ExpressionError) -> Syntax {
        let start = current.span
        guard let sign = acceptOne(of: ["!", "-"]) else { return try member() }
        var count = 1
        while accept(sign) { count += 1 }
        if sign == "-", case .integer(let number) = current.kind, !count.isMultiple(of: 2) {
            let literal = try negativeLiteral(number, from: start)
            return try members(of: literal)
        }
        let operand = try member()
        if count.isMultiple(of: 2) { return Syntax(operand.kind, at: start.through(operand.span)) }
        return try node(.operation(sign, [operand]), at: start.through(operand.span))
    }

    private mutating func negativeLiteral(_ number: UInt64, from start: Span) throws(ExpressionError)
        -> Syntax
    {
        let span = start.through(current.span)
        guard number <= UInt64(Int64.max) + 1 else { throw error("The number does not fit into an int.") }
        _ = advance()
        return Syntax(.literal(.int(number == UInt64(Int64.max) + 1 ? .min : -Int64(number))), at: span)
    }
}
