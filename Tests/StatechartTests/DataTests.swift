import Statechart
import Testing

@Suite("Variables, loops and choices")
struct DataTests {
    private typealias Content = [Action<Toy.Expression>]

    private func run(_ content: Content) throws -> [String] {
        Make.started(try Make.chart([Node("a", onEntry: [content])], data: ["x"])).macrosteps.logged
    }

    @Test("The first branch that holds runs, else the one without condition; a failing condition is false")
    func choose() throws {
        func branches(_ conditions: Toy.Expression?...) -> Content {
            [.choose(conditions.enumerated().map { Branch(if: $1, [.log(label: "\($0)", nil)]) })]
        }
        #expect(try run(branches(Make.constant(0), Make.constant(1), nil)) == ["1"])
        #expect(try run(branches(Make.constant(0), Make.constant(0), nil)) == ["2"])
        #expect(try run(branches(Make.failing, nil)) == ["1"])
        #expect(try run(branches(Make.constant(0))) == [])
    }

    @Test("A loop declares its variables, goes through a copy, and a failure inside ends the block")
    func loop() throws {
        let sum: Toy.Expression = { variables, _ in
            (variables["x"] ?? 0) + (variables["i"] ?? 0) * 10 + (variables["k"] ?? 0)
        }
        var (session, _) = Make.started(
            try Make.chart(
                [
                    Node(
                        "a",
                        onEntry: [
                            [
                                .forEach(
                                    ForEach(
                                        "i", index: "k", in: Make.constant(3),
                                        [.assign(location: "x", .expression(sum))]))
                            ]
                        ])
                ], data: ["x"]))
        #expect(session.model.variables["x"] == 63)
        session.model.variables["x"] = 0
        let item = Action.forEach(ForEach("1", in: Make.constant(1), [.log(label: "never", nil)]))
        #expect(try run([item, .log(label: "never", nil)]) == [])
        let failing = Action.forEach(
            ForEach("i", in: Make.constant(2), [.log(label: "once", nil), .log(label: "x", Make.failing)]))
        #expect(try run([failing, .log(label: "never", nil)]) == ["once"])
        #expect(try run([.forEach(ForEach("i", in: Make.constant(-1), []))]) == [])
    }

    @Test("An assignment to what does not exist is an error")
    func assign() throws {
        let (_, macrosteps) = Make.started(
            try Make.chart([Node("a", onEntry: [[.assign(location: "y", .literal("1"))]])]))
        #expect(macrosteps[0].trace.failures.map(\.event) == ["error.execution"])
    }

    @Test(
        "Early binding gives all variables their values at the start, late binding on first entry",
        arguments: [(Chart<Toy.Expression>.Binding.early, [7, 7, 5]), (.late, [0, 7, 5])])
    func binding(_ binding: Chart<Toy.Expression>.Binding, values: [Int]) throws {
        let states = [
            Node("a", transitions: [Make.edge("e", "b")]),
            Node(
                "b", transitions: [Make.edge("e", "b", do: [.assign(location: "x", .literal("5"))])],
                data: [DataItem("x", .literal("7"))]),
        ]
        var (session, _) = Make.started(try Make.chart(states, binding: binding))
        var seen = [session.model.variables["x"]]
        for _ in 1...2 {
            _ = session.process(Event("e"))
            seen.append(session.model.variables["x"])
        }
        #expect(seen == values)
    }

    @Test("Arguments replace the first values of top-level variables only")
    func arguments() throws {
        let chart = try Make.chart([Node("a", data: [DataItem("y", .literal("2"))])], data: ["x"])
        var session = ToySession(chart, model: Toy())
        _ = session.start(with: ["x": 4, "y": 4, "z": 4])
        #expect(session.model.variables == ["x": 4, "y": 2])
    }

    @Test("Opaque content comes back in its place")
    func custom() throws {
        let (_, macrosteps) = Make.started(
            try Make.chart([
                Node("a", onEntry: [[.log(label: "1", nil), .custom("own"), .log(label: "2", nil)]])
            ]))
        #expect(macrosteps[0].outputs == [.log(label: "1", nil), .custom("own"), .log(label: "2", nil)])
    }
}
