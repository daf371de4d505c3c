import Agreements
import App
import Engine
import Foundation
import Testing
import Web

@Suite("A file that a refusal for security blocks, as its pages tell it")
struct SecurityBlockOnPostgres {
    private static let people = [("selim", "FSD"), ("diane", "DG")]

    /// A proposal with a restricted zone of which the ministry said nothing.
    private static func silenced(_ site: CommandLineSite) async throws -> String {
        for (name, role) in people {
            try await site.done(["person", "add", "--name", name, "--email", "\(name)@inserm.example"])
            try await site.done(["grant", "add", "\(name)@inserm.example", role])
        }
        let draft = try await site.proposal(["--field", "restrictedZone=A zone in the unit"])
        let sent = try await CommandLineLifeTests.submit(draft, site)
        let file = try #require(sent["reference"]?.text)
        try await site.done(["act", file, "admit", "--as", "denis@inserm.example"])
        try await site.done(["act", file, "refer", "--as", "selim@inserm.example"])
        try await site.done(["clock", "advance", "--to", "2016-05-15"])
        return file
    }

    @Test("Whoever decides is told of the block and offered only what is open; whoever proposed is not told")
    func block() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await Self.silenced(site)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let diane = try await Visitor.named("diane", "DG", installation)
            let item = try #require(try await desk.worklist(diane).first { $0.file == file })
            #expect(item.isBlocked && item.acts.map(\.name.event) == ["decline"])
            for (name, role) in [("diane", "DG"), ("denis", "INT"), ("selim", "FSD")] {
                let visitor = try await Visitor.named(name, role, installation)
                let view = try #require(try await desk.file(file, visitor))
                #expect(view.isBlocked, "\(role)")
                // The ranking was passed over: it does not lie ahead of the decision.
                #expect(!view.phases.contains { $0.title.en == "Ranking" }, "\(role)")
                #expect(
                    view.history.first?.what.en.contains("silence counts as a refusal") == true, "\(role)")
            }
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let view = try #require(try await desk.file(file, anne))
            #expect(!view.isBlocked && !view.history.contains { $0.what.en.contains("ecurity") })
        }
    }
}
