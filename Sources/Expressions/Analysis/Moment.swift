/// A day or an instant as lengths from another one: `plus(day(d), 'P1M')` is a month after `d`.
package struct Moment: Sendable {
    /// One length that is added or taken away.
    package enum Length: Sendable, Hashable {
        case text(String)
        case parameter(String)
        /// Of a duration in whole milliseconds.
        case elapsed(milliseconds: Int)
        /// Whatever is computed.
        case open
    }

    /// What the lengths count from, in one spelling.
    package private(set) var base: String
    /// The lengths, each with whether it is taken away.
    package private(set) var lengths: [(length: Length, isTakenAway: Bool)] = []

    init(_ tree: Syntax) {
        var tree = tree
        while case .operation(let sign, let operands) = tree.kind, operands.count == 2,
            sign == "+" || sign == "-",
            let added = Self.duration(operands[1])
        {
            lengths.append((.elapsed(milliseconds: added), sign == "-"))
            tree = operands[0]
        }
        while case .call(let name, nil, let arguments) = tree.kind, let first = arguments.first {
            if ["plus", "minus"].contains(name), arguments.count == 2 {
                lengths.append((Length(arguments[1]), name == "minus"))
            } else if name != "day" || arguments.count != 1 {
                break
            }
            tree = first
        }
        base = Canonical.text(of: tree)
    }

    /// The milliseconds of `duration('24h')`.
    private static func duration(_ tree: Syntax) -> Int? {
        guard case .call("duration", nil, let arguments) = tree.kind, arguments.count == 1,
            case .literal(let text) = arguments[0].kind, case .duration(let length)? = try? text.toDuration()
        else { return nil }
        return Int(length.seconds) * 1_000 + Int(length.nanos) / 1_000_000
    }
}

extension Moment.Length {
    fileprivate init(_ tree: Syntax) {
        switch tree.kind {
        case .literal(.string(let text)): self = .text(text)
        case .select(let operand, let field):
            if case .name("param", _) = operand.kind { self = .parameter(field) } else { self = .open }
        default: self = .open
        }
    }
}

extension Program {
    /// The day or instant that the expression gives, as lengths from another one.
    package var moment: Moment { Moment(tree) }
}
