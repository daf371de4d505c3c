import Agreements
import Definitions
import Synchronization

@testable import App

/// The crash that a test plans: at which change of the register or of an agreement, and when exactly.
struct PlannedCrash: Error {
    enum Moment: CaseIterable {
        case before
        case after
        /// Half the way to the next step, once the clock has moved there and what is due was served.
        case onTheWay
    }

    let change: Int
    let moment: Moment

    /// Every step of a play but its waits is a change, and is repeated by the next, whatever was done before.
    init(_ random: inout DemonstrationSeed, in demonstration: Demonstration) {
        change = random.next(in: 1...demonstration.lines.count { $0.step.verb != nil })
        moment = Moment.allCases.randomElement(using: &random) ?? .before
    }
}

extension ScenarioWorld {
    /// This world until it crashes.
    func crashing(_ crash: PlannedCrash) -> ScenarioWorld {
        let fuse = Fuse(crash)
        var world = self
        world.advance = { [advance] to, jump in try await fuse.advance(to, jump, advance) }
        world.register = { [register] command in try await fuse.change { try await register(command) } }
        world.submit = { [submit] command in try await fuse.change { try await submit(command) } }
        return world
    }
}

private final class Fuse: Sendable {
    private struct State {
        var changes = 0
        var clock: Instant?
    }

    private let crash: PlannedCrash
    private let state = Mutex(State())

    init(_ crash: PlannedCrash) { self.crash = crash }

    func change(_ body: () async throws -> Void) async throws {
        let isLast = state.withLock { state in
            state.changes += 1
            return state.changes == crash.change
        }
        if isLast, crash.moment == .before { throw crash }
        try await body()
        if isLast, crash.moment == .after { throw crash }
        if state.withLock({ $0.changes > crash.change }) { throw crash }
    }

    func advance(_ to: Instant, _ jump: Bool, _ body: (Instant, Bool) async throws -> Void) async throws {
        let (clock, crashes) = state.withLock { ($0.clock ?? to, $0.changes >= crash.change) }
        let half = (clock.millisecondsSinceEpoch + to.millisecondsSinceEpoch) / 2
        try await body(crashes ? Instant(millisecondsSinceEpoch: half) : to, jump)
        if crashes { throw crash }
        state.withLock { $0.clock = to }
    }
}
