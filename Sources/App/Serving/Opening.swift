import Agreements
import Definitions
import Foundation
import Storage

/// What `serve` does before it serves: schema, institution, reference data, definitions and, at the first start,
/// the demonstration.
package struct Opening: Sendable {
    private let site: Site
    private let allowsOwner: Bool
    private let say: @Sendable (String) -> Void

    /// - Parameter allowsOwner: whether the serving login may own the tables.
    package init(site: Site, allowsOwner: Bool, say: @escaping @Sendable (String) -> Void) {
        self.site = site
        self.allowsOwner = allowsOwner
        self.say = say
    }

    /// Brings everything up; each step is safe to repeat after a crash.
    ///
    /// - Parameters:
    ///   - empty: at the first start, no demonstration.
    ///   - simulated: with `empty`, whether the legal clock is simulated.
    /// - Throws: ``ServingFault/loginOwnsTables``; ``OutboxFault`` before a demonstration is played; what migrating, publishing or playing throws.
    package func open(empty: Bool, simulated: Bool) async throws -> Installation {
        let applied = try await site.migrate()
        if !applied.isEmpty { say("Schema: \(applied.count) migrations applied.") }
        let folder = "\(site.settings.workflowsFolder)/demonstration"
        let demonstration = empty ? nil : try Demonstration.load(folder: folder)
        let start = simulated ? Instant.machineNow : demonstration?.start
        let isUnderWay = try await notes(demonstration)
        _ = try await site.found(startingAt: start)
        let changed = try await site.followSettings()
        if !changed.isEmpty { say("Institution: \(changed.joined(separator: ", ")) brought up to date.") }
        let installation = try await site.installation()
        try await installation.checkLogin(allowingOwner: allowsOwner)
        try await ReferenceLoader(installation).loadIfPossible(say: say)
        let published = try await WorkflowPublisher(installation).publishFolder()
        if !published.isEmpty {
            say("Published: \(published.map { "\($0.id) \($0.version)" }.joined(separator: ", ")).")
        }
        if let demonstration, isUnderWay { try await play(demonstration, in: installation) }
        return installation
    }

    /// That a demonstration is to be played, or was not played to its end.
    private var mark: String { "\(site.settings.home)/demonstration.json" }

    /// Whether the demonstration is to be played; noted before the institution is there, so that whatever interrupts
    /// the first start, the next one goes on.
    private func notes(_ demonstration: Demonstration?) async throws -> Bool {
        guard demonstration != nil else { return false }
        if FileManager.default.fileExists(atPath: mark) { return true }
        guard try await !site.isFounded() else { return false }
        try Data().write(to: URL(filePath: mark))
        return true
    }

    /// Plays the demonstration to its end; one that was interrupted goes on where it stopped.
    private func play(_ demonstration: Demonstration, in installation: Installation) async throws {
        guard installation.institution.simulated else { return }
        try await installation.checkOutbox()
        let now = try await installation.clock.show().now
        let summary = try await demonstration.play(
            in: ScenarioWorld(installation), institution: installation.institution.id, now: now
        ) { done, total, date in
            if done % 50 == 0 { say("Demonstration: \(done) of \(total) steps, \(date)") }
        }
        try await DemonstrationAccounts(installation: installation).make(say: say)
        try FileManager.default.removeItem(atPath: mark)
        say("Demonstration: \(summary.agreements) agreements, \(summary.steps) steps.")
    }
}

extension Instant {
    /// The machine's clock: the first legal instant of a simulated institution, and nothing else.
    fileprivate static var machineNow: Instant {
        Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}
