import Testing

@Suite("Forms that are refused")
struct FormTests {
    static let mutations = [
        Mutation(
            "unknown key", "instrument: SMP", "instrumant: SMP",
            "f.yaml:1:1: a workflow file has no \"instrument\"",
            "f.yaml:4:1: a workflow file has no key \"instrumant\" (did you mean instrument?)"),
        Mutation(
            "always beside on", "final: true", "always: { to: draft }",
            "f.yaml:80:9: a state has no key \"always\" (did you mean on: { always: … }?)"),
        Mutation("missing key", "entry: call\n", "", "f.yaml:1:1: a workflow file has no \"entry\""),
        Mutation(
            "missing text", "{ fr: Brouillon, en: Draft }", "{ fr: Brouillon }",
            "f.yaml:24:16: the text in \"en\" is missing"),
        Mutation(
            "empty text", "{ fr: Brouillon, en: Draft }", "{ fr: ' ', en: Draft }",
            "f.yaml:24:22: the text in \"fr\" is empty"),
        Mutation(
            "an act without a title", "title: { fr: Suspendre, en: Suspend }\n", "\n",
            "f.yaml:71:21: a transition has no \"title\""),
        Mutation(
            "a flag spelt the old way", "copy: false", "copy: no",
            "f.yaml:17:16: true or false is expected here, not a text"),
        Mutation(
            "a capital flag", "final: true", "final: True",
            "f.yaml:80:16: true or false is expected here, not a text"),
        Mutation(
            "an octal number", "max: 20", "max: 0o17",
            "f.yaml:8:93: a whole number is expected here, not a text"),
        Mutation(
            "a quoted number", "max: 20", "max: '20'",
            "f.yaml:8:93: a whole number is expected here, not a text"),
        Mutation("a number out of range", "max: 20", "max: 0", "f.yaml:8:93: 0 is not between 1 and 100000"),
        Mutation(
            "an unknown word", "entry: call", "entry: cal",
            "f.yaml:5:8: \"cal\" is none of call, open (did you mean call?)"),
        Mutation(
            "a length of two units", "due: { after: P10B }", "due: { after: P1M10D }",
            "f.yaml:87:82: period \"P1M10D\" is not one number of one unit, such as P4Y, P6M, P30D, P10B (business days) or PT17H"
        ),
        Mutation(
            "two bases of a due rule", "due: { after: P10B }", "due: { after: P10B, yearly: 01-31 }",
            "f.yaml:87:73: a due rule has one of after, at and yearly: here are after and yearly"),
        Mutation(
            "the day of the rules beside a length", "due: { after: P10B }",
            "due: { after: P10B, asOf: \"'2016-01-31'\" }", "f.yaml:87:94: asOf goes with at, not with after"),
        Mutation(
            "a date that not every year has", "due: { after: P10B }", "due: { yearly: 02-29 }",
            "f.yaml:87:83: \"02-29\" is no date of every year, written MM-DD"),
        Mutation(
            "a condition without its refusal", "if: { that: call.isOpen(now), else: call_closed }",
            "if: call.isOpen(now)",
            "f.yaml:11:3: the refusal call_closed is not used",
            "f.yaml:37:17: a condition of an act names its refusal: { that: …, else: CODE }"),
        Mutation(
            "a refusal where no person acts", "if: \"!measures.flagged\"",
            "if: [{ that: 'true', else: call_closed }]",
            "f.yaml:76:37: where no person acts a condition is one expression, without refusal"),
        Mutation(
            "a timer on an end", "final: true\n  signing", "final: true\n        timers: []\n  signing",
            "f.yaml:81:17: abandoned is an end: it has no \"timers\""),
        Mutation(
            "an end with states", "final: true\n  signing",
            "final: true\n        initial: a\n        states: {}\n  signing",
            "f.yaml:77:7: the state abandoned is states and final at once",
            "f.yaml:81:18: there is no state \"a\""),
        Mutation(
            "two actions in one", "{ set: { rounds: \"1\" } }",
            "{ set: { rounds: \"1\" }, call: event.call }",
            "f.yaml:39:29: an action is one of term, set, assign, spawn, call, add_party, remove_party, add_lab, drop_lab, instrument, tell, release, pass_on"
        ),
        Mutation(
            "a name with a space", "name: closing", "name: the closing",
            "f.yaml:31:26: \"the closing\" is no name: letters, digits and _, beginning with a lower-case letter, at most 64 characters"
        ),
        Mutation(
            "a choice that repeats", "kind: [LS1, LS2, no]", "kind: [LS1, LS1]",
            "f.yaml:9:59: a choice is a list of different words"),
        Mutation(
            "two legal statuses", "title: { fr: Durée, en: Term }",
            "title: { fr: Durée, en: Term }\n            legal: in_force",
            "f.yaml:76:24: two regions of active set the legal status: see also line 56"),
        Mutation(
            "a legal status of a child process", "title: { fr: À signer, en: To sign }",
            "title: { fr: À signer, en: To sign }\n        legal: none",
            "f.yaml:87:16: only the process \"life\" sets the legal status"),
    ]

    @Test("Each is refused at its place", arguments: mutations)
    func refused(_ mutation: Mutation) {
        #expect(Sample.findings(mutation.text) == mutation.expected)
    }
}
