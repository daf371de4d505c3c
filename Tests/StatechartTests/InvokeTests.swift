import Statechart
import Testing

@Suite("Child sessions")
struct InvokeTests {
    private typealias Expression = Toy.Expression

    /// A child that tells its parent `hello`, waits for `stop`, and ends with the data 5.
    private func child() throws -> Chart<Expression> {
        try Make.chart(
            [
                Node(
                    "c",
                    onEntry: [
                        [
                            .send(
                                Send(
                                    .literal("hello"), to: .literal("#_parent"),
                                    payload: .content(.literal("3")))),
                            .send(Send(.literal("late"), to: .literal("#_parent"), after: .literal("9s"))),
                        ]
                    ],
                    transitions: [
                        Make.edge("stop", "f"), Make.edge("outside", do: [.log(label: "forwarded", nil)]),
                    ]),
                Node("f", .final, doneData: .content(.expression(Make.variable("x")))),
            ], data: ["x"])
    }

    private func parent(_ invoke: Invoke<Expression>) throws -> Chart<Expression> {
        try Make.chart(
            [
                Node(
                    "a",
                    transitions: [
                        Make.edge("hello", if: Make.variable("y"), do: [.log(label: "finalized", nil)]),
                        Make.edge("tell", do: [.send(Send(.literal("stop"), to: .literal("#_kid")))]),
                        Make.edge("done.invoke.kid", "z", if: { _, scope in scope.event?.data == 5 ? 1 : 0 }),
                        Make.edge("leave", "y"),
                    ], invokes: [invoke]),
                Node("y"), Node("z"),
            ], data: ["y"])
    }

    private func tree(_ invoke: Invoke<Expression>) throws -> SessionTree<Toy> {
        let child = try child()
        var tree = SessionTree(ToySession(try parent(invoke), model: Toy())) { request, id in
            request.source == "child" ? ToySession(child, model: Toy(), id: id, hasParent: true) : nil
        }
        tree.start()
        return tree
    }

    @Test("A child starts with its arguments, hears its parent, and its end is an event with its data")
    func life() throws {
        var tree = try tree(
            Invoke(.literal("child"), id: "kid", parameters: [Parameter("x", Make.constant(5))]))
        #expect(tree.members.count == 2)
        tree.send(Event("tell"))
        #expect(tree.root.atomicStates == ["z"])
        #expect(tree.members[1].session.status == .finished(5))
        #expect(tree.root.children.isEmpty)
    }

    @Test("Finalize runs on the child's events, before transitions are selected")
    func finalize() throws {
        let invoke = Invoke<Expression>(
            .literal("child"), id: "kid",
            finalize: [.assign(location: "y", .expression { _, scope in scope.event?.data ?? 0 })])
        var tree = try tree(invoke)
        #expect(tree.records.map(\.macrostep).logged == ["finalized"])
        #expect(tree.root.event?.invokeID == "kid")
        tree.send(Event("somebody else's", data: 9))
        #expect(tree.root.model.variables["y"] == 3)
    }

    @Test("A child gets its parent's external events when it asks for them", arguments: [true, false])
    func forward(isForwarding: Bool) throws {
        var tree = try tree(Invoke(.literal("child"), id: "kid", forwardsEvents: isForwarding))
        tree.send(Event("outside"))
        #expect(tree.records.map(\.macrostep).logged == (isForwarding ? ["forwarded"] : []))
    }

    @Test("Leaving the state cancels the child, whose end is then not reported")
    func cancel() throws {
        var tree = try tree(Invoke(.literal("child"), id: "kid"))
        #expect(tree.hasPendingEvents)
        tree.send(Event("leave"))
        #expect(tree.members[1].session.status == .cancelled)
        #expect(tree.root.atomicStates == ["y"] && tree.root.children.isEmpty)
        tree.advance(by: .seconds(60))
        #expect(tree.records.compactMap { $0.macrostep.event?.name } == ["hello", "leave"])
    }

    @Test("A cancelled child runs its exits; what they send to its parent, now or later, never comes")
    func silence() throws {
        let exits: [[Action<Toy.Expression>]] = [
            [
                .log(label: "left", nil), .send(Send(.literal("out"), to: .literal("#_parent"))),
                .send(Send(.literal("out"), to: .literal("#_parent"), after: .literal("1s"))),
                .send(Send(.literal("out"), to: .literal("#_scxml_session"))),
                .send(Send(.literal("out"), after: .literal("1s"))),
            ]
        ]
        let child = try Make.chart([Node("c", onExit: exits)])
        let parent = try Make.chart([
            Node(
                "a", transitions: [Make.edge("leave", "b")],
                invokes: [Invoke(.literal("child"), id: "kid")]),
            Node("b"),
        ])
        var tree = SessionTree(ToySession(parent, model: Toy())) { _, id in
            ToySession(child, model: Toy(), id: id, hasParent: true)
        }
        tree.start()
        tree.send(Event("leave"))
        #expect(!tree.hasPendingEvents)
        tree.advance(by: .seconds(60))
        #expect(tree.records.compactMap { $0.macrostep.event?.name } == ["leave"])
        #expect(tree.records.map(\.macrostep).logged == ["left"])
    }

    @Test("A state that is left in the macrostep that entered it starts no child")
    func passing() throws {
        let (session, macrosteps) = Make.started(
            try Make.chart([
                Node("a", transitions: [Make.edge(nil, "b")], invokes: [Invoke(.literal("child"))]),
                Node("b"),
            ]))
        #expect(macrosteps[0].outputs.isEmpty && session.children.isEmpty)
    }

    @Test("A child that nobody can start is error.communication")
    func unknown() throws {
        let tree = try tree(Invoke(.literal("nobody"), id: "kid"))
        #expect(tree.records.compactMap { $0.macrostep.event?.name } == ["error.communication"])
        #expect(tree.root.children.isEmpty)
    }

    @Test("An id is made of state and number when the author gives none")
    func madeID() throws {
        let (session, _) = Make.started(try Make.chart([Node("a", invokes: [Invoke(.literal("c"))])]))
        #expect(session.children.map(\.invokeID) == ["a.1"])
    }
}
