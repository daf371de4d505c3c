import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line eliminates", .besideThePool)
struct CommandLineEliminationTests {
    private static let anne = "anne@inserm.example"
    private static let archivist = "denis@inserm.example"

    @Test("Of a closed file everything can be eliminated once; show, history and audit stay readable")
    func eliminates() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.done(["grant", "add", Self.archivist, "ARCH"])
        let file = try await site.proposal(["--field", "acronym=Secret title"])
        let scan = try site.file("letter.txt", "A letter.")
        try await site.done(["document", "add", file, scan, "--kind", "letter", "--as", Self.anne])
        let eliminate = [
            "agreement", "eliminate", file, "--all", "--as", Self.archivist, "--reason", "retention ended",
            "--request-id", "once", "--json",
        ]
        #expect(try await site.run(eliminate).json["code"] == "not_ended")
        try await site.done(["act", file, "discard", "--as", Self.anne, "--reason", "Secret reason"])
        let asAnne = eliminate.map { $0 == Self.archivist ? Self.anne : $0 }
        #expect(try await site.run(asAnne).json["code"] == "not_authorized")

        let first = try await site.run(eliminate)
        #expect(first.status == 0, "\(first.output) \(first.errors)")
        #expect(try await site.run(eliminate).output == first.output)
        let fresh = eliminate.map { $0 == "once" ? "twice" : $0 }
        #expect(try await site.run(fresh).json["code"] == "nothing_to_eliminate")

        let shown = try await site.done(["agreement", "show", file])
        #expect(shown["eliminated"]?["dossier"]?.elements == ["acronym"])
        #expect(shown["eliminated"]?["documents"]?.elements?.count == 1)
        #expect(try await site.run(["agreement", "show", file]).output.contains("limin"))
        let history = try await site.run(["agreement", "history", file, "--json"])
        #expect(!history.output.contains("Secret"))
        let events = history.json.elements ?? []
        #expect(events.last?["type"] == "values_eliminated")
        #expect(events.last?["reason"] == "retention ended")
        #expect(events.contains { $0["reason_eliminated"] == true })
        let audit = try await site.done(["audit", "verify"])
        #expect(audit["green"] == true)
        #expect(audit["eliminated"] == 3)
    }
}
