import Agreements
import App
import Engine
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

@Suite("The demonstration, on PostgreSQL", .besideThePool)
struct DemonstrationOnPostgres {
    @Test(
        "A play that crashes is played again to the portfolio of memory",
        arguments: [DemonstrationSeed.current])
    func crash(seed: UInt64) async throws {
        var random = DemonstrationSeed(state: seed)
        let (demonstration, whole, summary) = try await DemonstrationPlays.toCrash.value
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let site = try await TestSite.make(start: demonstration.start, smtp: smtp)
        let installation = try await site.installation()
        _ = try await WorkflowPublisher(installation).publishFolder()
        let world = ScenarioWorld(installation)
        let began = ContinuousClock.now
        let crashing = world.crashing(PlannedCrash(&random, in: demonstration))
        await #expect(throws: PlannedCrash.self, "\(DemonstrationSeed.replay(seed))") {
            let now = try await installation.clock.show().now
            _ = try await demonstration.play(in: crashing, institution: "inserm", now: now)
        }
        let crashed = ContinuousClock.now - began
        let now = try await installation.clock.show().now
        let again = try await demonstration.play(in: world, institution: "inserm", now: now)
        print("crashed after \(crashed) on \(now), done after \(ContinuousClock.now - began)")
        #expect(again == summary)
        var stories: [DemonstrationStory] = []
        for id in whole.institution.read({ Array($0.agreements.keys) }) {
            stories.append(DemonstrationStory(try await world.agreement(id)))
        }
        let expected = whole.institution.read { $0.agreements.values.map(DemonstrationStory.init) }
        #expect(stories.sorted() == expected.sorted(), "\(DemonstrationSeed.replay(seed))")
        let report = try await AuditVerifier(installation.databases.engine).verify()
        #expect(report.isGreen, "\(report.findings)")
        try await expectCountsEqualLists(installation.catalogue)
        await installation.close()
        smtp.stop()
    }

    /// What the office's page counts with somebody is as many lines as the list behind the figure has.
    private func expectCountsEqualLists(_ catalogue: Catalogue) async throws {
        let counts = try await catalogue.holderCounts()
        #expect(counts.count > 10)
        for count in counts {
            var filter = StepFilter(role: count.role, holder: count.person?.description ?? StepFilter.nobody)
            #expect(try await catalogue.count(of: filter) == count.count, "\(count)")
            filter.isOverdue = true
            #expect(try await catalogue.count(of: filter) == count.overdue, "\(count)")
        }
    }
}
