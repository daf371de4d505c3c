import Agreements
import Engine
import Foundation
import Postgres
import Storage
import Testing
import Web

@testable import App

@Suite("A definition is published from the pages, on PostgreSQL")
struct CandidateOnPostgres {
    /// The LIA under another version with another reminder, as files that somebody brings.
    private static func files() throws -> [UploadedFile] {
        let folder = URL(filePath: CommandLineSite.workflows)
        return try ["lia.yaml", "common/associated-laboratory.yaml"].map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .replacing(#/version: "20[0-9.]+"/#, with: "version: \"2099.1\"")
                .replacing("at: [-P14D, -P3D, -P1D]", with: "at: [-P10D, -P3D, -P1D]")
            return UploadedFile(
                field: "file", name: String(name.split(separator: "/").last ?? ""), bytes: Array(text.utf8))
        }
    }

    private static func visitor(_ installation: Installation) async throws -> Visitor {
        let person = try await CommandDesk(installation).person("denis@inserm.example")
        return Visitor(
            person: person, name: "denis", address: "denis@inserm.example", roles: ["INT"], session: UUID())
    }

    @Test("What was brought is proved and compared, published as it was shown, and running files move to it")
    func published() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await site.proposal(["--field", "acronym=NEUROKO"])
        try await site.withInstallation { installation in
            let (desk, visitor) = (WebDesk(installation), try await Self.visitor(installation))
            #expect(try await desk.candidate(visitor) == nil)
            try await desk.bring(try Self.files(), visitor)
            let candidate = try #require(try await desk.candidate(visitor))
            #expect(candidate.gate.findings == [] && candidate.standing == .new)
            #expect(candidate.impact?.waiting == 1 && candidate.impact?.files.first?.changes.count == 2)
            #expect(candidate.impact?.files.first?.name.fr == "NEUROKO (brouillon)")
            let sha256 = candidate.definition?.sha256 ?? ""
            let picture = PictureRequest("life", in: .english, isWhole: false)
            #expect(try await desk.candidatePicture(picture, visitor)?.contains("<svg") == true)

            await #expect(throws: Refusal.self) {
                try await desk.publishCandidate("other", migrating: true, visitor)
            }
            #expect(try await desk.definitions(visitor).table.count == 1)
            try await desk.publishCandidate(sha256, migrating: true, visitor)
            try await desk.publishCandidate(sha256, migrating: true, visitor)
            let after = try #require(try await desk.candidate(visitor))
            #expect(after.standing == .published && after.impact?.waiting == 0)
            try await Self.check(desk, visitor, picture)
        }
        let events = try await site.withOwner {
            try await $0.query(
                "SELECT channel FROM entente.event WHERE type = 'workflow.published' ORDER BY seq"
            ).map { try $0.decode(String.self, "channel") }
        }
        #expect(events == ["command_line", "page"])
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    /// Its page counts the file that moved as the office's list does, and so does its picture.
    private static func check(_ desk: WebDesk, _ visitor: Visitor, _ picture: PictureRequest) async throws {
        let name = DefinitionName("lia", "2099.1")
        let view = try #require(try await desk.definition(name, visitor))
        #expect(view.publication?.by == "denis" && view.publication?.running == 1)
        let list = try await desk.table(
            .waits, ListQuery(["definition": "lia", "version": "2099.1"]), visitor)
        #expect(view.stages?.total == 1 && list.count == 1)
        let states = view.processes.first?.states.compactMap(\.count) ?? []
        #expect(view.processes.first?.name == "life" && states.contains(1))
        let svg = try #require(try await desk.picture(picture, of: name, visitor))
        #expect(svg.contains("1 file, "))
        let other = try await desk.definition(DefinitionName("lia", "1999.1"), visitor)
        #expect(other == nil)
    }

    @Test("What is wrong with a file is told as findings, and what is no text is refused when it is brought")
    func unsound() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let (desk, visitor) = (WebDesk(installation), try await Self.visitor(installation))
            try await desk.bring(
                [
                    UploadedFile(
                        field: "file", name: "x.yaml", bytes: Array("workflow: x\nnonsense: 1\n".utf8))
                ],
                visitor)
            let candidate = try #require(try await desk.candidate(visitor))
            #expect(!candidate.gate.findings.isEmpty && !candidate.isPublishable && candidate.impact == nil)
            await #expect(throws: Refusal.self) {
                try await desk.publishCandidate("", migrating: false, visitor)
            }
            await #expect(throws: FormProblem.self) {
                try await desk.bring([UploadedFile(field: "file", name: "x", bytes: [0x41, 0])], visitor)
            }
        }
    }
}
