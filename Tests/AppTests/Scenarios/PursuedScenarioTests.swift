import Agreements
import App
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("Transitions that a search has to aim at", .besideThePool)
struct PursuedScenarioTests {
    /// A tender in which each step wants what another one gives: a document, a child's end, a number, a measure, a year.
    private static let tender = """
        workflow: tender
        version: "1"
        title: { fr: Marché, en: Tender }
        instrument: MARCHE
        entry: open
        dossier:
          - { name: subject, title: { fr: Objet, en: Subject }, kind: text, required: true }
        refusals:
          no_plan: { fr: Le plan manque., en: The plan is missing. }
          not_flagged: { fr: Aucune mesure., en: There is no measure. }
          order: { fr: Les nombres ne vont pas., en: The numbers do not fit. }
        processes:
          life:
            title: { fr: Marché, en: Tender }
            initial: draft
            states:
              draft:
                title: { fr: Brouillon, en: Draft }
                do: [{ set: { grade: "0" } }]
                on:
                  submit:
                    title: { fr: Envoyer, en: Submit }
                    by: [INT]
                    if: [{ that: "'plan' in dossier.attachments", else: no_plan }]
                    to: review
                  discard: { title: { fr: Abandonner, en: Discard }, by: [INT], to: dropped }
              review:
                title: { fr: Examen, en: Review }
                children: [{ name: opinion, forEach: party in agreement.foreignParties, run: opinion, join: all }]
                on:
                  opinion.against: { to: draft }
                  grade:
                    title: { fr: Noter, en: Grade }
                    by: [INT]
                    input: { present: integer, grade: integer }
                    if: [{ that: "event.present > 4 && event.grade <= event.present", else: order }]
                    do: [{ set: { grade: event.grade } }]
                  done:
                    - { if: vars.grade >= 5, to: running }
                    - { to: draft }
              running:
                title: { fr: En cours, en: Running }
                timers: [{ name: year, due: { after: P1Y }, event: year.ends }]
                on:
                  year.ends: { to: over }
                  stop:
                    title: { fr: Arrêter, en: Stop }
                    by: [DG]
                    if: [{ that: measures.flagged, else: not_flagged }]
                    to: dropped
              over: { title: { fr: Fini, en: Over }, final: true }
              dropped: { title: { fr: Abandonné, en: Dropped }, final: true }
          opinion:
            title: { fr: Avis, en: Opinion }
            initial: awaited
            states:
              awaited:
                title: { fr: Attendu, en: Awaited }
                on:
                  approve: { title: { fr: Approuver, en: Approve }, by: [PART(party)], to: for }
                  oppose: { title: { fr: S'opposer, en: Oppose }, by: [PART(party)], to: against }
              for: { title: { fr: Pour, en: For }, outcome: for, final: true }
              against: { title: { fr: Contre, en: Against }, outcome: against, final: true }
        """

    @Test("What a condition asks for is brought first: a document, numbers, a child's end, a measure, a year")
    func aimed() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "pursued-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "tender.yaml").path
        try Data(Self.tender.utf8).write(to: URL(filePath: path))
        let trial = try WorkflowTrial([path])
        let generated = try #require(
            try await trial.generate(into: place.appending(path: "out").path, seed: 7, decisionsMax: 400)
                .first)
        #expect(generated.unreached.isEmpty, "\(generated.unreached)")
        #expect(generated.failures.isEmpty, "\(generated.failures)")
    }
}
