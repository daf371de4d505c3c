import Agreements
import Postgres
import TestSupport
import Testing

@Suite("Commands that are given again")
struct CommandLineRepeatTests {
    @Test("When the reply is lost the command says what to do, and its repetition happens once")
    func unknownOutcome() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let line = try FaultyLine(to: site.database)
        line.fail(.loseReply, at: "COMMIT\0", after: "INSERT INTO entente.request", times: 3)
        let command = ["person", "add", "--name", "Anne", "--email", "anne@inserm.example"]
        let lost = try await site.run(command + ["--json"], ["DATABASE_URL": line.configuration.string])
        #expect(lost.status == 3 && line.failures == 3, "\(lost.output)\(lost.errors)")
        #expect(lost.json["code"] == "outcome_unknown" && lost.json["applied"] == "unknown")
        let request = try #require(lost.json["request_id"]?.text)
        #expect(lost.json["message"]?.text?.contains("--request-id \(request)") == true)
        let again = try await site.done(command + ["--request-id", request])
        let people = try await site.done(["person", "list"]).elements ?? []
        #expect(people.compactMap { $0["id"] } == [try #require(again["id"])])
        let other = ["person", "add", "--name", "Berthe", "--email", "berthe@inserm.example"]
        let reused = try await site.run(other + ["--request-id", request, "--json"])
        #expect(reused.status == 1 && reused.json["code"] == "request_id_reused", "\(reused.output)")
    }

    @Test("Every change of the register can be repeated under its id; under it nothing else is done")
    func register() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        try await site.publishLIA()
        for name in ["anne", "berthe"] {
            try await site.done(["person", "add", "--name", name, "--email", "\(name)@inserm.example"])
        }
        let own = ["--country", "FR", "--kind", "epst", "--own"]
        try await Self.repeated(
            site, ["organisation", "add", "inserm", "--name", "Inserm"] + own,
            but: ["organisation", "add", "inserm", "--name", "Other"] + own)
        let grant = try await Self.repeated(
            site, ["grant", "add", "anne@inserm.example", "SIG"],
            but: ["grant", "add", "anne@inserm.example", "DG"])
        let delegation = ["delegation", "grant", "anne@inserm.example", "berthe@inserm.example", "SIG"]
        let given = try await Self.repeated(site, delegation, but: delegation + ["--scope", "party:inserm"])
        let id = try #require(given["id"]?.text)
        try await Self.repeated(
            site, ["delegation", "revoke", id], but: ["delegation", "revoke", id, "--at", "2016-04-01"])
        let held = try #require(grant["id"]?.text)
        try await Self.repeated(
            site, ["grant", "end", held], but: ["grant", "end", held, "--until", "2016-04-01"])
        let call = [
            "call", "open", "--instruments", "LIA", "--year", "2016", "--opens", "2016-03-01", "--closes",
        ]
        try await Self.repeated(site, call + ["2016-06-15T17:00"], but: call + ["2016-06-16T17:00"])
        try await Self.repeated(
            site, ["call", "extend", "2016", "--closes", "2016-06-20T17:00"],
            but: ["call", "extend", "2016", "--closes", "2016-06-21T17:00"])
    }

    @Test("Erasing a person and running the rules of retention, too, whatever is left to do then")
    func retention() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["reference", "load"])
        try await site.done(["person", "add", "--name", "Zoé", "--email", "zoe@snu.example"])
        try await site.done(["person", "disable", "zoe@snu.example"])
        let erase = ["person", "erase", "zoe@snu.example", "--request-id", "er1"]
        #expect(try await site.done(erase) == site.done(erase))
        let other = try await site.run([
            "person", "erase", "anne@inserm.example", "--request-id", "er1", "--json",
        ])
        #expect(other.json["code"] == "request_id_reused", "\(other.output)")
        let unknown = try await site.run([
            "person", "erase", "zoe@snu.example", "--request-id", "er2", "--json",
        ])
        #expect(unknown.json["code"] == "unknown_person", "\(unknown.output)")

        _ = try await site.proposal()
        try await site.withOwner {
            try await $0.execute("UPDATE entente.notice SET status = 'accepted', settled_at = now()")
        }
        try await site.done(["clock", "advance", "--to", "2017-03-02", "--jump"])
        let run = ["retention", "run", "--request-id", "rr1"]
        let first = try await site.done(run)
        #expect(first.elements?.map { $0["rule"] } == ["mail"])
        #expect(try await site.done(run) == first)
        #expect(try await site.done(["retention", "run"]).elements == [])
        let reused = try await site.run([
            "person", "disable", "anne@inserm.example", "--request-id", "rr1", "--json",
        ])
        #expect(reused.json["code"] == "request_id_reused", "\(reused.output)")
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// Gives a command twice, with a minute between, and another under the same id; the answer.
    @discardableResult
    private static func repeated(
        _ site: CommandLineSite, _ command: [String], but other: [String]
    ) async throws -> JSON {
        let request = ["--request-id", "r-\(command[0])-\(command[1])"]
        let first = try await site.done(command + request)
        let now = try await site.done(["clock", "show"])["now"]?.text ?? ""
        let later = try Instant(parsing: now).adding(milliseconds: 60_000)
        try await site.done(["clock", "advance", "--to", later.description])
        let second = try await site.done(command + request)
        #expect(first == second, "\(command)")
        let reused = try await site.run(other + request + ["--json"])
        #expect(
            reused.status == 1 && reused.json["code"] == "request_id_reused", "\(other): \(reused.output)")
        return first
    }
}
