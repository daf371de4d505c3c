import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line, on measures and on what a proposal names", .besideThePool)
struct CommandLineMeasureTests {
    private static let security = "selim@inserm.example"

    /// In force at once; it hears that measures changed.
    private static let frame = """
        workflow: frame
        version: "1"
        title: { fr: T, en: T }
        instrument: LIA
        entry: open
        parameters: { proposers: [PI_FR] }
        processes:
          life:
            title: { fr: T, en: T }
            initial: active
            states:
              active:
                title: { fr: A, en: A }
                legal: in_force
                on:
                  measure.changed: { do: [{ set: { told: "true" } }] }
                  stop: { title: { fr: S, en: S }, by: [PI_FR], to: over }
              over: { title: { fr: O, en: O }, legal: ended, final: true }

        """

    @Test("The security officer sets and ends a measure, and the agreements that it concerns hear of it")
    func measures() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.publish(unchecked: Self.frame)
        try await site.done(["person", "add", "--name", "selim", "--email", Self.security])
        try await site.done(["grant", "add", Self.security, "FSD"])
        let concerned = try await Self.propose("frame", at: site)
        let spared = try await Self.propose("frame", at: site)
        let set = try await site.done([
            "measure", "set", "KR", "no_new", "--reference", "Council decision 1", "--until", "2017-01-01",
            "--exempt", "agreement:\(spared)", "--exempt", "unit:U9", "--as", Self.security,
        ])
        #expect(set["kind"] == "no_new" && set["until"] == "2016-12-31T23:00:00.000Z")
        #expect(set["exempt"] == [.string("agreement:\(spared)"), "unit:U9"])
        #expect(try await site.done(["measure", "list"]) == [set])
        #expect(try await site.done(["measure", "list", "--target", "snu"]) == [])

        let id = try #require(set["id"]?.text)
        let ended = try await site.done(["measure", "end", id, "--as", Self.security])
        #expect(ended["until"] == "2016-02-29T23:00:00.000Z")
        #expect(try await Self.told(concerned, at: site) == 2)
        let refused = try await site.run([
            "grant", "add", Self.security, "DG", "--as", Self.security, "--json",
        ])
        #expect(refused.json["code"] == "not_authorized")
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("A proposal names its laboratories and the agreement under which it is made; show lists them")
    func proposal() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.publish(unchecked: Self.frame)
        let frame = try await Self.propose("frame", at: site)
        let file = try await Self.propose(
            "lia", at: site,
            [
                "--lab", "L1=snu:kim@inserm.example:Physiology: ions", "--lab",
                "L2=inserm:anne@inserm.example:Cells", "--cites", frame,
            ])
        let shown = try await site.done(["agreement", "show", file])
        #expect(shown["cites"] == [.string(frame)])
        #expect(shown["labs"]?.elements?.map { $0["name"] } == ["Physiology: ions", "Cells"])
        let text = try await site.run(["agreement", "show", file]).output
        for line in ["Laboratories\n  L1  Physiology: ions (snu), kim\n", "Cited agreements\n  \(frame)\n"] {
            #expect(text.contains(line), "\(text)")
        }
    }

    private static func propose(
        _ workflow: String, at site: CommandLineSite, _ more: [String] = []
    ) async throws -> String {
        let arguments = [
            "agreement", "propose", "--workflow", workflow, "--party", "inserm", "--party", "snu", "--as",
            "anne@inserm.example",
        ]
        return try #require(try await site.done(arguments + more)["agreement"]?.text)
    }

    private static func told(_ file: String, at site: CommandLineSite) async throws -> Int {
        let history = try await site.done(["agreement", "history", file]).elements ?? []
        return history.count { $0["type"] == "measure.changed" }
    }
}
