import Statechart
import TestSupport
import Testing

/// Transitions without conditions and content are taken by a shorter way: it must lead to the same place.
@Suite("Transitions that ask no expression", .besideThePool)
struct PlainMoveTests {
    @Test("A chart does the same whether or not there are conditions to ask", arguments: [RandomTests.seed])
    func agreement(seed: UInt64) throws {
        var moves = 0
        for number in 0..<200 {
            let own = seed &+ UInt64(number)
            let context: Comment = "replay with ENTENTE_SEED=\(own)"
            var source = RandomChart(seed: own)
            // Every second chart begins with so many states that the sets of states outgrow their first words.
            let front = number.isMultiple(of: 2) ? 0 : 150
            let node = try widened(source.node(), by: front)
            let limits = SessionLimits(microstepsMax: 30)
            var plain = ToySession(try Chart(asking(node, nil)), model: Toy(), limits: limits)
            var asked = ToySession(try Chart(asking(node, Make.constant(1))), model: Toy(), limits: limits)
            #expect(plain.start() == asked.start(), context)
            for _ in 0..<10 {
                let event = Event<Int>(RandomChart.events.randomElement(using: &source.random) ?? "e")
                let macrosteps = plain.process(event)
                #expect(macrosteps == asked.process(event), context)
                #expect(plain.configuration == asked.configuration && plain.event == asked.event, context)
                moves += macrosteps.flatMap(\.trace.microsteps).count
            }
        }
        #expect(moves > 200, "the charts drawn move too little; replay with ENTENTE_SEED=\(seed)")
    }

    @Test("Done events of plain final states end their parallel state, whatever the limits")
    func done() throws {
        let chart = try Make.chart([
            Node(
                "p", .parallel, transitions: [Make.edge("done.state.p", "end")],
                children: ["a", "b"].map { (region: String) in
                    Node(
                        region,
                        children: [
                            Node("\(region)1", transitions: [Make.edge(region, "\(region)2")]),
                            Node("\(region)2", .final),
                        ])
                }),
            Node("end"),
        ])
        var session = Make.started(chart).session
        #expect(session.process(Event("a")).steps == ["a: -a1 +a2"])
        #expect(session.process(Event("b")).steps == ["b: -b1 +b2", "done.state.p: -b2 -b -a2 -a -p +end"])
        #expect(session.event?.name == "done.state.p" && session.journal.ignored == ["done.state.b"])
        var bounded = ToySession(chart, model: Toy(), limits: SessionLimits(microstepsMax: 2))
        _ = bounded.start()
        #expect(bounded.process(Event("a")).compactMap(\.fault).isEmpty)
        #expect(
            bounded.process(Event("b")).compactMap(\.fault) == [.endlessMicrosteps(max: 2, states: ["end"])])
    }

    @Test("Sets are equal, and hash alike, whatever was in them before")
    func sets() {
        var set: StateSet = [1, 500]
        set.remove(500)
        #expect(set == [1] && set.hashValue == StateSet([1]).hashValue && set != [1, 400])
        set.remove(1)
        #expect(set.isEmpty && set == StateSet() && Array(set) == [] && set.hashValue == StateSet().hashValue)
    }

    private func widened(_ node: Node, by count: Int) -> Node {
        var wide = node
        wide.children.insert(contentsOf: (0..<count).map { Node("front\($0)") }, at: count == 0 ? 0 : 1)
        return wide
    }

    private func asking(_ node: Node, _ condition: Toy.Expression?) -> Node {
        var asking = node
        asking.children = node.children.map { self.asking($0, condition) }
        asking.transitions = node.transitions.map { edge in
            var edge = edge
            edge.condition = condition
            return edge
        }
        return asking
    }
}
