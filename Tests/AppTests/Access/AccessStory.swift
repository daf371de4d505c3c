/// Seven files in seven states, and somebody for every role in every relation to them.
///
/// Whatever a file holds that not everybody may see says its own name between two `QX`: such a word tells by itself from
/// where it came. The experts are called by such words, too.
enum AccessStory {
    static let text = #"""
        scenario: access
        title: { fr: Qui voit quoi, en: Who sees what }
        start: 2016-03-01T00:00

        organisations:
          inserm: { name: Inserm, country: FR, kind: epst, home: true }
          snu: { name: Seoul National University, country: KR, kind: foreign }
          usp: { name: Universidade de São Paulo, country: BR, kind: foreign }

        people:
          pi: { name: Anne Martin, email: pi@inserm.example, organisation: inserm, unit: U1151, grants: ["PI_FR@unit:U1151"] }
          neighbour: { name: Luc Perrot, email: neighbour@inserm.example, organisation: inserm, unit: U1151, grants: ["PI_FR@unit:U1151"] }
          stranger: { name: Hugues Payet, email: stranger@inserm.example, organisation: inserm, unit: U2000, grants: ["PI_FR@unit:U2000", "DU@unit:U2000"] }
          colead: { name: Kim Min-jun, email: colead@snu.example, organisation: snu }
          du: { name: Bernard Colin, email: du@inserm.example, organisation: inserm, grants: ["DU@unit:U1151"] }
          du2: { name: Solange Rey, email: du2@inserm.example, organisation: inserm, grants: ["DU@unit:U1151"] }
          dr: { name: Claire Dubois, email: dr@inserm.example, organisation: inserm, grants: [DR] }
          int: { name: Denis Evrard, email: int@inserm.example, organisation: inserm, grants: [INT] }
          itmo: { name: Élise Fabre, email: itmo@inserm.example, organisation: inserm, grants: ["ITMO@itmo:NNP", { grant: "ITMO@itmo:PMN", from: 2016-05-05 }] }
          deputy: { name: Éric Faure, email: deputy@inserm.example, organisation: inserm, grants: ["ITMO@itmo:NNP"] }
          itmo2: { name: Brigitte Aubry, email: itmo2@inserm.example, organisation: inserm, grants: ["ITMO@itmo:CAN"] }
          successor: { name: Agnès Rolland, email: successor@inserm.example, organisation: inserm, grants: ["ITMO@itmo:PMN"] }
          recused: { name: QXexpertRecusedQX, email: recused@expert.example, grants: [EXP] }
          reader: { name: QXexpertReaderQX, email: reader@expert.example, grants: [EXP] }
          invited: { name: QXexpertInvitedQX, email: invited@expert.example, grants: [EXP] }
          voided: { name: QXexpertVoidedQX, email: voided@expert.example, grants: [EXP] }
          pool: { name: Nadia Olivier, email: pool@expert.example, grants: [EXP] }
          csel: { name: Hélène Imbert, email: csel@inserm.example, organisation: inserm, grants: [CSEL] }
          daf: { name: Irène Joly, email: daf@inserm.example, organisation: inserm, grants: [DAF] }
          daj: { name: Jean Klein, email: daj@inserm.example, organisation: inserm, grants: [DAJ] }
          fsd: { name: Karim Leroy, email: fsd@inserm.example, organisation: inserm, grants: [FSD] }
          dpo: { name: Léa Maury, email: dpo@inserm.example, organisation: inserm, grants: [DPO] }
          dg: { name: Laure Morel, email: dg@inserm.example, organisation: inserm, grants: [DG] }
          arch: { name: Guy Moreau, email: arch@inserm.example, organisation: inserm, grants: [ARCH] }
          adm: { name: Ada Roche, email: adm@inserm.example, organisation: inserm, grants: [ADM] }
          aud: { name: Paul Quentin, email: aud@inserm.example, organisation: inserm, grants: [AUD] }
          pdg: { name: Marc Noël, email: pdg@inserm.example, organisation: inserm, grants: ["SIG@party:inserm"] }
          rector: { name: Park Seo-yeon, email: rector@snu.example, organisation: snu, grants: ["SIG@party:snu"] }
          office: { name: Lee Ji-woo, email: office@snu.example, organisation: snu, grants: ["PART@party:snu"] }
          reitor: { name: Maria Costa, email: reitor@usp.example, organisation: usp, grants: ["SIG@party:usp"] }
          uspo: { name: João Silva, email: uspo@usp.example, organisation: usp, grants: ["PART@party:usp"] }
          stand: { name: Yves Maillard, email: stand@inserm.example, organisation: inserm }
          left: { name: Odile Perrin, email: left@inserm.example, organisation: inserm, grants: [INT] }
          heir: { name: Julie Besnard, email: heir@inserm.example, organisation: inserm }
          gone: { name: Michel Aubert, email: gone@inserm.example, organisation: inserm, grants: [AUD] }
          nobody: { name: Florence Lang, email: nobody@inserm.example, organisation: inserm }

