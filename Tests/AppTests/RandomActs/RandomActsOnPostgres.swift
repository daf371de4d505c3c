import Agreements
import App
import Foundation
import Postgres
import Storage
import TestSupport
import Testing

@Suite("Whatever is asked of a database of agreements, it stays sound", .besideThePool)
struct RandomActsOnPostgres {
    /// Commands for each definition.
    static let length: Int = {
        let isFast = ProcessInfo.processInfo.environment["ENTENTE_FAST"] == "1"
        return (isFast ? 300 : 5_000) / Laboratory.names.count + 1
    }()

    @Test(
        "After random commands every invariant of storage holds, and the audit is green",
        arguments: Laboratory.names.indices)
    func commands(_ index: Int) async throws {
        let name = Laboratory.names[index]
        let seed = SplitMix64.seed &+ UInt64(index)
        let began = ContinuousClock.now
        var acts = try await RandomActs(name, seed: seed)
        let ready = ContinuousClock.now
        try await acts.play(Self.length)
        let played = ContinuousClock.now
        let installation = acts.installation
        let database = TestSite.pool(of: installation.settings)
        let breaches = try await StorageInvariants.breaches(database, under: [acts.workflow])
        #expect(breaches.isEmpty, "\(name), seed \(seed): \(breaches)")
        let report = try await AuditVerifier(database).verify()
        #expect(report.isGreen, "\(name), seed \(seed): \(report.findings)")
        await database.shutdown()
        await installation.close()
        let answers = acts.answers.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        print(
            "RandomActsOnPostgres: \(name), seed \(seed): \(report.events) events; set up in \(ready - began),",
            "\(Self.length) acts in \(played - ready), checked in \(ContinuousClock.now - played); \(answers)"
        )
    }
}
