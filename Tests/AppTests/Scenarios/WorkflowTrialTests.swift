import Agreements
import App
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("Trying workflows: scenarios, coverage, generated scenarios", .besideThePool)
struct WorkflowTrialTests {
    private static let workflows = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Workflows").path

    /// A loan of equipment: a choice, a timer, a loop and a child for each foreign party.
    private static let loan = """
        workflow: loan
        version: "1"
        title: { fr: Prêt, en: Loan }
        instrument: PRET
        entry: open
        dossier:
          - { name: acronym, title: { fr: Acronyme, en: Acronym }, kind: text, required: true }
        refusals:
          too_many: { fr: C'est trop., en: That is too many. }
        processes:
          life:
            title: { fr: Prêt, en: Loan }
            initial: asked
            states:
              asked:
                title: { fr: Demandé, en: Asked }
                timers: [{ name: patience, due: { after: P30D, kind: silence }, event: lapses }]
                on:
                  lend:
                    title: { fr: Prêter, en: Lend }
                    by: [INT]
                    input: { pieces: integer }
                    if: [{ that: event.pieces < 10, else: too_many }]
                    to: lent
                  refuse: { title: { fr: Refuser, en: Refuse }, by: [DG], reason: required, to: refused }
                  lapses: { to: refused }
              lent:
                title: { fr: Prêté, en: Lent }
                children: [{ name: receipt, forEach: party in agreement.foreignParties, run: receipt, join: all }]
                on:
                  done: { to: over }
                  extend: { title: { fr: Prolonger, en: Extend }, by: [INT], to: lent }
              over: { title: { fr: Fini, en: Over }, final: true }
              refused: { title: { fr: Refusé, en: Refused }, final: true }
          receipt:
            title: { fr: Reçu, en: Receipt }
            initial: awaited
            states:
              awaited:
                title: { fr: Attendu, en: Awaited }
                on:
                  confirm: { title: { fr: Confirmer, en: Confirm }, by: [PART(party)], to: given }
              given: { title: { fr: Donné, en: Given }, final: true }
        """

    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "trial-\(UUID().uuidString)")
        for (path, text) in files {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return folder
    }

    @Test(
        "The shipped scenarios pass, take every transition that is not proved impossible, and see nothing that is",
        .enabled(if: !LongSuite.isShort, "each takes half a minute"),
        arguments: ["acc", "gdre", "gdri", "lea", "lia", "ume", "umi"])
    func shipped(workflow: String) async throws {
        let trial = try WorkflowTrial(["\(Self.workflows)/\(workflow).yaml"])
        let outcomes = try await trial.play()
        #expect(outcomes.count >= 4)
        #expect(outcomes.allSatisfy { $0.failures.isEmpty })
        let coverage = try #require(trial.coverage().first)
        let transitions = coverage.total(\.transitions)
        #expect(transitions.missing.isEmpty, "\(transitions.missing)")
        #expect(transitions.covered * 100 >= transitions.total * 90)
        for tally in [transitions, coverage.total(\.guards)] {
            let unseen = tally.missing + tally.impossible
            #expect(unseen.count == tally.total - tally.covered && !unseen.isEmpty)
            #expect(unseen.allSatisfy { $0.place.line > 0 && $0.place.file.hasSuffix(".yaml") })
        }
        let tried = try #require(trial.tried.first)
        let unplayed = Coverage(
            tried.workflow, places: tried.places, seen: CoverageLedger().all,
            impossible: tried.impossibilities)
        let tallies: [KeyPath<Coverage.Process, Coverage.Tally>] = [\.states, \.transitions, \.guards]
        for tally in tallies {
            let impossible = unplayed.total { $0[keyPath: tally] }.impossible.map(\.what)
            #expect(coverage.total { $0[keyPath: tally] }.impossible.map(\.what) == impossible)
        }
    }

    @Test("Generated scenarios take every transition, and play green; the same seed gives the same files")
    func generated() async throws {
        let place = try folder(["loan.yaml": Self.loan])
        defer { try? FileManager.default.removeItem(at: place) }
        var texts: [[String]] = []
        for run in ["a", "b"] {
            let trial = try WorkflowTrial([place.appending(path: "loan.yaml").path])
            #expect(trial.scenarios == 0)
            let output = place.appending(path: run).path
            let generated = try #require(
                try await trial.generate(into: output, seed: 7, decisionsMax: 2_000).first)
            #expect(generated.unreached.isEmpty, "\(generated.unreached)")
            #expect(generated.failures.isEmpty, "\(generated.failures)")
            #expect(trial.coverage().first?.total(\.transitions).missing.isEmpty == true)
            texts.append(try generated.files.map { try String(contentsOfFile: $0, encoding: .utf8) })
        }
        #expect(texts[0] == texts[1])
        #expect(!texts[0].isEmpty)
    }

    @Test("A transition that no act can reach is reported with its place, not hidden")
    func unreachable() async throws {
        let text = Self.loan.replacing("event.pieces < 10", with: "event.pieces * event.pieces == 7")
        let place = try folder(["loan.yaml": text])
        defer { try? FileManager.default.removeItem(at: place) }
        let trial = try WorkflowTrial([place.appending(path: "loan.yaml").path])
        let generated = try #require(
            try await trial.generate(into: place.appending(path: "out").path, seed: 7, decisionsMax: 500)
                .first)
        #expect(
            generated.unreached.contains {
                $0.what.contains("nothing that was tried event.pieces * event.pieces == 7 held")
                    && $0.place.line == 19
            })
    }

    @Test(
        "An expectation that does not hold fails with the line of the scenario and what is there instead",
        arguments: [
            (
                "state: [signature.waiting]\n        legal: none\n        children: { circuit/uparis: signed, circuit/kyoto: ~, circuit/inserm: ~ }",
                "state: [ranking]", "the state of life is [signature.waiting], expected [ranking]"
            ),
            ("to: [int, daj, part_ky], at", "to: [int, daj], at", "N22 went to part_ky, too"),
            (
                "state: [signature.waiting]\n        legal: none\n        children: { circuit/uparis: signed, circuit/kyoto: ~, circuit/inserm: ~ }",
                "legal: in_force", "the legal status is none, expected in_force"
            ),
            (
                "state: [signature.waiting]\n        legal: none\n        children: { circuit/uparis: signed, circuit/kyoto: ~, circuit/inserm: ~ }",
                "start: 2017-01-01", "the start is not there, expected 2017-01-01"
            ),
            (
                "state: [signature.waiting]\n        legal: none\n        children: { circuit/uparis: signed, circuit/kyoto: ~, circuit/inserm: ~ }",
                "children: { circuit/uparis: ~ }", "the outcome of circuit/uparis is signed, expected ~"
            ),
            (
                "process: ministry/uparis, due: 2016-08-07T00:00", "due: 2016-08-07T09:00",
                "no timer silence due 2016-08-07T09:00; armed: ["
            ),
            (
                "vars: { signatureOrder: advisory }", "vars: { signatureOrder: strict }",
                "the variable signatureOrder is \"advisory\", expected \"strict\""
            ),
            (
                "document: v3, void: true, dated", "document: v3, void: false, dated",
                "whether signature 2 is void is true, expected false"
            ),
            (
                "document: v3, void: true, dated", "document: v4, void: true, dated",
                "the document of signature 2 is v3, expected v4"
            ),
            (
                "received: 2016-12-09 }\n", "received: 2016-12-10 }\n",
                "the receipt of signature 2 is 2016-12-09, expected 2016-12-10"
            ),
        ])
    func failing(old: String, new: String, message: String) async throws {
        let source = try String(
            contentsOfFile: "\(Self.workflows)/scenarios/04-a-partner-signs-out-of-order.yaml",
            encoding: .utf8)
        try #require(source.ranges(of: old).count == 1)
        let text = source.replacing(old, with: new)
        let place = try folder(["scenarios/wrong.yaml": text])
        defer { try? FileManager.default.removeItem(at: place) }
        let trial = try WorkflowTrial([
            "\(Self.workflows)/acc.yaml", place.appending(path: "scenarios/wrong.yaml").path,
        ])
        let failures = try await trial.play().flatMap(\.failures)
        #expect(failures.count == 1 && failures.allSatisfy { $0.place.line > 0 })
        #expect(failures.first?.message.hasPrefix(message) ?? false, "\(failures)")
    }

    @Test("A scenario whose workflow is found nowhere says where it was looked for, and what to do")
    func alone() throws {
        let text = try String(
            contentsOfFile: "\(Self.workflows)/scenarios/04-a-partner-signs-out-of-order.yaml",
            encoding: .utf8)
        let place = try folder(["mine/own.yaml": text])
        defer { try? FileManager.default.removeItem(at: place) }
        let scenario = place.appending(path: "mine/own.yaml").path
        let fault = #expect(throws: FileFault.self) { try WorkflowTrial([scenario]) }
        let sought = "\(place.path)/acc.yaml nor \(place.path)/mine/acc.yaml"
        #expect(
            fault?.description
                == "\(scenario) follows the workflow acc, whose file is neither \(sought): "
                + "name that file before the scenario, or put the scenario into a folder beside it")
    }
}
