import Expressions
import Statechart

/// Measures one thing and prints it as `name value`: rounds, medians and the table are the script's.
@main
enum CoreBenchmark {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "events": try events()
        case "traces": try traces()
        case "states": try states()
        case "guard": try measureGuard()
        case "allocations": try allocations()
        case "gate": try gate()
        default: print("usage: CoreBenchmark events | traces | states | guard | allocations | gate FOLDER")
        }
    }

    /// A second argument divides the work: for a profile.
    private static func turns(_ usual: Int) -> Int {
        usual / (CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 1)
    }

    /// Events a second, what was done being read from the journal.
    private static func events() throws {
        var runner = try Runner(ReviewChart.chart(), ReviewChart.events)
        print("entente.events", 1e9 / runner.nanoseconds(turns: turns(200_000)))
    }

    /// The same with a trace made for each event, as the engine asks.
    private static func traces() throws {
        var runner = try Runner(ReviewChart.chart(), ReviewChart.events)
        print("entente.traces", 1e9 / runner.tracedNanoseconds(turns: turns(40_000)))
    }

    /// Nanoseconds an event in charts of growing size, in turns, so that what slows the machine slows all.
    private static func states() throws {
        for count in [10, 100, 1_000] {
            var runner = try Runner(WideChart.chart(states: count), WideChart.events)
            print("states.\(count)", runner.nanoseconds(turns: turns(600_000)))
        }
    }

    private static func measureGuard() throws {
        let program = try GuardCase.program()
        let bindings = GuardCase.bindings
        var held = 0
        let evaluate = { (count: Int) in
            for _ in 0..<count where program.evaluate(bindings).holds { held += 1 }
        }
        evaluate(turns(20_000))
        let time = ProcessorClock.nanoseconds { evaluate(turns(200_000)) }
        precondition(held == turns(20_000) + turns(200_000), "The guard holds for these values.")
        print("guard.nanoseconds", time / Double(turns(200_000)))
    }

    /// Seconds that the proof of each definition of a folder takes.
    private static func gate() throws {
        let folder = CommandLine.arguments.dropFirst(2).first ?? "Workflows"
        for proof in try GateCase.measure(folder: folder) {
            print("gate.\(proof.name)", proof.nanoseconds / 1e9)
        }
    }

    private static func allocations() throws {
        var runner = try Runner(ReviewChart.chart(), ReviewChart.events)
        runner.run(turns: 1_000)
        guard let before = AllocationCounter.now() else { return print("allocations.unknown 1") }
        runner.run(turns: 10_000)
        let after = AllocationCounter.now() ?? before
        print("allocations.event", Double(after - before) / Double(10_000 * ReviewChart.events.count))
    }
}
