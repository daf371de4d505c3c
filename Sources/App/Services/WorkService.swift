import Agreements
import Jobs
import Logging
import Postgres
import ServiceLifecycle
import Storage
import Synchronization

/// The runner: timers, digests, news of calls and mails, from PostgreSQL, until told to stop.
///
/// It listens for work and polls at least once a second; a database that is away is waited for, with growing pauses.
package struct WorkService: Service {
    private let installation: Installation
    private let name: String

    package init(_ installation: Installation, name: String) {
        self.installation = installation
        self.name = name
    }

    /// Works until the service is told to stop; what runs then is finished first.
    package func run() async throws {
        let runner = Runner(
            store: installation.jobs.port, workers: installation.workers,
            configuration: Runner.Configuration(name: name), logger: installation.logger)
        let beat = Heartbeat()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await runner.run() }
                group.addTask { await serveTimers(beat, runner) }
                group.addTask { await listen(beat, runner) }
            }
        } onGracefulShutdown: {
            beat.stop()
            runner.shutdown()
        }
    }

    private func serveTimers(_ beat: Heartbeat, _ runner: Runner) async {
        let (timers, digests) = (TimerService(installation), DigestService(installation))
        let calls = CallNewsService(installation)
        var failures = 0
        var digestDay: Day?
        while !beat.isStopped, !Task.isCancelled {
            do {
                if try await timers.serveDue() > 0 { runner.wake() }
                digestDay = try await digests.plan(knowing: digestDay)
                try await calls.plan()
                failures = 0
                await beat.wait(.seconds(1))
            } catch {
                failures += 1
                installation.logger.warning("timers wait for the database", metadata: ["cause": "\(error)"])
                await beat.wait(.seconds(min(failures, 10)))
            }
        }
    }

    /// Wakes both when the database says that there is work; the poll above is the fall-back.
    private func listen(_ beat: Heartbeat, _ runner: Runner) async {
        var failures = 0
        while !beat.isStopped, !Task.isCancelled {
            do {
                let connection = try await Connection.connect(
                    installation.databases.serving, logger: installation.logger)
                try await connection.listen(to: ["entente_work"])
                failures = 0
                while !beat.isStopped {
                    guard try await connection.nextNotification(within: .seconds(2)) != nil else { continue }
                    beat.strike()
                    runner.wake()
                }
                await connection.close()
            } catch {
                failures += 1
                await beat.waitToListen(.seconds(min(failures, 10)))
            }
        }
    }
}

/// A pause that ends early when there is work, or when the service stops.
private final class Heartbeat: Sendable {
    private let stopped = Mutex(false)
    private let signal = WakeSignal()
    private let listening = WakeSignal()

    var isStopped: Bool { stopped.withLock(\.self) }

    func stop() {
        stopped.withLock { $0 = true }
        signal.raise()
        listening.raise()
    }

    func strike() { signal.raise() }

    func wait(_ limit: Duration) async { await signal.wait(atMost: limit, clock: .continuous) }

    func waitToListen(_ limit: Duration) async { await listening.wait(atMost: limit, clock: .continuous) }
}
