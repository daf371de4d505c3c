import Agreements
import Definitions

/// A small workflow that uses every part of the format, and what comes of it when a piece is replaced.
enum Sample {
    static let text = """
        workflow: sample
        version: "2016.1"
        title: { fr: Exemple, en: Sample }
        instrument: SMP
        entry: call
        parameters: { duration: P4Y, renewals: 1, express: true, proposers: [PI_FR], editableIn: [draft] }
        dossier:
          - { name: acronym, title: { fr: Acronyme, en: Acronym }, kind: text, required: true, max: 20 }
          - { name: panel, title: { fr: Panel, en: Panel }, kind: [LS1, LS2, no] }
        refusals:
          call_closed: { fr: L'appel est clos., en: The call is closed. }
          own_proposal: { fr: C'est votre dossier., en: It is your own proposal. }
        duties: [{ first: [submit], second: [select], else: own_proposal }]
        restrictions: [{ while: suspended, only: [select], else: own_proposal }]
        notices:
          N01: { to: [PI_EXT, DU], subject: { fr: A, en: A }, body: { fr: B, en: B } }
          N02: { copy: false, subject: { fr: A, en: A }, body: { fr: B, en: B } }
        processes:
          life:
            title: { fr: Vie, en: Life }
            initial: draft
            states:
              draft:
                title: { fr: Brouillon, en: Draft }
                legal: none
                task:
                  role: PI_FR
                  title: { fr: Envoyer, en: Send the proposal }
                  due: { at: call.closesAt, kind: instant }
                  remind: [{ notice: N02, at: [-P14D, -P1D], to: [PI_FR] }]
                timers: [{ name: closing, due: task, event: close }]
                notify: [N01]
                on:
                  submit:
                    title: { fr: Envoyer, en: Send }
                    by: [PI_FR]
                    if: { that: call.isOpen(now), else: call_closed }
                    input: { grade: [A+, A], comment?: text }
                    do: [reference, { set: { rounds: "1" } }]
                    to: signature
                  close: { to: abandoned }
              signature:
                title: { fr: Signature, en: Signature }
                children: [{ name: circuit, forEach: party in agreement.parties, run: signing, join: all }]
                on:
                  done: { to: active }
                  circuit.refused: { to: draft }
                  recall: { title: { fr: Rappeler, en: Recall }, by: INT, reason: required, to: history(active) }
              active:
                title: { fr: En vigueur, en: In force }
                legal: in_force
                effective: agreement.start
                parallel:
                  term:
                    title: { fr: Durée, en: Term }
                    initial: running
                    states:
                      running:
                        title: { fr: En cours, en: Running }
                        timers: [{ name: end, due: { at: agreement.end, plus: P1D, kind: opening }, event: end }]
                        on: { end: { to: abandoned } }
                  standing:
                    title: { fr: Situation, en: Standing }
                    initial: normal
                    states:
                      normal:
                        title: { fr: Normale, en: Normal }
                        on:
                          select:
                            title: { fr: Suspendre, en: Suspend }
                            by: [DG]
                            to: suspended
                      suspended:
                        title: { fr: Suspendue, en: Suspended }
                        legal: suspended
                        on: { always: { if: "!measures.flagged", to: normal } }
              abandoned:
                title: { fr: Sans suite, en: Abandoned }
                legal: ended
                final: true
          signing:
            title: { fr: Circuit de signature, en: Signature circuit }
            initial: open
            states:
              open:
                title: { fr: À signer, en: To sign }
                task: { role: SIG(party), title: { fr: Signer, en: Sign }, due: { after: P10B } }
                on:
                  sign: { title: { fr: Signer, en: Sign }, by: SIG(party), do: signature, to: signed }
                  refuse: { title: { fr: Refuser, en: Refuse }, by: SIG(party), reason: required, to: refused }
              signed: { title: { fr: Signé, en: Signed }, final: true, outcome: signed }
              refused: { title: { fr: Refusé, en: Refused }, final: true, outcome: refused }

        """

    static func load(_ text: String, including files: [String: String] = [:]) throws -> Workflow {
        try WorkflowLoader().load(WorkflowSources(name: "f.yaml", text: text, included: files))
    }

    /// The findings in `text`, one line each; none when it loads.
    static func findings(_ text: String, including files: [String: String] = [:]) -> [String] {
        do {
            _ = try load(text, including: files)
            return []
        } catch let error as InvalidDefinition {
            return error.findings.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }
}
