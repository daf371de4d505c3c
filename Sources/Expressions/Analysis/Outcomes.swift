/// The results that a condition may still have: true, false, or no value.
struct Outcomes: OptionSet, Hashable {
    let rawValue: UInt8

    static let isTrue = Outcomes(rawValue: 1)
    static let isFalse = Outcomes(rawValue: 2)
    static let fails = Outcomes(rawValue: 4)
    static let notTrue: Outcomes = [.isFalse, .fails]
    static let any: Outcomes = [.isTrue, .isFalse, .fails]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ truth: Bool) { self = truth ? .isTrue : .isFalse }

    var isDecided: Bool { rawValue & (rawValue &- 1) == 0 }

    /// What `!` makes of them.
    var negated: Outcomes {
        var result = intersection(.fails)
        if contains(.isTrue) { result.insert(.isFalse) }
        if contains(.isFalse) { result.insert(.isTrue) }
        return result
    }

    /// What `&&` makes of the terms: one false decides, whatever fails beside it.
    static func conjunction(_ terms: [Outcomes]) -> Outcomes {
        var result: Outcomes = []
        if terms.contains(where: { $0.contains(.isFalse) }) { result.insert(.isFalse) }
        if terms.allSatisfy({ $0.contains(.isTrue) }) { result.insert(.isTrue) }
        let canFail = terms.contains { $0.contains(.fails) }
        if canFail, terms.allSatisfy({ $0 != .isFalse }) { result.insert(.fails) }
        return result
    }
}
