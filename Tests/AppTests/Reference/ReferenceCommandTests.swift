import Agreements
import Foundation
import TestSupport
import Testing

@Suite("Reference data on the command line")
struct ReferenceCommandTests {
    @Test("Loaded with the institution, once; listed as of a day")
    func list() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let again = try await site.done(["reference", "load"])
        #expect(again == ["opened": 0, "closed": 0])
        let union = try await site.done(["reference", "list", "region", "--as-of", "2020-01-31"])
        #expect(union.elements?.contains { $0["code"] == "EU" && $0["member"] == "GB" } == true)
        let after = try await site.done(["reference", "list", "region", "--as-of", "2020-02-01"])
        #expect(after.elements?.contains { $0["code"] == "EU" && $0["member"] == "GB" } == false)
        let itmos = try await site.done(["reference", "list", "itmo"])
        #expect(itmos.elements?.contains { $0["code"] == "I3M" } == true)
        #expect(itmos.elements?.contains { $0["code"] == "MMI" } == false)
        #expect(try await site.run(["reference", "list", "planet"]).status == 2)
        #expect(try await site.run(["reference", "list", "--as-of", "2016-02-30"]).status == 2)
    }

    @Test("A changed table closes and opens rows at the next loading; a bad one is told with its place")
    func changed() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let folder = site.folder.appending(path: "workflows")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: CommandLineSite.workflows + "/reference",
            toPath: folder.appending(path: "reference").path)
        let table = folder.appending(path: "reference/itmos.csv")
        let text = try String(contentsOf: table, encoding: .utf8)
        try Data(text.replacing("Public health", with: "Health of the public").utf8).write(to: table)
        let own = ["ENTENTE_WORKFLOWS": folder.path]
        let run = try await site.run(["reference", "load", "--json"], own)
        #expect(run.json == ["opened": 1, "closed": 1], "\(run.output)\(run.errors)")
        let rows = try await site.done(["reference", "list", "itmo", "--all"]).elements?.filter {
            $0["code"] == "SP"
        }
        #expect(rows?.map { $0["until"] } == ["2016-03-01", nil])
        try Data("code,from\nSP,x\n".utf8).write(to: table)
        let bad = try await site.run(["reference", "load"], own)
        #expect(bad.status == 3)
        #expect(bad.errors.contains("itmos.csv:1:1: "), "\(bad.errors)")
    }
}
