import Expressions
import Testing

@Suite("Hostile expressions")
struct LimitsTests {
    private static let tooDeep =
        "The expression is nested deeper than 32 levels, "
        + "where each operator of a chain such as 1 + 1 + 1 is a level."

    @Test(
        "What is too large is refused by name when it is loaded",
        arguments: [
            (
                "The expression has 1000000 bytes; at most 4096 are allowed.",
                String(repeating: "x", count: 1_000_000)
            ),
            (tooDeep, String(repeating: "(", count: 4000)),
            (tooDeep, String(repeating: "[", count: 4000)),
            (tooDeep, String(repeating: "size(", count: 800)),
            (tooDeep, "1" + String(repeating: "+1", count: 2000)),
            (
                tooDeep,
                "anything" + String(repeating: ".a", count: 2000)
            ),
            (
                tooDeep,
                String(repeating: "true?1:", count: 500) + "1"
            ),
            ("Macros are nested more than 2 deep.", "visas.all(a, visas.all(b, visas.all(c, true)))"),
            ("The expression costs more than the 10000 steps it is allowed.", doubling(of: "[1]")),
        ] as [(String, String)])
    func load(message: String, source: String) {
        #expect(Guards.refusal(of: source)?.message == message)
    }

    @Test("10,000 parentheses are refused under the widest limits, too")
    func parentheses() {
        let widest = Limits(length: 1_000_000, depth: .max, macros: .max, cost: .max)
        let open = String(repeating: "(", count: 10_000)
        #expect(Guards.refusal(of: open + "1", limits: widest)?.message.contains("128 levels") == true)
        let deep = String(repeating: "[", count: 126) + String(repeating: "]", count: 126)
        #expect(Guards.refusal(of: deep, limits: widest) == nil)
    }

    @Test(
        "What grows beyond the cost while it runs is stopped, and nothing absorbs that",
        arguments: [
            doubling(of: "[n]") + " || true",
            "[n].map(x, [x, x])" + String(repeating: ".map(x, x + x)", count: 18) + " == []",
            "[string(n)]" + String(repeating: ".map(x, x + x)", count: 25) + ".size() == 1",
            "[1,2,3,4,5,6,7,8,9,0].all(a, anything.all(b, a + b >= 0))",
        ] as [String])
    func run(source: String) throws {
        let list = Value.list((0..<5000).map { .int($0) })
        let evaluation = try Guards.environment.compile(source).evaluate(
            Guards.bindings.merging(["anything": list]) { $1 })
        #expect(evaluation.error?.kind == .costExceeded)
        #expect(evaluation.cost < 20_000)
    }

    @Test("A guard costs the same each time, and a small one little")
    func cost() throws {
        let program = try Guards.environment.compile("call.isOpen(now) && dossier.complete && n in [1, 2, 3]")
        let costs = Set((0..<10).map { _ in program.evaluate(Guards.bindings).cost })
        #expect(costs.count == 1 && (costs.first ?? 0) < 50)
    }

    @Test("Random bytes are refused or evaluated, and never more", arguments: RandomExpression.seeds)
    func noise(seed: UInt64) {
        var random = NoiseSource(seed: seed)
        for _ in 0..<3000 {
            let source = random.next()
            if let program = try? Guards.environment.compile(source, expecting: nil) {
                #expect(program.evaluate(Guards.bindings).cost <= 20_000)
            }
        }
    }

    private static func doubling(of start: String) -> String {
        start + String(repeating: ".map(x, [x + x, x + x])", count: 1)
            + String(repeating: ".map(x, [x, x])", count: 24) + ".size() == 1"
    }
}
