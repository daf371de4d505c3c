import Testing

@Suite("Meanings that are refused")
struct MeaningTests {
    static let mutations = [
        Mutation(
            "unknown state", "to: signature\n", "to: signatrue\n",
            "f.yaml:40:17: there is no state \"signatrue\" (did you mean signature?)"),
        Mutation(
            "unknown initial state", "initial: draft", "initial: drafts",
            "f.yaml:21:14: there is no state \"drafts\" (did you mean draft?)"),
        Mutation(
            "unknown role", "by: [DG]", "by: [DGG]",
            "f.yaml:71:26: there is no role \"DGG\" (did you mean DG?)"),
        Mutation(
            "a role narrowed wrongly", "role: SIG(party)", "role: SIG(parties)",
            "f.yaml:87:23: \"SIG(parties)\" is no role: after the name comes one of (party), (person), (others), (foreign), (all)"
        ),
        Mutation(
            "unknown notice", "notify: [N01]", "notify: [N10]",
            "f.yaml:16:3: the notice N01 is not used",
            "f.yaml:32:18: there is no notice \"N10\" (did you mean N01?)"),
        Mutation(
            "unknown refusal", "else: call_closed", "else: call_close",
            "f.yaml:11:3: the refusal call_closed is not used",
            "f.yaml:37:49: there is no refusal \"call_close\" (did you mean call_closed?)"),
        Mutation(
            "unknown process", "run: signing", "run: singing",
            "f.yaml:44:79: there is no process \"singing\" (did you mean signing?)",
            "f.yaml:81:3: the process signing is not used"),
        Mutation(
            "unknown act of a duty", "second: [select]", "second: [slect]",
            "f.yaml:13:38: there is no act \"slect\" (did you mean select?)"),
        Mutation(
            "unused notice", "notify: [N01]\n", "\n", "f.yaml:16:3: the notice N01 is not used"),
        Mutation(
            "unused refusal", "  own_proposal:", "  other: { fr: A, en: A }\n  own_proposal:",
            "f.yaml:12:3: the refusal other is not used"),
        Mutation(
            "a state that is never reached", "to: suspended\n", "to: normal\n",
            "f.yaml:73:15: the state active.standing.suspended is never reached"),
        Mutation(
            "a state that waits for nothing", "final: true\n  signing", "\n  signing",
            "f.yaml:77:7: the state abandoned waits for nothing: it has no way out and is not final"),
        Mutation(
            "an event that nobody sends", "close: { to: abandoned }",
            "close: { to: abandoned }\n          dossier.change: { }",
            "f.yaml:42:11: nobody sends dossier.change: no timer, no child process, and no role does it (did you mean dossier.changed?)"
        ),
        Mutation(
            "the outcome of a child that has none such", "circuit.refused:", "circuit.refusd:",
            "f.yaml:47:11: nobody sends circuit.refusd: no timer, no child process, and no role does it (did you mean circuit.refused?)"
        ),
        Mutation(
            "done of a state that is never done", "on: { end: { to: abandoned } }",
            "on: { end: { to: abandoned }, done: {} }",
            "f.yaml:61:47: active.term.running is never done: it has no states and waits for no children"),
        Mutation(
            "a notice to nobody", "to: [PI_EXT, DU], ", "",
            "f.yaml:32:18: the notice N01 goes to nobody: neither here nor its declaration has \"to\""),
        Mutation(
            "a reminder to nobody", ", to: [PI_FR] }]", " }]",
            "f.yaml:30:30: the notice N02 goes to nobody: neither here nor its declaration has \"to\""),
        Mutation(
            "a timer that nobody hears", "event: close", "event: closed",
            "f.yaml:31:17: nothing in draft hears the event closed of its timer closing (did you mean close?)",
            "f.yaml:41:11: nobody sends close: no timer, no child process, and no role does it (did you mean closed?)"
        ),
        Mutation(
            "a task without due for a timer", "          due: { at: call.closesAt, kind: instant }\n", "",
            "f.yaml:29:20: the reminder counts from a due date, but its task has none",
            "f.yaml:30:40: due: task, but the state has no task with a due date"),
        Mutation(
            "proposers that are no role", "proposers: [PI_FR]", "proposers: [PI_RF]",
            "f.yaml:6:70: there is no role \"PI_RF\" (did you mean PI_FR?)"),
        Mutation(
            "an editable state that is none", "editableIn: [draft]", "editableIn: [darft]",
            "f.yaml:6:91: there is no state \"darft\" (did you mean draft?)"),
        Mutation(
            "a refused act that is nearly one", "legal: none\n",
            "legal: none\n        refuse: { selct: call_closed }\n",
            "f.yaml:26:19: there is no act \"selct\" (did you mean select?)"),
    ]

    @Test("Each is refused at its place, with what was probably meant", arguments: mutations)
    func refused(_ mutation: Mutation) {
        #expect(Sample.findings(mutation.text) == mutation.expected)
    }

    @Test("All findings come at once, in the order of the text")
    func allAtOnce() {
        let text = Sample.text.replacing("by: [DG]", with: "by: [DGG]").replacing(
            "entry: call", with: "entry: cal")
        #expect(Sample.findings(text).map { $0.prefix(9) } == ["f.yaml:5:", "f.yaml:71"])
    }
}