        calls:
          c2016: { instruments: [LIA], year: 2016, opens: 2016-03-01T00:00, closes: 2016-06-15T17:00, ranking: 2016-10-14T17:00 }

        delegations:
          instead: { by: pi, to: stand, roles: [PI_FR], from: 2016-03-01, until: 2017-12-31, reference: Note 1 }
          lapsed: { by: left, to: heir, roles: [INT], from: 2016-03-01, until: 2017-12-31, reference: Note 2 }

        steps:

          # --- Four proposals: a draft, one under examination, one refused for security, one given up ----------------------------

          - { at: 2016-03-07T09:00, as: pi, propose: { agreement: draft, workflow: lia, acronym: QXdraftNameQX, unit: U1151, itmo: NNP, call: c2016, start: 2017-01-01, parties: [inserm, snu], people: { DU: du, PI_EXT: colead }, dossier: { titleFr: QXdraftTitleQX, titleEn: QXdraftTitleQX, team: QXdraftTeamQX, summaryFr: QXdraftSummaryQX, contributions: QXdraftSharesQX, reviewersToAvoid: QXdraftAvoidQX, restrictedZone: QXdraftZoneQX } } }
          - { at: 2016-03-07T09:10, as: pi, propose: { agreement: study, workflow: lia, acronym: QXstudyNameQX, unit: U1151, itmo: NNP, call: c2016, start: 2017-01-01, parties: [inserm, snu], people: { DU: du, PI_EXT: colead }, dossier: { titleFr: QXstudyTitleQX, titleEn: QXstudyTitleQX, team: QXstudyTeamQX, foreignTeam: B, summaryFr: QXstudySummaryQX, summaryEn: S, workPlan: P, addedValue: V, yearlyBudget: 15000, contributions: QXstudySharesQX, reviewersToAvoid: QXstudyAvoidQX, restrictedZone: QXstudyZoneQX } } }
          - { at: 2016-03-07T09:20, as: pi, propose: { agreement: barred, workflow: lia, acronym: QXbarredNameQX, unit: U1151, itmo: NNP, call: c2016, start: 2017-01-01, parties: [inserm, snu], people: { DU: du, PI_EXT: colead }, dossier: { titleFr: QXbarredTitleQX, titleEn: QXbarredTitleQX, team: QXbarredTeamQX, foreignTeam: B, summaryFr: QXbarredSummaryQX, summaryEn: S, workPlan: P, addedValue: V, yearlyBudget: 15000, contributions: QXbarredSharesQX, reviewersToAvoid: QXbarredAvoidQX, restrictedZone: QXbarredZoneQX } } }
          - { at: 2016-03-07T09:30, as: neighbour, propose: { agreement: dropped, workflow: lia, acronym: QXdroppedNameQX, unit: U1151, itmo: NNP, call: c2016, start: 2017-01-01, parties: [inserm, snu], people: { DU: du, PI_EXT: colead }, dossier: { titleFr: QXdroppedTitleQX, titleEn: QXdroppedTitleQX, team: QXdroppedTeamQX, summaryFr: QXdroppedSummaryQX, contributions: QXdroppedSharesQX, reviewersToAvoid: QXdroppedAvoidQX, restrictedZone: QXdroppedZoneQX } } }
          - { at: 2016-03-08T09:00, as: neighbour, act: discard, on: dropped, input: { reason: QXdroppedReasonQX } }
          - { at: 2016-03-08T09:10, as: pi, document: { agreement: study, kind: partner_letter, text: QXstudyLetterQX, as: study_letter } }
          - { at: 2016-03-08T09:20, as: pi, document: { agreement: barred, kind: partner_letter, text: QXbarredLetterQX, as: barred_letter } }
          - { at: 2016-03-08T10:00, as: du, act: grant_visa, on: study }
          - { at: 2016-03-08T10:10, as: du, act: grant_visa, on: barred }
          - { at: 2016-03-09T09:00, as: pi, act: submit, on: study }
          - { at: 2016-03-09T09:10, as: pi, act: submit, on: barred }
          - { at: 2016-03-10T09:00, as: int, act: ask, on: study, input: { reason: QXstudyMissingQX } }
          - { at: 2016-03-10T10:00, as: pi, act: resubmit, on: study }
          - { at: 2016-03-11T09:00, as: int, act: admit, on: study }
          - { at: 2016-03-11T09:10, as: int, act: admit, on: barred }

