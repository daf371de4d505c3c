import Agreements
import App
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("Generated scenarios of small workflows", .besideThePool)
struct GeneratedScenarioTests {
    /// A file without an acronym, whose lists are read one by one: a document is part of the path of a reading.
    private static let lists = """
        workflow: lists
        version: "1"
        title: { fr: Listes, en: Lists }
        instrument: LISTES
        entry: open
        dossier:
          - { name: subject, title: { fr: Objet, en: Subject }, kind: text, required: true }
        refusals:
          reading_open: { fr: Une liste est en lecture., en: A list is being read. }
        processes:
          life:
            title: { fr: Listes, en: Lists }
            initial: open
            states:
              open:
                title: { fr: Ouvert, en: Open }
                on:
                  submit_list:
                    title: { fr: Soumettre une liste, en: Submit a list }
                    by: [INT]
                    input: { list: document }
                    if: [{ that: "!children.exists(c, c.name == 'reading' && !c.ended)", else: reading_open }]
                    do: [{ spawn: { name: reading, run: reading, as: list, item: event.list, of: open } }]
                  reading.read: { to: over }
              over: { title: { fr: Fini, en: Over }, final: true }
          reading:
            title: { fr: Lecture, en: Reading }
            initial: pending
            states:
              pending:
                title: { fr: À lire, en: To be read }
                on:
                  read: { title: { fr: Lire, en: Read }, by: [INT], to: read }
              read: { title: { fr: Lue, en: Read }, outcome: read, final: true }
        """

    private func generate(
        _ text: String, in file: String, decisionsMax: Int = 2_000
    ) async throws -> (WorkflowTrial, WorkflowTrial.Generated, texts: [String]) {
        let place = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: file).path
        try Data(text.utf8).write(to: URL(filePath: path))
        let trial = try WorkflowTrial([path])
        let output = place.appending(path: "out").path
        let generated = try #require(
            try await trial.generate(into: output, seed: 7, decisionsMax: decisionsMax).first)
        let texts = try generated.files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        return (trial, generated, texts)
    }

    @Test("A path that holds a document's identity is written with its key, and plays where it is another")
    func documentInPath() async throws {
        let (trial, generated, texts) = try await generate(Self.lists, in: "lists.yaml")
        #expect(generated.unreached.isEmpty, "\(generated.unreached)")
        #expect(generated.failures.isEmpty, "\(generated.failures)")
        #expect(trial.coverage().first?.total(\.transitions).missing.isEmpty == true)
        #expect(texts.contains { $0.contains("process: reading/$added") }, "\(texts)")
    }

    @Test("A workflow whose dossier has no acronym is proposed without one")
    func withoutAcronym() async throws {
        let (_, generated, texts) = try await generate(Self.lists, in: "lists.yaml")
        #expect(generated.failures.isEmpty && !texts.isEmpty)
        #expect(texts.allSatisfy { !$0.contains("acronym") })
    }

    @Test("What is not covered stands in the file that was given, whatever it is called")
    func namesTheFile() async throws {
        let (trial, generated, _) = try await generate(Self.lists, in: "my-draft.yaml", decisionsMax: 1)
        let missing = try #require(trial.coverage().first).total(\.transitions).missing
        #expect(!missing.isEmpty)
        #expect((missing + generated.unreached).allSatisfy { $0.place.file.hasSuffix("/my-draft.yaml") })
    }
}
