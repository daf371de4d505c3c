import Agreements
import App
import Definitions
import Engine
import Storage
import TestSupport
import Testing

@testable import App

@Suite("The forecast, on PostgreSQL", .besideThePool)
struct ForecastOnPostgres {
    @Test(
        "What was said is what comes when time really passes, and asking changes nothing",
        .enabled(if: !LongSuite.isShort, "years pass on PostgreSQL; in memory they do in the short run, too"),
        arguments: ["01-lia-plain-road", "lia-side-roads"])
    func comesTrue(scenario: String) async throws {
        var file = try ScenarioFolder().scenario(scenario)
        file.steps = Array(file.steps.prefix(file.steps.count * 3 / 4))
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let site = try await TestSite.make(start: file.start, smtp: smtp)
        let installation = try await site.installation()
        _ = try await WorkflowPublisher(installation).publishFolder()
        var player = ScenarioPlayer(
            file, in: ScenarioWorld(installation, delivering: false), randomness: .system)
        _ = try await player.play()

        let portfolio = try await installation.portfolio()
        #expect(!portfolio.agreements.isEmpty)
        let start = portfolio.facts.now
        let until = start.adding(milliseconds: 3 * 365 * 86_400_000)
        let said = try await Forecast(
            portfolio, library: installation.library.port, randomness: .system
        ).items(until: until)
        #expect(!said.isEmpty)
        #expect(try await installation.portfolio().agreements == portfolio.agreements)

        try await ClockService(installation, delivering: false).advance(to: until)
        var came: [ForecastItem] = []
        for agreement in portfolio.agreements {
            let events = try await installation.catalogue.history(
                of: agreement.id.description, after: agreement.seq)
            came += ForecastReading(of: agreement, from: start, until: until).items(of: events)
        }
        #expect(said == came.sortedByInstant())
        print("ForecastOnPostgres: \(scenario): \(said.count) items came true")
        await installation.close()
        smtp.stop()
    }
}
