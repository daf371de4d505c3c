/// Reads RE2 syntax into a tree; what is not supported is refused by name.
///
/// Source: github.com/google/re2/wiki/Syntax.
struct PatternParser {
    struct Flags {
        var foldsCase = false
        var isMultiline = false
        var dotIsAny = false
    }

    private static let depthMax = 50
    private static let repetitionMax = 1000

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    var flags = Flags()
    var groupNames: Set<String> = []

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(Fault) -> PatternNode {
        let tree = try alternatives()
        guard peek() == nil else { throw refusal("has a `)` too many") }
        return tree
    }

    private mutating func alternatives() throws(Fault) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthMax else { throw refusal("is nested deeper than \(Self.depthMax) groups") }
        let outer = flags
        defer { flags = outer }
        var branches = [try sequence()]
        while accept("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(Fault) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek(), next != "|", next != ")" {
            parts += acceptAll("\\Q") ? quoted() : try [atom()].compactMap { $0 }
            // Of a quotation the last character is repeated; what sets flags or quotes nothing is no part.
            if let last = parts.popLast() { parts.append(try repeated(last)) }
        }
        return .sequence(parts)
    }

    private mutating func quoted() -> [PatternNode] {
        var parts: [PatternNode] = []
        while peek() != nil, !acceptAll("\\E") {
            if let scalar = take() { parts.append(literal(scalar)) }
        }
        return parts
    }

    /// One part; nil for `(?i)`, which only sets flags.
    private mutating func atom() throws(Fault) -> PatternNode? {
        guard let scalar = take() else { return nil }
        switch scalar {
        case "(": return try group()
        case "[": return .one(try brackets())
        case ".": return .one(flags.dotIsAny ? .any : CharacterClass([0x0A...0x0A], isNegated: true))
        case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "\\": return try escape()
        case "*", "+", "?": throw refusal("has a `\(scalar)` with nothing to repeat")
        default: return literal(scalar)
        }
    }

    func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        .one(CharacterClass(scalar, foldsCase: flags.foldsCase))
    }

    private mutating func repeated(_ part: PatternNode) throws(Fault) -> PatternNode {
        guard let (min, max) = try bounds() else { return part }
        _ = accept("?")
        let after = position
        guard try bounds() == nil else { throw refusal("repeats a repetition, as in `a**`") }
        position = after
        return .repetition(part, min: min, max: max)
    }

    private mutating func bounds() throws(Fault) -> (Int, Int?)? {
        if accept("*") { return (0, nil) }
        if accept("+") { return (1, nil) }
        if accept("?") { return (0, 1) }
        let start = position
        guard accept("{"), let min = number() else {
            position = start
            return nil
        }
        let max = accept(",") ? number() : min
        guard accept("}") else {
            position = start
            return nil
        }
        guard min <= Self.repetitionMax, max ?? min <= Self.repetitionMax, min <= max ?? min else {
            throw refusal("repeats in a wrong order or more than \(Self.repetitionMax) times")
        }
        return (min, max)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let next = peek(), ("0"..."9").contains(next), digits.count < 9 {
            digits.unicodeScalars.append(next)
            position += 1
        }
        return Int(digits)
    }

    private mutating func group() throws(Fault) -> PatternNode? {
        let outer = flags
        if accept("?") {
            // `(?i)` changes the flags up to the end of the group around; `(?i:…)` only within.
            guard try groupPrefix() else { return nil }
        }
        let inner = try alternatives()
        flags = outer
        guard accept(")") else { throw refusal("has a group that is not closed") }
        return inner
    }

    // MARK: Reading characters

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    mutating func take() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += 1
        return scalar
    }

    mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }

    mutating func acceptAll(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    func refusal(_ reason: String) -> Fault { Fault(.invalidPattern, "The pattern \(reason).") }
}
