/// A day or an instant as lengths from another one: `plus(day(d), 'P1M')` is a month after `d`.
package struct Moment: Sendable {
    /// One length that is added or taken away.
    package enum Length: Sendable, Hashable {
        case text(String)
        case parameter(String)
        /// Whatever is computed.
        case open
    }

    /// What the lengths count from, in one spelling.
    package private(set) var base: String
    /// The lengths, each with whether it is taken away.
    package private(set) var lengths: [(length: Length, isTakenAway: Bool)] = []

    init(_ tree: Syntax) {
        var tree = tree
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