          # Under examination: one expert stood back, one reported, one was found to have a link, one is invited.
          - { at: 2016-03-14T09:00, as: daf, act: confirm_budget, on: study, input: { comment: QXstudyFinanceQX } }
          - { at: 2016-03-14T09:10, as: daf, document: { agreement: study, kind: budget, text: QXstudySheetQX, as: study_sheet } }
          - { at: 2016-03-14T09:20, as: int, document: { agreement: study, kind: note, text: QXstudyNoteQX, as: study_note } }
          - { at: 2016-03-15T09:00, as: int, act: assign_expert, on: study, input: { expert: $recused } }
          - { at: 2016-03-15T09:10, as: int, act: assign_expert, on: study, input: { expert: $reader } }
          - { at: 2016-03-16T09:00, as: recused, act: recuse, on: study, process: review/recused }
          - { at: 2016-03-17T09:00, as: int, act: assign_expert, on: study, input: { expert: $voided } }
          - { at: 2016-03-18T09:00, as: reader, act: declare_no_interest, on: study, process: review/reader }
          - { at: 2016-03-18T09:10, as: reader, document: { agreement: study, kind: report, text: QXstudyReportQX, as: study_report } }
          - { at: 2016-03-18T09:20, as: reader, act: submit_review, on: study, process: review/reader, input: { grade: A+, report: $study_report, comment: QXstudyOpinionQX } }
          - { at: 2016-03-21T09:00, as: voided, act: declare_no_interest, on: study, process: review/voided }
          - { at: 2016-03-21T09:10, as: voided, act: submit_review, on: study, process: review/voided, input: { grade: B, comment: QXstudyVoidOpinionQX } }
          - { at: 2016-03-22T09:00, as: int, act: void_review, on: study, process: review/voided, input: { reason: QXstudyLinkQX } }
          - { at: 2016-03-23T09:00, as: int, act: assign_expert, on: study, input: { expert: $invited } }
          - { at: 2016-03-24T09:00, as: office, act: partner_favourable, on: study, input: { comment: QXstudyPartnerQX } }

