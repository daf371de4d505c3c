import Agreements
import Foundation
import Logging
package import ServiceLifecycle
import Storage
import Web

/// What a start does beside its first pages: it publishes the definitions of the folder and plays the demonstration.
package struct PreparationService: Service {
    private let installation: Installation
    private let demonstration: Demonstration?
    private let say: @Sendable (String) -> Void

    /// - Parameter demonstration: what is to be played, or played on.
    init(
        _ installation: Installation, _ demonstration: Demonstration?,
        say: @escaping @Sendable (String) -> Void
    ) {
        self.installation = installation
        self.demonstration = demonstration
        self.say = say
        installation.preparation.play(demonstration.map { .init(of: $0.lines.count) })
    }

    /// Whether pages wait for it.
    package var isAwaited: Bool { demonstration != nil }

    /// Prepares, until done or told to stop; the next start goes on.
    package func run() async throws {
        do { try await cancelWhenGracefulShutdown { try await prepare() } } catch {
            guard Task.isShuttingDownGracefully else { throw error }
            say("Entente was stopped before all was prepared; the next start goes on.")
        }
    }

    /// A definition that the gate turns down is told and changes nothing: files go on by what was published before.
    ///
    /// - Throws: where a demonstration is to be played, ``OutboxFault`` and what publishing or playing throws; otherwise
    ///   `CancellationError` only.
    package func prepare() async throws {
        guard let demonstration else { return try await publishWhatCan() }
        let publisher = WorkflowPublisher(installation)
        for file in try publisher.folder() { try await publish(file, publisher) }
        if installation.institution.simulated { try await play(demonstration) }
        installation.preparation.play(nil)
    }

    private func publishWhatCan() async throws {
        let publisher = WorkflowPublisher(installation)
        do {
            let files = try publisher.folder()
            installation.preparation.begin(files)
            for file in files { try await publishSoonerOrLater(file, publisher) }
        } catch let fault as FileFault {
            refuse(installation.settings.workflowsFolder, fault)
        }
    }

    private func publish(_ file: String, _ publisher: WorkflowPublisher) async throws {
        guard let workflow = try await publisher.publishOfFolder(file) else { return }
        say("Published: \(workflow.id) \(workflow.version).")
    }

    /// Publishes one file, or tells why it cannot be; a database that is away is waited for, with growing pauses.
    private func publishSoonerOrLater(_ file: String, _ publisher: WorkflowPublisher) async throws {
        for failures in 1... {
            do {
                try await publish(file, publisher)
                return installation.preparation.settle(file, isRefused: false)
            } catch  where error is WebUnavailable || (error as? any PossibleOutage)?.isOutage ?? false {
                installation.logger.warning(
                    "definitions wait for the database", metadata: ["cause": "\(error)"])
                try await Task.sleep(for: .seconds(min(failures, 10)))
            } catch {
                try Task.checkCancellation()
                return refuse(file, error)
            }
        }
    }

    private func refuse(_ file: String, _ error: any Error) {
        installation.preparation.settle(file, isRefused: true)
        installation.logger.error("not published", metadata: ["file": "\(file)"])
        say("\(file) was not published, and what was published before stays in force: \(error)")
    }

    /// Plays the demonstration to its end; one that was interrupted goes on where it stopped.
    private func play(_ demonstration: Demonstration) async throws {
        try await installation.checkOutbox()
        let now = try await installation.clock.now()
        let summary = try await demonstration.play(
            in: ScenarioWorld(installation), institution: installation.institution.id, now: now
        ) { [installation, say] done, total, date in
            installation.preparation.play(.init(done: done, of: total))
            if done % 50 == 0 { say("Demonstration: \(done) of \(total) steps, \(date)") }
        }
        try await DemonstrationAccounts(installation: installation).make(say: say)
        try DemonstrationMark(installation.settings).remove()
        say("Demonstration: \(summary.agreements) agreements, \(summary.steps) steps.")
    }
}
