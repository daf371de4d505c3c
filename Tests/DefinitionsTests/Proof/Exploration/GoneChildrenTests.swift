import Agreements
import Definitions
import Testing

@Suite("Children that are asked for where they are gone")
struct GoneChildrenTests {
    private static func found(_ states: String) -> [String] {
        let vote = """
            vote:
              $T
              initial: open
              states:
                open: { $T, on: { yes: { $T, by: [INT], to: agreed }, no: { $T, by: [INT], to: refused } } }
                agreed: { $T, outcome: agreed, final: true }
                refused: { $T, outcome: refused, final: true }
            """
        return Small.prove(Small.life(states, more: vote)).findings.map(\.message.en).filter {
            $0.contains("gone there")
        }
    }

    private static let count = "size(children.filter(c, c.name == 'vote' && c.outcome == 'agreed')) > 1"
    private static let voting = "children: [{ name: vote, forEach: 'n in [1, 2, 3]', run: vote, join: all }]"

    @Test("After another state they are no longer there to be counted")
    func gone() {
        let found = Self.found(
            """
            a: { $T, \(Self.voting), on: { done: { to: b } } }
            b: { $T, on: { sum_up: { $T, by: [INT], to: c } } }
            c: { $T, on: { always: [{ if: "\(Self.count)", to: y }, { to: z }] } }
            y: { $T, final: true }
            z: { $T, final: true }
            """)
        #expect(
            found.count == 1 && found.allSatisfy { $0.hasPrefix("c asks for the children vote") }, "\(found)")
    }

    @Test(
        "So they are where a formula counts them without a name",
        arguments: ["size(children) > 1", "children.exists(c, c.ended)"])
    func unnamed(condition: String) {
        let found = Self.found(
            """
            a: { $T, \(Self.voting), on: { done: { to: b } } }
            b: { $T, on: { always: [{ if: "\(condition)", to: y }, { to: z }] } }
            y: { $T, final: true }
            z: { $T, final: true }
            """)
        #expect(found == ["b asks for children, but they are gone there: they go with a"])
    }

    @Test("Where they end, and in states within, they are")
    func there() {
        #expect(
            Self.found(
                """
                a: { $T, \(Self.voting), on: { done: [{ if: "\(Self.count)", to: y }, { to: z }] } }
                y: { $T, final: true }
                z: { $T, final: true }
                """) == [])
    }
}
