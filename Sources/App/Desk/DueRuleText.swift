import Agreements

/// A due rule as definitions write it, with its place where it has one.
enum DueRuleText {
    static func text(_ rule: DueRule) -> String {
        let kind = rule.kind == .step ? "" : ", kind: \(rule.kind.rawValue)"
        switch rule.base {
        case .entry: return "after: \(rule.offset?.description ?? "P0D")\(kind)"
        case .yearly(let month, let day):
            return "yearly: \(two(month))-\(two(day))\(offset(rule))\(kind)"
        case .formula(let formula): return "at: \(formula.source)\(offset(rule))\(kind) (\(formula.place))"
        }
    }

    private static func offset(_ rule: DueRule) -> String { rule.offset.map { ", plus: \($0)" } ?? "" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
