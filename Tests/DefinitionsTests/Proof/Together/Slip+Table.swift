import Definitions

/// A sound definition, and slips that make it defective: each in a place of its own.
extension Slip {
    static let sound = """
        workflow: pairs
        version: "1"
        title: { fr: Paires, en: Pairs }
        instrument: PRS
        entry: open
        parameters: { recorders: [INT] }
        refusals:
          no: { fr: Non., en: No. }
        notices:
          N1: { to: [INT], subject: { fr: A, en: A }, body: { fr: "Le {{reference}}.", en: B } }
        processes:
          life:
            title: { fr: Vie, en: Life }
            initial: draft
            states:
              draft:
                title: { fr: Projet, en: Draft }
                task: { role: INT, title: { fr: Envoyer, en: Send } }
                on:
                  send: { title: { fr: Envoyer, en: Send }, by: [INT], if: { that: agreement.text.version > 0, else: no }, to: sign }
                  drop: { title: { fr: Classer, en: Drop }, by: [INT], reason: required, to: dropped }
              sign:
                title: { fr: Signature, en: Signature }
                children: [{ name: circuit, forEach: party in agreement.parties, run: signing, join: all }]
                on:
                  done: { to: force, do: [register] }
                  circuit.refused: { to: draft }
                  text.changed: { to: draft }
              force:
                title: { fr: En vigueur, en: In force }
                legal: in_force
                parallel:
                  term:
                    title: { fr: Durée, en: Term }
                    initial: running
                    states:
                      running:
                        title: { fr: En cours, en: Running }
                        timers: [{ name: end, due: { at: agreement.end, plus: P1D, kind: opening }, event: term.ends }]
                        on: { term.ends: { to: sorting } }
                  standing:
                    title: { fr: Situation, en: Standing }
                    initial: normal
                    states:
                      normal:
                        title: { fr: Normale, en: Normal }
                        on:
                          suspend: { title: { fr: Suspendre, en: Suspend }, by: [DG], reason: required, to: suspended }
                      suspended:
                        title: { fr: Suspendue, en: Suspended }
                        legal: suspended
                        task: { role: DG, title: { fr: Revoir, en: Review } }
                        on:
                          resume: { title: { fr: Reprendre, en: Resume }, by: [DG], to: normal, do: [renew] }
                          finish: { title: { fr: Finir, en: Finish }, by: [DG], reason: required, to: closing }
              sorting:
                title: { fr: Tri, en: Sorting }
                legal: ended
                on:
                  always:
                    - { if: agreement.renewals > 3, to: closing }
                    - { if: agreement.renewals <= 3, to: archiving }
              archiving:
                title: { fr: Archives, en: Archives }
                legal: ended
                timers: [{ name: late, due: { after: P30D }, event: late }]
                on:
                  store: { title: { fr: Ranger, en: Store }, by: [INT], input: { count: integer }, do: { set: { stored: event.count } }, to: closing }
                  late: { to: closing }
              closing:
                title: { fr: Clôture, en: Closing }
                legal: ended
                task: { role: INT, title: { fr: Clore, en: Close } }
                on:
                  close: { title: { fr: Clore, en: Close }, by: [INT], if: { that: agreement.renewals < 100, else: no }, notify: [N1], to: closed }
                  keep: { title: { fr: Garder, en: Keep }, by: [INT] }
              closed: { title: { fr: Clos, en: Closed }, legal: ended, final: true }
              dropped: { title: { fr: Classé, en: Dropped }, final: true }
          signing:
            title: { fr: Circuit, en: Circuit }
            initial: open
            states:
              open:
                title: { fr: À signer, en: To sign }
                on:
                  sign: { title: { fr: Signer, en: Sign }, by: [SIG(party)], do: [signature], to: signed }
                  refuse: { title: { fr: Refuser, en: Refuse }, by: [SIG(party)], reason: required, to: refused }
              signed: { title: { fr: Signé, en: Signed }, final: true, outcome: signed }
              refused: { title: { fr: Refusé, en: Refused }, final: true, outcome: refused }

        """

    static let all = [
        Slip(
            "misspelt guard", "that: agreement.text.version > 0",
            "that: agreement.text.versoin > 0",
            [.expression]),
        Slip(
            "misspelt target of an act", "to: suspended }",
            "to: suspnded }",
            [.unknownState]),
        Slip(
            "misspelt target on the only way", "{ to: force, do",
            "{ to: fource, do",
            [.unknownState]),
        Slip(
            "misspelt initial", "initial: normal",
            "initial: norml",
            [.unknownState]),
        Slip(
            "unknown role", "by: [DG], to: normal",
            "by: [DGG], to: normal",
            [.unknownRole]),
        Slip(
            "text missing", "{ fr: Clos, en: Closed }",
            "{ fr: Clos }",
            [.missingText]),
        Slip(
            "misspelt always", "if: agreement.renewals > 3",
            "if: agreement.renewls > 3",
            [.expression]),
        Slip(
            "unknown notice", "notify: [N1]",
            "notify: [N2]",
            [.unused, .unknownNotice]),
        Slip(
            "division", "that: agreement.renewals < 100",
            "that: 10 / agreement.renewals < 100",
            [.divisionByZero]),
        Slip(
            "missing field", "stored: event.count",
            "stored: event.cont",
            [.missingField]),
        Slip(
            "gap", "if: agreement.renewals <= 3",
            "if: agreement.renewals < 3",
            [.guardGap]),
        Slip(
            "missing reason", "by: [DG], reason: required, to: closing",
            "by: [DG], to: closing",
            [.missingReason]),
        Slip(
            "task of nobody", "task: { role: INT, title: { fr: Clore",
            "task: { role: DU, title: { fr: Clore",
            [.stepWithoutRole]),
        Slip(
            "no consequence", "en: Review } }",
            "en: Review }, due: { after: P3M } }",
            [.deadlineWithoutConsequence]),
        Slip(
            "bad template", "Le {{reference}}.",
            "Le {{reference.",
            [.badTemplate]),
        Slip(
            "unknown placeholder", "{{reference}}",
            "{{referenc}}",
            [.undefinedPlaceholder]),
        Slip(
            "dead", "circuit.refused: { to: draft }",
            "circuit.refused: [{ to: draft }, { to: dropped }]",
            [.deadTransition]),
        Slip(
            "deaf timer", "event: late }]",
            "event: late }, { name: two, due: { after: P40D }, event: two }]",
            [.deafTimer]),
        Slip(
            "no end", "by: [INT] }\n      closed",
            "by: [INT] }\n          lose: { title: { fr: P, en: L }, by: [INT], to: lost }\n      lost: { title: { fr: P, en: L }, on: { look: { title: { fr: P, en: L }, by: [INT] } } }\n      closed",
            [.noEndReachable]),
        Slip(
            "unsigned", "text.changed: { to: draft }",
            "text.changed: {}",
            [.unsignedInForce]),
        Slip(
            "illegal", "{ to: closing }\n      closing",
            "{ to: sign }\n      closing",
            [.illegalStatusChange]),
        Slip(
            "event nobody sends", "text.changed: { to: draft }",
            "text.changed: { to: draft }\n          text.chnged: { to: draft }",
            [.nobodySends]),
    ]
}
