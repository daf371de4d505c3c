/// The smallest unit of the source, with its place.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        case name(String)
        /// A name in backticks: good as a field only.
        case quotedName(String)
        case literal(Value)
        /// An integer without sign or suffix; its sign decides whether it fits.
        case integer(UInt64)
        case symbol(String)
        case end
    }

    let kind: Kind
    let span: Span

    /// How an error message calls the token.
    var described: String {
        switch kind {
        case .name(let name), .quotedName(let name): "`\(name)`"
        case .literal(let value): "a \(value.typeName) literal"
        case .integer: "a number"
        case .symbol(let symbol): "`\(symbol)`"
        case .end: "the end of the expression"
        }
    }
}
