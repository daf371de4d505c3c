import Agreements
import Testing

@Suite("An acronym is unique among live files")
struct CommandLineNameTests {
    @Test("Of two files sent at once one has the name; the other is told whose it is, and stays a draft")
    func race() async throws {
        let site = try await CommandLineSite.laboratory()
        let former = try await site.proposal(["--start", "2017-01-01"])
        let latter = try await site.proposal(["--start", "2018-01-01"])
        for file in [former, latter] { try await CommandLineLifeTests.complete(file, site) }
        async let first = Self.submit(former, site)
        async let second = Self.submit(latter, site)
        let runs = try await [first, second]
        #expect(runs.map(\.status).sorted() == [0, 1], "\(runs.map(\.output))")
        let refused = try #require(runs.first { $0.status == 1 })
        let reference = try #require(runs.first { $0.status == 0 }?.json["reference"]?.text)
        #expect(refused.json["code"] == "acronym_taken")
        #expect(
            refused.json["message"]?.text?.contains("It is that of \(reference).") == true,
            "\(refused.output)")
        let file = runs[0].status == 1 ? former : latter
        #expect(try await site.done(["agreement", "show", file])["state"] == ["draft.open"])
    }

    private static func submit(_ file: String, _ site: CommandLineSite) async throws -> CommandLineRun {
        try await site.run(["act", file, "submit", "--as", "anne@inserm.example", "--json"])
    }
}
