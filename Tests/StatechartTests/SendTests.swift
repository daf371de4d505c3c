import Statechart
import TestSupport
import Testing

@Suite("Sending, delays and cancelling")
struct SendTests {
    private func chart(_ content: [Action<Toy.Expression>]) throws -> Chart<Toy.Expression> {
        try Make.chart([
            Node("a", onEntry: [content], transitions: [Make.edge("*", do: [.log(label: "seen", nil)])])
        ])
    }

    private func delayed(_ event: String, _ delay: String, id: String? = nil) -> Action<Toy.Expression> {
        .send(Send(.literal(event), after: .literal(delay), id: id))
    }

    @Test(
        "A delay is a decimal number of s or ms",
        arguments: [
            ("1s", Duration.seconds(1)), (".5s", .milliseconds(500)), ("1.5s", .milliseconds(1500)),
            ("10ms", .milliseconds(10)),
            ("0s", .zero), ("1", nil), ("s", nil), ("-1s", nil), ("1 s", nil), ("1.2.3s", nil),
            ("99999999999999999999s", nil),
            ("", nil), (".s", nil), ("+1s", .seconds(1)), ("+.5s", .milliseconds(500)),
            ("0.5S", .milliseconds(500)), ("10Ms", .milliseconds(10)), (" 1s\n", .seconds(1)), ("++1s", nil),
            ("+ 1s", nil), ("+s", nil), ("1s 2s", nil), ("1m s", nil), ("  ", nil),
        ])
    func delays(text: String, delay: Duration?) {
        #expect(Duration(delay: text) == delay)
    }

    @Test("A delayed event comes out as data and is delivered at its time")
    func delay() throws {
        var tree = SessionTree(
            ToySession(try chart([delayed("late", "2s"), delayed("soon", "1s")]), model: Toy()))
        tree.start()
        #expect(tree.records.count == 1 && tree.hasPendingEvents)
        tree.advance(by: .milliseconds(1500))
        #expect(tree.records.map { $0.macrostep.event?.name } == [nil, "soon"])
        tree.runToEnd()
        #expect(tree.now == .seconds(2))
        #expect(tree.records.map(\.at) == [.zero, .seconds(1), .seconds(2)])
    }

    @Test("A cancelled event is not delivered, others with other ids are")
    func cancel() throws {
        let content = [delayed("a", "1s", id: "x"), delayed("b", "1s", id: "y"), .cancel(.literal("x"))]
        var tree = SessionTree(ToySession(try chart(content), model: Toy()))
        tree.start()
        tree.runToEnd()
        #expect(tree.records.compactMap { $0.macrostep.event?.name } == ["b"])
        #expect(tree.records.last?.macrostep.event?.sendID == "y")
    }

    @Test(
        "Delayed events come by their time, those of one time in the order of sending, others cancelled or not"
    )
    func order() throws {
        var random = SplitMix64(seed: 7)
        let delays = (0..<600).map { _ in Int.random(in: 1...40, using: &random) }
        let sends = delays.enumerated().map { delayed("\($0)", "\($1)ms", id: "\($0 % 7)") }
        var tree = SessionTree(ToySession(try chart(sends + [.cancel(.literal("3"))]), model: Toy()))
        tree.start()
        tree.runToEnd()
        let kept = delays.indices.filter { $0 % 7 != 3 }
        let expected = kept.sorted { (delays[$0], $0) < (delays[$1], $1) }
        #expect(tree.records.compactMap { $0.macrostep.event?.name } == expected.map(String.init))
        #expect(tree.records.dropFirst().map(\.at) == expected.map { .milliseconds(delays[$0]) })
    }

    @Test("A delayed send beyond those that may wait fails with its id, until one has come or was cancelled")
    func crowd() throws {
        let most = SessionTree<Toy>.pendingMax
        let crowd = (1...most).map { delayed("e", "\($0)s", id: $0 < 3 ? "x" : nil) }
        let more = [delayed("late", "1s", id: "y"), .send(Send(.literal("now"))), .cancel(.literal("x"))]
        var tree = SessionTree(
            ToySession(try chart(crowd + more + [delayed("again", "1s")]), model: Toy()))
        tree.start()
        let errors = tree.records.compactMap(\.macrostep.event).filter { $0.name == "error.execution" }
        #expect(errors.map(\.sendID) == ["y"] && errors.map(\.kind) == [.platform])
        tree.runToEnd()
        let names = tree.records.compactMap { $0.macrostep.event?.name }
        #expect(names.prefix(3) == ["now", "error.execution", "again"] && names.count == most + 1)
    }

    @Test(
        "A send that cannot be made raises an error with its id and ends its block",
        arguments: [
            (Send<Toy.Expression>(.literal("e"), to: .literal("baz"), id: "i"), "error.execution"),
            (Send(.literal("e"), to: .literal("#_scxml_foo"), id: "i"), "error.communication"),
            (Send(.literal("e"), to: .literal("#_parent"), id: "i"), "error.communication"),
            (Send(.literal("e"), to: .literal("#_child"), id: "i"), "error.communication"),
            (Send(.literal("e"), type: .literal("27"), id: "i"), "error.execution"),
            (Send(.literal("e"), after: .literal("soon"), id: "i"), "error.execution"),
            (
                Send(.literal("e"), to: .literal("#_internal"), after: .literal("1s"), id: "i"),
                "error.execution"
            ),
            (
                Send(.literal("e"), id: "i", payload: .parameters([Parameter("p", Make.failing)])),
                "error.execution"
            ),
        ])
    func failures(send: Send<Toy.Expression>, event: String) throws {
        let (_, macrosteps) = Make.started(try chart([.send(send), .log(label: "never", nil)]))
        #expect(macrosteps[0].trace.failures.map(\.event) == [event])
        #expect(macrosteps[0].trace.failures.map(\.sendID) == ["i"])
        #expect(macrosteps.logged == ["seen"])
    }

    @Test("An event to the own external queue carries its origin; one to the internal queue does not")
    func origin() throws {
        var (session, _) = Make.started(try chart([.send(Send(.literal("e")))]))
        #expect(session.event?.origin == "#_scxml_session" && session.event?.kind == .external)
        (session, _) = Make.started(try chart([.send(Send(.literal("e"), to: .literal("#_internal")))]))
        #expect(session.event?.origin == nil && session.event?.kind == .internal)
    }

    @Test("A chart that would not come to rest is stopped, and the fault names where it stood")
    func endless() throws {
        let pingPong = try Make.chart([
            Node("a", transitions: [Make.edge(nil, "b")]), Node("b", transitions: [Make.edge(nil, "a")]),
        ])
        let (session, macrosteps) = Make.started(pingPong)
        let fault = SessionFault.endlessMicrosteps(max: 1_000, states: ["a"])
        #expect(session.status == .faulted(fault) && macrosteps[0].fault == fault)

        let loop = (0..<6).reduce(Action<Toy.Expression>.raise("r")) { inner, _ in
            .forEach(ForEach("i", in: Make.constant(50), [inner]))
        }
        let looping = Make.started(try chart([loop])).session
        #expect(looping.status == .faulted(.endlessContent(max: 10_000, states: ["a"])))

        let echo = try chart([])
        var talking = ToySession(
            try Make.chart([Node("a", transitions: [Make.edge("e", do: [.send(Send(.literal("e")))])])]),
            model: Toy(),
            limits: SessionLimits(macrostepsMax: 5))
        _ = talking.start()
        #expect(talking.process(Event("e")).last?.fault == .endlessMacrosteps(max: 5, states: ["a"]))
        #expect(Make.started(echo).session.isRunning)
    }
}
