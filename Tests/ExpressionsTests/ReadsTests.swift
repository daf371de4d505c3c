import Expressions
import Testing

@Suite("What an evaluation read")
struct ReadsTests {
    @Test(
        "The longest chains that were read are listed once, in order",
        arguments: [
            ("n == 3 && n < 4", ["n"]), ("n == 4 && dossier.complete", ["n"]),
            ("dossier.complete && call.year == 2012", ["dossier.complete", "call.year"]),
            ("call.isOpen(now)", ["call", "now"]), ("In('draft')", ["active"]),
            ("visas.exists(v, v.kind == 'DU')", ["visas"]), ("has(call.opensAt)", ["has(call.opensAt)"]),
            ("has(anything.x.y) && anything.x.y == 1", ["has(anything.x.y)", "anything.x.y"]),
            ("call.opensAt < now", ["has(call.opensAt)"]), ("dossier.call.year == 1", ["dossier.call"]),
            ("anything['odd name'] == 2", ["anything.`odd name`"]), ("amounts['a'] == 1", ["amounts.a"]),
            ("[1, 2].map(n, n) == [1, 2]", []),
        ] as [(String, [String])])
    func paths(source: String, paths: [String]) throws {
        let evaluation = try Guards.evaluate(source)
        #expect(evaluation.reads.map(\.path) == paths)
        #expect(try Guards.environment.compile(source).readablePaths.isEmpty == paths.isEmpty)
    }

    @Test(
        "A decision is decided again, to the same end, from what it read", arguments: RandomExpression.seeds)
    func again(seed: UInt64) throws {
        var random = RandomExpression(seed: seed)
        for _ in 0..<500 {
            let source = random.bool(depth: 4)
            let program = try Guards.environment.compile(
                source, limits: .init(length: 65_536, depth: 64, macros: 9, cost: 100_000))
            let bindings = random.bindings()
            let first = program.evaluate(bindings)
            let second = program.evaluate(Read.bindings(from: first.reads))
            #expect(first.result == second.result, "replay with seed \(seed): \(source)")
            #expect(first.reads == second.reads && first.cost == second.cost, "seed \(seed): \(source)")
        }
    }

    @Test("A guard that is closed names the terms that closed it, with the values they read")
    func explanation() throws {
        let source = "dossier.complete && (n > 5 && call.year == 2012) && call.opensAt < now && In('review')"
        let failed = try Guards.environment.compile(source).explain(Guards.bindings)
        #expect(failed.map(\.source) == ["n > 5", "call.opensAt < now", "In('review')"])
        #expect(failed[0].reads == [Read(path: "n", value: 3)])
        #expect(failed[1].error?.kind == .noSuchField)
        #expect(failed[2].reads == [Read(path: "active", value: ["draft"])])
        #expect(try Guards.environment.compile("n == 3").explain(Guards.bindings).isEmpty)
    }
}
