import Agreements
import App
import Engine
import Foundation
import TestSupport
import Testing
import Web

@Suite("The command line and the page of a file, on acronyms", .besideThePool)
struct CommandLineNamesakeTests {
    @Test(
        "A proposal or an edit that gives the acronym of a live agreement is answered with a warning; the file shows it"
    )
    func warned() async throws {
        let site = try await CommandLineSite.laboratory()
        let first = try await site.proposal(["--field", "acronym=Éole"])
        let arguments = [
            "agreement", "propose", "--workflow", "lia", "--as", "anne@inserm.example", "--party", "inserm",
            "--party", "snu", "--unit", "U1151", "--role", "DU=bernard@inserm.example",
        ]
        let alone = try await site.done(arguments + ["--field", "acronym=SEOULAB"])
        #expect(alone["namesakes"]?["seen"] == [] && alone["namesakes"]?["unseen"] == 0)
        let second = try await site.done(arguments + ["--field", "acronym=eole"])
        #expect(second["namesakes"]?["seen"]?.elements?.map { $0["agreement"] } == [.string(first)])
        #expect(second["namesakes"]?["seen"]?.elements?.first?["acronym"] == "Éole")
        let file = try #require(alone["agreement"]?.text)
        let edit = try await site.run([
            "agreement", "edit", file, "--field", "acronym=EOLE", "--as", "anne@inserm.example",
        ])
        #expect(edit.status == 0 && edit.output.contains("Éole  \(first), LIA, none"), "\(edit.output)")
        for verb in ["show", "why"] {
            let told = try await site.done(["agreement", verb, first])
            #expect(told["namesakes"]?["seen"]?.elements?.count == 2, "\(verb)")
            let text = try await site.run(["agreement", verb, first])
            #expect(text.output.contains("eole") && text.output.contains(file), "\(verb): \(text.output)")
        }
        try await site.done([
            "act", file, "discard", "--as", "anne@inserm.example", "--reason", "Another road",
        ])
        #expect(
            try await site.done(["agreement", "show", first])["namesakes"]?["seen"]?.elements?.count == 1)
        try await Self.page(first, site)
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// The office finds the other file by its link; whoever may change the name learns that there is one.
    private static func page(_ file: String, _ site: CommandLineSite) async throws {
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            for (name, role, count) in [("denis", "INT", 1), ("anne", "PI_FR", 1)] {
                let person = try await CommandDesk(installation).person("\(name)@inserm.example")
                let visitor = Visitor(
                    person: person, name: name, address: "\(name)@inserm.example", roles: [role],
                    session: UUID())
                let view = try #require(try await desk.file(file, visitor))
                #expect(view.namesakes.count == count && !view.hasUnseenNamesakes)
            }
        }
    }
}
