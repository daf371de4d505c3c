import Agreements
import Testing

@Suite("What the amounts of a budget say against each other")
struct BudgetSenseTests {
    @Test(
        "Parts beyond the total and other costs beyond a fifth are told, at the part",
        arguments: [
            (["yearlyBudget": 15_000, "budgetMobility": 12_000, "budgetOther": 3_000], []),
            (["yearlyBudget": 15_000, "budgetMobility": 90_000], ["budgetMobility"]),
            (["yearlyBudget": 15_000, "budgetMobility": 6_000, "budgetOther": 9_000], ["budgetOther"]),
            (
                ["yearlyBudget": 15_000, "budgetMobility": 10_000, "budgetMeetings": 6_000],
                ["budgetMeetings"]
            ),
            (["yearlyBudget": 5, "budgetMobility": .max, "budgetOther": .max], ["budgetOther"]),
            (["budgetMobility": 90_000], []),
        ] as [([String: Int64], [String])])
    func problems(amounts: [String: Int64], expected: [String]) {
        let values = amounts.mapValues { JSON.integer($0) }
        #expect(BudgetSense(values).problems.keys.sorted() == expected)
    }
}
