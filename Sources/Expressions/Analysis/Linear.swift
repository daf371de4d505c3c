/// A whole number as `factor * base + offset`; a constant has no base.
struct Linear {
    var base: Term.ID?
    var factor: Int64
    var offset: Int64

    /// Up to these nothing overflows that stands for numbers within ±(2^53 − 1).
    private static let factorMax = 1_000
    private static let offsetMax = 1 << 53

    /// Nil where a part grows too large.
    init?(base: Term.ID?, factor: Int64, offset: Int64) {
        guard factor.magnitude <= Self.factorMax, offset.magnitude <= Self.offsetMax else { return nil }
        self.base = factor == 0 ? nil : base
        self.factor = factor
        self.offset = offset
    }

    func adding(_ other: Linear) -> Linear? {
        guard base == nil || other.base == nil || base == other.base else { return nil }
        return Linear(
            base: base ?? other.base, factor: factor + other.factor, offset: offset + other.offset)
    }

    func multiplied(by other: Linear) -> Linear? {
        guard other.base == nil else { return base == nil ? other.multiplied(by: self) : nil }
        let (scaled, overflows) = offset.multipliedReportingOverflow(by: other.offset)
        guard !overflows, other.offset.magnitude <= Self.factorMax || base == nil else { return nil }
        return Linear(
            base: base, factor: base == nil ? 0 : factor * other.offset, offset: scaled)
    }

    var negated: Linear? { Linear(base: base, factor: -factor, offset: -offset) }
}

extension Abstraction {
    /// A comparison with arithmetic in it, read as one of a value with a bound, or of two values that are so
    /// far apart; nil for what is none.
    mutating func linear(_ sign: String, _ left: Syntax, _ right: Syntax) -> Condition? {
        if let difference = difference(sign, left, right) { return difference }
        guard left.isArithmetic || right.isArithmetic, let left = linear(left), let right = linear(right),
            let related = related(sign, left, right)
        else { return nil }
        return .requiring(.and([left, right].compactMap(\.base).map { defined($0) }), related)
    }

    /// `a - b == 0` as `a == b`, where both are whole numbers.
    private mutating func difference(_ sign: String, _ left: Syntax, _ right: Syntax) -> Condition? {
        guard ["==", "!="].contains(sign), case .success(.int(0))? = known(right),
            case .operation("-", let operands) = left.kind, operands.count == 2,
            let first = linear(operands[0]), let second = linear(operands[1]),
            first.base != nil, second.base != nil, first.base != second.base,
            let related = related(sign, first, second)
        else { return nil }
        return .requiring(.and([first, second].compactMap(\.base).map { defined($0) }), related)
    }

    /// The whole number of an expression that is a constant, a path, a size, or put together from one of them
    /// and constants.
    private mutating func linear(_ tree: Syntax) -> Linear? {
        switch known(tree) {
        case .success(.int(let number))?: return Linear(base: nil, factor: 0, offset: number)
        case .success?, .failure?: return nil
        case nil: break
        }
        guard case .operation(let sign, let operands) = tree.kind, tree.isArithmetic else {
            return plain(tree)
        }
        guard let first = linear(operands[0]) else { return nil }
        guard operands.count > 1 else { return first.negated }
        guard let second = linear(operands[1]) else { return nil }
        switch sign {
        case "+": return first.adding(second)
        case "-": return second.negated.flatMap(first.adding)
        default: return first.multiplied(by: second)
        }
    }

    private mutating func plain(_ tree: Syntax) -> Linear? {
        let term = term(tree)
        guard terms[term].type == .int else { return nil }
        switch terms[term].form {
        case .path, .size: return Linear(base: term, factor: 1, offset: 0)
        case .constant, .failure, .sum, .opaque: return nil
        }
    }

    private mutating func related(_ sign: String, _ left: Linear, _ right: Linear) -> Condition? {
        guard let base = left.base ?? right.base else { return nil }
        guard let other = right.base, other != base else {
            return bounded(sign, base, by: left.factor - right.factor, right.offset - left.offset)
        }
        guard left.factor == 1, right.factor == 1 else { return nil }
        return relation(sign, sum(base, left.offset), sum(other, right.offset))
    }

    /// `factor * base` compared with a bound.
    private mutating func bounded(
        _ sign: String, _ base: Term.ID, by factor: Int64, _ bound: Int64
    ) -> Condition {
        guard factor != 0 else { return .constant(Outcomes(Self.holds(sign, 0, bound))) }
        guard factor > 0 else { return bounded(Self.turned(sign), base, by: -factor, -bound) }
        let (below, rest) = bound.flooredDivision(by: factor)
        let isExact = rest == 0
        switch sign {
        case "==", "!=":
            let isNever = Condition.constant(Outcomes(sign == "!="))
            return isExact ? relation(sign, base, constant(.int(below))) : isNever
        // Between two multiples `<` and `<=`, and `>` and `>=`, say the same.
        case "<", "<=": return relation(isExact ? sign : "<=", base, constant(.int(below)))
        default: return relation(isExact ? sign : ">", base, constant(.int(below)))
        }
    }

    private static func turned(_ sign: String) -> String {
        ["<": ">", "<=": ">=", ">": "<", ">=": "<="][sign] ?? sign
    }

    private static func holds(_ sign: String, _ left: Int64, _ right: Int64) -> Bool {
        switch sign {
        case "==": left == right
        case "!=": left != right
        case "<": left < right
        case "<=": left <= right
        case ">": left > right
        default: left >= right
        }
    }

    private mutating func sum(_ base: Term.ID, _ offset: Int64) -> Term.ID {
        guard offset != 0 else { return base }
        let key = "\(terms[base].key) + \(offset)"
        if let number = number(of: key) { return number }
        let sum = add(Term(form: .sum(of: base, offset), key: key, type: .int))
        share(gateOf: base, with: sum)
        return sum
    }
}

extension Syntax {
    fileprivate var isArithmetic: Bool {
        guard case .operation(let sign, let operands) = kind else { return false }
        return operands.count == 2 ? ["+", "-", "*"].contains(sign) : sign == "-"
    }
}
