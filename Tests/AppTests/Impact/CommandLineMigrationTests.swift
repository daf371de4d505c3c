import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line moves running files to a new version", .besideThePool)
struct CommandLineMigrationTests {
    private static let anne = "anne@inserm.example"

    @Test("The report lists what publish --migrate does, once; histories replay and the audit stays green")
    func migrates() async throws {
        let site = try await CommandLineSite.laboratory()
        let open = try await site.proposal()
        let discarded = try await site.proposal()
        try await site.done(["act", discarded, "discard", "--as", Self.anne, "--reason", "x"])
        let file = try Self.changed(in: site) { text in
            text.replacing("at: [-P14D, -P3D, -P1D]", with: "at: [-P10D, -P3D, -P1D]")
        }
        let before = try await site.events()
        let report = try await site.done(["workflow", "impact", file])
        #expect(report.elements?.count == 1)
        #expect(report.elements?.first?["agreement"] == .string(open))
        #expect(
            (report.elements?.first?["changes"]?.elements ?? []).map { $0["kind"]?.text } == [
                "timer", "timer",
            ])
        #expect(try await site.events() == before)

        let done = try await site.done(["workflow", "publish", file, "--migrate"])
        #expect(done.elements?.first?["migrated"] == report)
        let again = try await site.done(["workflow", "publish", file, "--migrate"])
        #expect(again.elements?.first?["migrated"]?.elements?.isEmpty == true)
        #expect(try await site.events() == before + 2)

        let shown = try await site.done(["agreement", "show", open])
        #expect(shown["version"] == "2099.1")
        let history = try await site.run(["agreement", "record", open])
        let path = try site.file("moved.jsonl", history.output)
        let replay = try await site.run(["workflow", "replay", path])
        #expect(replay.status == 0, "\(replay.output) \(replay.errors)")
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("A file whose state the version has not is listed with its states, and left")
    func left() async throws {
        let site = try await CommandLineSite.laboratory()
        let open = try await site.proposal()
        let version = try await site.done(["agreement", "show", open])["version"]
        let file = try Self.changed(in: site) { text in
            text.replacing("to: open,", with: "to: ready,").replacing("to: open\n", with: "to: ready\n")
                .replacing("editableIn: [draft.open,", with: "editableIn: [draft.ready,")
                .replacing(
                    "        initial: open\n        on:\n          invite:",
                    with: "        initial: ready\n        on:\n          invite:"
                )
                .replacing(
                    "          open:\n            title: { fr: Ouvert, en: Open }",
                    with: "          ready:\n            title: { fr: Ouvert, en: Open }")
        }
        let report = try await site.done(["workflow", "impact", file])
        #expect(report.elements?.first?["code"] == "no_counterpart")
        #expect(report.elements?.first?["states"]?.elements == ["life: draft.open"])
        let done = try await site.done(["workflow", "publish", file, "--migrate"])
        #expect(done.elements?.first?["migrated"] == report)
        #expect(try await site.done(["agreement", "show", open])["version"] == version)
    }

    /// A copy of the definitions under another version, its parts edited; the path of the LIA's.
    private static func changed(in site: CommandLineSite, _ edit: (String) -> String) throws -> String {
        let (source, folder) = (URL(filePath: CommandLineSite.workflows), site.folder.appending(path: "new"))
        let common = folder.appending(path: "common")
        try FileManager.default.createDirectory(at: common, withIntermediateDirectories: true)
        let parts = try FileManager.default.contentsOfDirectory(atPath: source.appending(path: "common").path)
        for name in parts.map({ "common/\($0)" }) + ["lia.yaml"] {
            let text = try String(contentsOf: source.appending(path: name), encoding: .utf8)
                .replacing(#/version: "20[0-9.]+"/#, with: "version: \"2099.1\"")
            try Data(edit(text).utf8).write(to: folder.appending(path: name))
        }
        return folder.appending(path: "lia.yaml").path
    }
}
