import Statechart

/// A session that is given the same events over and over.
struct Runner {
    private var session: Session<StructureModel>
    private let events: [Event<Int>]
    private var moves = 0

    init(_ chart: Chart<Bool>, _ names: [String]) throws {
        session = Session(chart, model: StructureModel())
        events = names.map { Event($0) }
        _ = session.start()
    }

    /// Gives every event once a turn, one at a time, and looks at what each did.
    mutating func run(turns: Int) {
        for _ in 0..<turns {
            for event in events {
                if session.advance(on: event) { moves += session.journal.entered.count }
            }
        }
    }

    /// Nanoseconds an event, after a warm-up of a tenth.
    mutating func nanoseconds(turns: Int) -> Double {
        run(turns: turns / 10)
        let before = moves
        let time = ProcessorClock.nanoseconds { run(turns: turns) }
        precondition(moves - before >= turns * events.count, "Every event of the benchmark moves the chart.")
        return time / Double(turns * events.count)
    }

    /// The same with a trace for each event.
    mutating func tracedNanoseconds(turns: Int) -> Double {
        traced(turns: turns / 10)
        let time = ProcessorClock.nanoseconds { traced(turns: turns) }
        return time / Double(turns * events.count)
    }

    private mutating func traced(turns: Int) {
        for _ in 0..<turns {
            for event in events { moves += session.process(event).count }
        }
    }
}
