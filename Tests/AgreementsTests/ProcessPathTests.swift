import Agreements
import Testing

@Suite("Processes that are started again")
struct ProcessPathTests {
    private static func process(_ path: String) -> Process {
        Process(path: path, definition: "vote", name: "vote")
    }

    @Test(
        "A run is at its path, alone or with a number; a child of a run is none",
        arguments: [
            ("life/vote/tokyo", true), ("life/vote/tokyo.2", true), ("life/vote/tokyo.10", true),
            ("life/vote/tokyo.2/child", false), ("life/vote/tokyo/child", false),
            ("life/vote/tokyo.x", false),
            ("life/vote/tokyo2", false),
        ])
    func run(path: String, isRun: Bool) {
        #expect(Self.process(path).isRun(of: "life/vote/tokyo") == isRun)
    }

    @Test("The latest is the one with the highest number, in whatever order they are met")
    func latest() {
        let runs = (2...12).map { Self.process("life/vote/tokyo.\($0)") } + [Self.process("life/vote/tokyo")]
        for order in [runs, runs.reversed(), Array(runs[6...] + runs[..<6])] {
            #expect(order.max { $0.isBefore($1) }?.path == "life/vote/tokyo.12")
        }
    }
}