          # Refused for security: the director of the institute stood back, the deputy gave an opinion; the decision follows.
          - { at: 2016-03-28T09:00, as: int, act: assign_expert, on: barred, input: { expert: $reader } }
          - { at: 2016-03-28T09:10, as: int, act: assign_expert, on: barred, input: { expert: $voided } }
          - { at: 2016-03-29T09:00, as: reader, act: declare_no_interest, on: barred, process: review/reader }
          - { at: 2016-03-29T09:10, as: voided, act: declare_no_interest, on: barred, process: review/voided }
          - { at: 2016-03-30T09:00, as: reader, act: submit_review, on: barred, process: review/reader, input: { grade: A, comment: QXbarredOpinionQX } }
          - { at: 2016-03-30T09:10, as: voided, act: submit_review, on: barred, process: review/voided, input: { grade: A, comment: QXbarredSecondQX } }
          - { at: 2016-03-31T09:00, as: itmo, act: recuse_opinion, on: barred }
          - { at: 2016-03-31T09:10, as: deputy, act: opine, on: barred, input: { grade: A, comment: QXbarredInstituteQX } }
          - { at: 2016-04-01T09:00, as: office, act: partner_favourable, on: barred, input: { comment: QXbarredPartnerQX } }
          - { at: 2016-04-04T09:00, as: fsd, act: refer, on: barred }
          - { at: 2016-04-05T09:00, as: fsd, document: { agreement: barred, kind: letter, text: QXbarredSecurityQX, as: barred_security } }
          - { at: 2016-04-05T09:10, as: fsd, act: ministry_unfavourable, on: barred, input: { letter: $barred_security, dated: 2016-04-04 } }
          - { at: 2016-04-06T09:00, as: dg, act: decline, on: barred, input: { reason: QXbarredReasonQX }, expect: { agreement: barred, state: [not_selected] } }

          # --- Three frameworks: in signature, in force with an amendment, ended for security -----------------------------------

