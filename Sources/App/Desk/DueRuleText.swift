import Agreements

/// A due rule as definitions write it, and its place in the file where that is kept.
enum DueRuleText {
    static func text(_ rule: DueRule) -> String {
        let kind = rule.kind == .step ? "" : ", kind: \(rule.kind.rawValue)"
        return base(rule) + kind
    }

    /// `file:line:column`; nil for rules that count from the entry or are yearly.
    static func place(_ rule: DueRule) -> String? {
        if case .formula(let formula) = rule.base { formula.place } else { nil }
    }

    private static func base(_ rule: DueRule) -> String {
        let plus = rule.offset.map { ", plus: \($0)" } ?? ""
        let asOf = rule.asOf.map { ", asOf: \($0.source)" } ?? ""
        return switch rule.base {
        case .entry: "after: \(rule.offset?.description ?? "P0D")"
        case .yearly(let month, let day): "yearly: \(two(month))-\(two(day))\(plus)"
        case .formula(let formula): "at: \(formula.source)\(asOf)\(plus)"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
