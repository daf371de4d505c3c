import Agreements
import Testing

@Suite("Delegations on the command line keep to the rule of the pages")
struct CommandLineDelegationTests {
    private static let grant = ["delegation", "grant", "anne@inserm.example", "kim@inserm.example", "PI_FR"]

    @Test("A delegation is for days to come, and gives no right twice; one for everything holds for one file")
    func rule() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        func refusal(_ more: [String]) async throws -> String? {
            let run = try await site.run(Self.grant + more + ["--json"])
            return run.status == 0 ? nil : run.json["code"]?.text
        }
        #expect(try await refusal(["--starts", "2016-02-01", "--ends", "2016-02-29"]) == "delegation_over")
        #expect(try await refusal(["--starts", "2016-02-29"]) == "delegation_began")
        let scope = ["--scope", "agreement:\(file)"]
        #expect(try await refusal(scope + ["--ends", "2016-03-10"]) == nil)
        #expect(try await refusal(scope + ["--starts", "2016-03-09"]) == "delegation_given")
        #expect(try await refusal(["--starts", "2016-03-05", "--ends", "2016-04-01"]) == nil)
        #expect(try await refusal(scope + ["--starts", "2016-03-20"]) == "delegation_given")
        #expect(try await refusal(["--starts", "2016-03-31"]) == "delegation_given")
        #expect(try await refusal(["--starts", "2016-04-01"]) == nil)
    }
}
