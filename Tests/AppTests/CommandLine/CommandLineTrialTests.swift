import Foundation
import TestSupport
import Testing

@Suite("The command line, for generated scenarios", .besideThePool)
struct CommandLineTrialTests {
    /// A door that opens for those who say a number below the limit.
    private static func door(limit: Int) -> String {
        """
        workflow: door
        version: "1"
        title: { fr: Porte, en: Door }
        instrument: PORTE
        entry: open
        dossier:
          - { name: subject, title: { fr: Objet, en: Subject }, kind: text, required: true }
        refusals:
          too_many: { fr: C'est trop., en: That is too many. }
        processes:
          life:
            title: { fr: Porte, en: Door }
            initial: shut
            states:
              shut:
                title: { fr: Fermée, en: Shut }
                on:
                  pass:
                    title: { fr: Passer, en: Pass }
                    by: [INT]
                    input: { people: integer }
                    if: [{ that: "event.people < \(limit)", else: too_many }]
                    to: open
              open: { title: { fr: Ouverte, en: Open }, final: true }
        """
    }

    private func generate(limit: Int) async throws -> CommandLineRun {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-trial-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.door(limit: limit).utf8).write(to: folder.appending(path: "door.yaml"))
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
        let arguments = ["workflow", "test", "--generate", "--decisions", "200", "door.yaml"]
        return try await CommandLineRun.run(
            CommandLineRun.executable, arguments, environment: environment, in: folder)
    }

    @Test("A search that takes every possible transition says so and exits with 0")
    func covered() async throws {
        let run = try await generate(limit: 10)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("\ndoor: every possible transition is taken\n"), "\(run.output)")
    }

    @Test("A search that leaves a transition says how many and exits with 1")
    func uncovered() async throws {
        let run = try await generate(limit: 0)
        #expect(run.status == 1, "\(run.errors)")
        #expect(
            run.output.hasSuffix("\ndoor: 1 possible transition(s) left uncovered (exit code 1)\n"),
            "\(run.output)")
    }
}
