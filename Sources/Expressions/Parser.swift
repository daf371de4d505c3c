/// Reads tokens into a syntax tree (langdef "Syntax"), by recursive descent with a bounded depth.
struct Parser {
    let source: SourceText
    let limits: Limits
    private let tokens: [Token]
    private var position = 0
    private var depth = 0
    var macroDepth = 0

    /// Reads a whole source.
    /// - Throws: ``ExpressionError`` for a source that is too long, too deep or no expression.
    static func parse(_ source: SourceText, limits: Limits) throws(ExpressionError) -> Syntax {
        let length = source.text.utf8.count
        guard length <= limits.length else {
            throw ExpressionError(
                message: "The expression has \(length) bytes; at most \(limits.length) are allowed.",
                line: 1, column: 1, offset: 0, suggestion: nil)
        }
        var parser = Parser(source: source, limits: limits, tokens: try Lexer.tokens(of: source))
        let tree = try parser.expression()
        guard parser.current.kind == .end else {
            throw parser.error("The expression should end before \(parser.current.described).")
        }
        return tree
    }

    private init(source: SourceText, limits: Limits, tokens: [Token]) {
        self.source = source
        self.limits = limits
        self.tokens = tokens
    }

    /// An expression: `or`, or `or ? or : expression`.
    mutating func expression() throws(ExpressionError) -> Syntax {
        try descend()
        defer { depth -= 1 }
        let condition = try disjunction()
        guard accept("?") else { return condition }
        let yes = try disjunction()
        try expect(":")
        let no = try expression()
        return try node(.conditional(condition, yes, no), at: condition.span.through(no.span))
    }

    private mutating func descend() throws(ExpressionError) {
        depth += 1
        guard depth <= limits.depth else { throw tooDeep(current.span) }
    }

    func tooDeep(_ span: Span) -> ExpressionError {
        source.error(
            "The expression is nested deeper than \(limits.depth) levels, "
                + "where each operator of a chain such as 1 + 1 + 1 is a level.", at: span)
    }

    /// A node of the tree; its height is bounded, so that every later walk over the tree is.
    func node(_ kind: Syntax.Kind, at span: Span) throws(ExpressionError) -> Syntax {
        let node = Syntax(kind, at: span)
        guard node.depth <= limits.depth + 1 else { throw tooDeep(span) }
        return node
    }

    // MARK: Reading tokens

    var current: Token { tokens[position] }
    var previousSpan: Span { tokens[max(position - 1, 0)].span }

    mutating func advance() -> Token {
        let token = current
        if position < tokens.count - 1 { position += 1 }
        return token
    }

    mutating func accept(_ symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ symbol: String) throws(ExpressionError) {
        guard accept(symbol) else {
            throw error("Expected `\(symbol)` before \(current.described).")
        }
    }

    func error(_ message: String) -> ExpressionError { source.error(message, at: current.span) }
}
