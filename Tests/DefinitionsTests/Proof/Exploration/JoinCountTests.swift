import Agreements
import Definitions
import Testing

@Suite("Joins and how many children there can be")
struct JoinCountTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var canComplete: Bool

        init(_ name: String, _ join: String, over list: String = "", also: String = "", _ canComplete: Bool) {
            testDescription = name
            let each = list.isEmpty ? "" : "forEach: \"x in \(list)\", "
            text = Small.life(
                """
                a: { $T, children: [{ name: c, \(each)run: child, join: \(join) }], on: { done: { to: z }, c.good: {}, c.bad: {}\(also) } }
                z: { $T, final: true }
                """,
                more: """
                    child:
                      $T
                      initial: open
                      states:
                        open: { $T, on: { yes: { $T, by: [DG], to: good }, no: { $T, by: [DG], to: bad } } }
                        good: { $T, outcome: good, final: true }
                        bad: { $T, outcome: bad, final: true }
                    """, head: "parameters: { need: 3, pair: [a, b], nobody: [], many: 20 }")
            self.canComplete = canComplete
        }
    }

    private static func good(_ condition: String) -> String {
        "{ when: \"children.filter(x, x.outcome == 'good').size() \(condition)\" }"
    }

    static let cases = [
        Case("a misspelt outcome", "{ when: \"children.exists(x, x.outcome == 'goood')\" }", false),
        Case("a misspelt name", "{ when: \"children.exists(x, x.name == 'd' && x.ended)\" }", false),
        Case("two of one", good(">= 2"), false),
        Case("three of one, by a parameter", good(">= param.need"), false),
        Case("one of one", good(">= 1"), true),
        Case("twenty of any number", good(">= param.many"), over: "agreement.parties", true),
        Case(
            "one of each kind", "{ when: \"['good', 'bad'].all(o, children.exists(x, x.outcome == o))\" }",
            over: "param.pair", true),
        Case("three of two", "{ atLeast: 3 }", over: "['a', 'b']", false),
        Case("three of two in a parameter", "{ atLeast: 3 }", over: "param.pair", false),
        Case("any of none in a parameter", "any", over: "param.nobody", false),
        Case(
            "any of parties that cannot be", "any", over: "agreement.parties.filter(p, !p.home && p.home)",
            false),
        Case("any of the parties", "any", over: "agreement.parties", true),
        Case("two of the parties", "{ atLeast: 2 }", over: "agreement.parties", true),
        Case("any of the foreign parties", "any", over: "agreement.foreignParties", false),
        Case("all of the foreign parties", "all", over: "agreement.foreignParties", true),
        Case(
            "any of the foreign parties, beside an act", "any", over: "agreement.foreignParties",
            also: ", stop: { $T, by: [INT], to: z }", true),
        Case("two of the home party", "{ atLeast: 2 }", over: "agreement.parties.filter(p, p.home)", false),
        Case("none of the parties", "{ when: \"children.size() == 0\" }", over: "agreement.parties", false),
        Case("the home party", "any", over: "agreement.parties.filter(p, p.home)", true),
        Case("what else decides is not known", "{ when: measures.flagged }", true),
        Case(
            "of children about which more is asked", "{ when: \"children.exists(x, x.item.x == 'a')\" }", true
        ),
    ]

    @Test("A join that cannot complete is told", arguments: cases)
    func joins(_ one: Case) {
        let found = Small.findings(one.text).filter { $0.contains("join_never_completes") }
        #expect(found == (one.canComplete ? [] : ["12 join_never_completes: start"]))
    }

    @Test("That it cannot only where there are none is said so")
    func none() {
        let foreign = Self.cases.first { $0.testDescription == "any of the foreign parties" }
        let found = Small.prove(foreign?.text ?? "").findings.filter { $0.code == .joinNeverCompletes }
        #expect(found.count == 1 && found.allSatisfy { $0.message.en.contains("when there are none") })
    }

    @Test("A join knows the children of all groups of its state", arguments: [("c", false), ("d", true)])
    func groups(name: String, canComplete: Bool) {
        let join = "{ when: \"children.filter(x, x.name == '\(name)' && x.ended).size() >= 2\" }"
        let text = Case("", join, canComplete).text.replacing(
            "children: [",
            with: "children: [{ name: d, forEach: \"x in ['a', 'b']\", run: child, join: none }, ")
        let found = Small.findings(text)
        #expect(!found.contains { $0.contains("join_never_completes") } == canComplete, "\(found)")
    }
}