          - { at: 2016-04-11T09:00, as: int, propose: { agreement: signing, workflow: acc, acronym: QXsigningNameQX, start: 2016-05-09, parties: [snu, inserm], dossier: { titleFr: QXsigningTitleQX, titleEn: QXsigningTitleQX, opportunityNote: QXsigningSummaryQX } } }
          - { at: 2016-04-11T09:10, as: int, propose: { agreement: force, workflow: acc, acronym: QXforceNameQX, start: 2016-05-09, parties: [snu, usp, inserm], dossier: { titleFr: QXforceTitleQX, titleEn: QXforceTitleQX, opportunityNote: QXforceSummaryQX } } }
          - { at: 2016-04-11T09:20, as: int, propose: { agreement: ended, workflow: acc, acronym: QXendedNameQX, start: 2016-05-09, parties: [usp, inserm], dossier: { titleFr: QXendedTitleQX, titleEn: QXendedTitleQX, opportunityNote: QXendedSummaryQX } } }
          - { at: 2016-04-12T09:00, as: dg, act: open, on: signing }
          - { at: 2016-04-12T09:10, as: dg, act: open, on: force }
          - { at: 2016-04-12T09:20, as: dg, act: open, on: ended }
          - { at: 2016-04-13T09:00, as: daf, act: confirm_budget, on: signing, input: { comment: QXsigningFinanceQX } }
          - { at: 2016-04-13T09:10, as: daf, act: confirm_budget, on: force }
          - { at: 2016-04-13T09:20, as: daf, act: confirm_budget, on: ended }
          - { at: 2016-04-14T09:00, as: daj, document: { agreement: signing, kind: text, text: QXsigningFirstQX, as: signing_1 } }
          - { at: 2016-04-14T09:10, as: daj, document: { agreement: force, kind: text, text: QXforceTextQX, as: force_1 } }
          - { at: 2016-04-14T09:20, as: daj, document: { agreement: ended, kind: text, text: QXendedTextQX, as: ended_1 } }
          - { at: 2016-04-14T10:00, as: daj, act: send_text, on: signing }
          - { at: 2016-04-14T10:10, as: daj, act: send_text, on: force }
          - { at: 2016-04-14T10:20, as: daj, act: send_text, on: ended }
          - { at: 2016-04-15T09:00, as: office, act: return_text, on: signing, input: { reason: QXsigningReturnQX } }
          - { at: 2016-04-15T09:10, as: daj, document: { agreement: signing, kind: text, text: QXsigningSecondQX, as: signing_2 } }
          - { at: 2016-04-15T09:20, as: daj, act: send_text, on: signing }
          - { at: 2016-04-18T09:00, as: office, act: agree_text, on: signing }
          - { at: 2016-04-18T09:10, as: office, act: agree_text, on: force, process: reading/snu }
          - { at: 2016-04-18T09:20, as: uspo, act: agree_text, on: force, process: reading/usp }
          - { at: 2016-04-18T09:30, as: uspo, act: agree_text, on: ended }
          - { at: 2016-04-19T09:00, as: int, act: deliver_translation, on: signing }
          - { at: 2016-04-19T09:10, as: int, act: deliver_translation, on: force }
          - { at: 2016-04-19T09:20, as: int, act: deliver_translation, on: ended }
          - { at: 2016-04-20T09:00, as: daj, act: check_languages, on: signing }
          - { at: 2016-04-20T09:10, as: daj, act: check_languages, on: force }
          - { at: 2016-04-20T09:20, as: daj, act: check_languages, on: ended }
          - { at: 2016-04-21T09:00, as: daj, act: agree_ip, on: signing }
          - { at: 2016-04-21T09:10, as: daj, act: agree_ip, on: force }
          - { at: 2016-04-21T09:20, as: daj, act: agree_ip, on: ended }
          - { at: 2016-04-22T09:00, as: dg, act: approve, on: signing }
          - { at: 2016-04-22T09:10, as: dg, act: approve, on: force }
          - { at: 2016-04-22T09:20, as: dg, act: approve, on: ended }
          - { at: 2016-04-25T09:00, as: dr, act: endorse, on: force }
          - { at: 2016-04-25T09:10, as: daj, act: endorse, on: force }
          - { at: 2016-04-25T09:20, as: daf, act: endorse, on: force }
          - { at: 2016-04-25T10:00, as: dr, act: endorse, on: ended }
          - { at: 2016-04-25T10:10, as: daj, act: endorse, on: ended }
          - { at: 2016-04-25T10:20, as: daf, act: endorse, on: ended }
          - { at: 2016-05-02T09:00, as: rector, act: sign, on: force, input: { capacity: in_person, level: advanced, place: Séoul } }
          - { at: 2016-05-02T09:10, as: reitor, act: sign, on: force, input: { capacity: in_person, level: advanced, place: São Paulo } }
          - { at: 2016-05-02T09:20, as: reitor, act: sign, on: ended, input: { capacity: in_person, level: advanced, place: São Paulo } }
          - { at: 2016-05-03T09:00, as: pdg, act: sign, on: force, input: { capacity: in_person, level: advanced, place: Paris } }
          - { at: 2016-05-03T09:10, as: pdg, act: sign, on: ended, input: { capacity: in_person, level: advanced, place: Paris } }

          # --- In force, and after --------------------------------------------------------------------------------------

          - { at: 2016-05-04T09:00, as: int, document: { agreement: signing, kind: note, text: QXsigningNoteQX, as: signing_note }, expect: { agreement: signing, state: [signature.waiting] } }
          - { at: 2016-05-04T09:10, as: adm, revoke: { from: left, grant: INT } }
          - { at: 2016-05-04T09:20, as: fsd, document: { agreement: study, kind: letter, text: QXstudySecurityQX, as: study_security } }
          - { at: 2016-05-04T09:30, as: fsd, act: refer, on: study }
          - { at: 2016-05-05T00:00, as: adm, merge: { scope: itmo, from: NNP, into: PMN } }
          - { at: 2016-05-10T09:00, as: int, act: request_amendment, on: force, input: { kind: other, field: property }, expect: { agreement: force, legal: in_force } }
          - { at: 2016-05-10T09:10, as: daj, document: { agreement: force, process: amendment/1, kind: text, text: QXforceAmendmentQX, as: force_amendment } }
          - { at: 2016-05-11T09:00, as: dg, act: terminate, on: ended, input: { ground: security, reason: QXendedReasonQX }, expect: { agreement: ended, in: closing, legal: ended } }
        """#
}
