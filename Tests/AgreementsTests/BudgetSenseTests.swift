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
            (
                ["yearlyBudget": 5, "budgetMobility": .max, "budgetOther": .max],
                ["budgetMobility", "budgetOther"]
            ),
            (["yearlyBudget": 0, "budgetMobility": 1, "budgetOther": 0], ["budgetMobility"]),
            (["yearlyBudget": 10, "budgetMobility": 20, "budgetMeetings": 1], ["budgetMobility"]),
            (["budgetMobility": 90_000], []),
            (["yearlyBudget": 15_000, "budgetSalaries": 0], []),
            (["yearlyBudget": 15_000, "budgetSalaries": 1], ["budgetSalaries"]),
        ] as [([String: Int64], [String])])
    func problems(amounts: [String: Int64], expected: [String]) {
        let values = amounts.mapValues { JSON.integer($0) }
        #expect(BudgetSense(values, of: Self.fields).problems.keys.sorted() == expected)
    }

    @Test(
        "Rules learn which part is above its share, and which total its parts exceed",
        arguments: [
            (["yearlyBudget": 15_000, "budgetMobility": 12_000, "budgetOther": 3_000], []),
            (["yearlyBudget": 15_000, "budgetOther": 3_001], ["budgetOther"]),
            (["yearlyBudget": 15_000, "budgetMobility": 15_001], ["yearlyBudget"]),
            (
                ["yearlyBudget": 15_000, "budgetMobility": 12_000, "budgetOther": 3_001],
                ["budgetOther", "yearlyBudget"]
            ),
            (["yearlyBudget": .max - 1, "budgetMobility": .max, "budgetOther": .max], ["yearlyBudget"]),
            (["budgetOther": 3_001], []),
        ] as [([String: Int64], [String])])
    func beyond(amounts: [String: Int64], expected: [String]) {
        let values = amounts.mapValues { JSON.integer($0) }
        #expect(BudgetSense(values, of: Self.fields).beyond == expected)
    }

    private static let fields = [
        amount("yearlyBudget"), amount("budgetMobility", DossierField.Share(of: "yearlyBudget")),
        amount("budgetMeetings", DossierField.Share(of: "yearlyBudget")),
        amount("budgetOther", DossierField.Share(of: "yearlyBudget", percentMax: 20)),
        amount("budgetSalaries", DossierField.Share(of: "yearlyBudget", percentMax: 0)),
    ]

    private static func amount(_ name: String, _ share: DossierField.Share? = nil) -> DossierField {
        var field = DossierField(
            name: name, title: LocalizedText(fr: name, en: name), kind: .integer, required: false)
        field.share = share
        return field
    }
}
