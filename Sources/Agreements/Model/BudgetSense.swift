/// What the amounts of a dossier's budget say against each other.
package struct BudgetSense {
    private let values: [String: JSON]

    package init(_ values: [String: JSON]) { self.values = values }

    /// The parts that cannot be right beside the total, each with what is wrong; nothing where there is no total.
    package var problems: [String: LocalizedText] {
        guard let total = amount(Self.total) else { return [:] }
        let given = Self.parts.filter { amount($0) != nil }
        guard let last = given.last else { return [:] }
        var problems: [String: LocalizedText] = [:]
        // The last part that was given is the one that goes beyond.
        if given.compactMap(amount).reduce(0, Self.sum) > total { problems[last] = Self.beyond }
        if let other = amount(Self.other), Self.sum(other, other, other, other, other) > total {
            problems[Self.other] = Self.tooMuch
        }
        return problems
    }

    private func amount(_ name: String) -> Int64? {
        if case .integer(let number) = values[name] { number } else { nil }
    }

    private static func sum(_ numbers: Int64...) -> Int64 { numbers.reduce(0, sum) }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, isBeyond) = a.addingReportingOverflow(b)
        return isBeyond ? .max : sum
    }

    private static let total = "yearlyBudget"
    private static let other = "budgetOther"
    private static let parts = ["budgetMobility", "budgetMeetings", "budgetEquipment", other]

    private static let beyond = LocalizedText(
        fr: "les parts dépassent ensemble le budget annuel", en: "the parts together exceed the yearly budget"
    )
    private static let tooMuch = LocalizedText(
        fr: "plus d’un cinquième du budget annuel", en: "more than one fifth of the yearly budget")
}
