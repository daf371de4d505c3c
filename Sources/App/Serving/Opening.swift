import Agreements
import Foundation
import Storage

/// What `serve` does before it serves: schema, institution and reference data; and what it prepares beside its pages.
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
    /// - Throws: ``ServingFault/loginOwnsTables``; what migrating throws.
    package func open(empty: Bool, simulated: Bool) async throws -> (
        installation: Installation, preparation: PreparationService
    ) {
        try await site.checkLogin(allowingOwner: allowsOwner)
        let demonstration = try await prepare(empty: empty, simulated: simulated)
        let installation = try await site.installation()
        try await installation.checkLogin(allowingOwner: allowsOwner)
        try check(installation.institution, empty: empty, simulated: simulated)
        try await ReferenceLoader(installation).loadIfPossible(say: say)
        return (installation, PreparationService(installation, demonstration, say: say))
    }

    /// What only the owner of the database does: schema and institution; answers the demonstration that is to be played.
    ///
    /// A login that only serves finds them made: `entente migrate` and `entente found` are the owner's then.
    private func prepare(empty: Bool, simulated: Bool) async throws -> Demonstration? {
        guard try await site.mayMigrate() else { return nil }
        let applied = try await site.migrate()
        if !applied.isEmpty { say("Schema: \(applied.count) migrations applied.") }
        if let there = try await site.institution() { try check(there, empty: empty, simulated: simulated) }
        let folder = "\(site.settings.workflowsFolder)/demonstration"
        let demonstration = empty ? nil : try Demonstration.load(folder: folder)
        let start = simulated ? Instant.machineNow : demonstration?.start
        let isUnderWay = try await notes(demonstration)
        _ = try await site.found(startingAt: start)
        let changed = try await site.followSettings()
        if !changed.isEmpty { say("Institution: \(changed.joined(separator: ", ")) brought up to date.") }
        return isUnderWay ? demonstration : nil
    }

    /// That an institution which is there is the empty one that was asked for.
    private func check(_ institution: Institution, empty: Bool, simulated: Bool) throws(ServingFault) {
        guard empty else { return }
        guard institution.simulated == simulated, !DemonstrationMark(site.settings).isThere else {
            throw .otherInstitution(isSimulated: institution.simulated)
        }
    }

    /// Whether the demonstration is to be played; noted before the institution is there, so that whatever interrupts
    /// the first start, the next one goes on.
    private func notes(_ demonstration: Demonstration?) async throws -> Bool {
        let mark = DemonstrationMark(site.settings)
        guard demonstration != nil else { return false }
        if mark.isThere { return true }
        guard try await site.institution() == nil else { return false }
        try mark.set()
        return true
    }
}

extension Instant {
    /// The machine's clock: the first legal instant of a simulated institution, and nothing else.
    fileprivate static var machineNow: Instant {
        Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}
