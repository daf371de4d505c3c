@testable import Definitions

/// A small sound workflow with a hole for what a test puts into it.
enum GuardSample {
    /// The findings of checks, one line each, of the sample with these transitions of its state `open`, and
    /// with a key of its state `other`.
    static func findings(
        _ transitions: String, parameters: String = "{ limit: 3, order: none }", state: String? = nil,
        _ checks: [any WorkflowCheck.Type] = WorkflowChecks.guards
    ) -> [String] {
        let lines = transitions.split(separator: "\n").map { "            \($0)" }.joined(separator: "\n")
        let other = state.map { "        \($0)\n" } ?? ""
        let text =
            head.replacing("PARAMETERS", with: parameters) + lines + "\n"
            + tail.replacing("OTHER\n", with: other)
        return PeopleGate.findings(text, checks).map { "\($0.code.rawValue) \($0)" }
    }

    private static let head = """
        workflow: sample
        version: "1"
        title: { fr: Exemple, en: Sample }
        instrument: SMP
        entry: open
        parameters: PARAMETERS
        refusals:
          no: { fr: Non., en: No. }
        processes:
          life:
            title: { fr: Vie, en: Life }
            initial: start
            states:
              start:
                title: { fr: Début, en: Start }
                legal: none
                do: [{ set: { count: agreement.renewals } }, { set: { flag: measures.flagged } }, renew]
                on:
                  begin: { title: { fr: Commencer, en: Begin }, by: [INT], to: open }
              open:
                title: { fr: Ouvert, en: Open }
                timers:
                  - { name: late, due: { after: P30D }, event: late }
                children: [{ name: check, forEach: party in agreement.parties, run: checking, join: none }]
                on:

        """

    private static let tail = """
              other:
                title: { fr: Autre, en: Other }
        OTHER
                final: true
              ended:
                title: { fr: Fini, en: Ended }
                legal: ended
                final: true
          checking:
            title: { fr: Examen, en: Check }
            initial: asked
            states:
              asked:
                title: { fr: Demandé, en: Asked }
                on:
                  answer: { title: { fr: Répondre, en: Answer }, by: [INT], to: answered }
              answered: { title: { fr: Répondu, en: Answered }, final: true, outcome: answered }

        """
}
