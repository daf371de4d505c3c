import Testing

@Suite("Findings about guards")
struct GuardFindingsTests {
    @Test("Nothing is said of guards that are sound", arguments: sound)
    func silent(transitions: String) {
        #expect(GuardSample.findings(transitions) == [])
    }

    @Test("Each defect has its finding, with its place and a value that shows it", arguments: defects)
    func found(defect: Defect) {
        let findings = GuardSample.findings(defect.transitions)
        #expect(findings.contains { $0.hasPrefix(defect.code) && $0.contains(defect.words) }, "\(findings)")
    }

    struct Defect: Sendable {
        var code: String
        var words: String
        var transitions: String

        init(_ code: String, _ words: String, _ transitions: String) {
            self.code = code
            self.words = words
            self.transitions = transitions
        }
    }

    // MARK: Pieces of workflow files

    /// The timer of the state, with branches of a condition and a target; without a condition for the rest.
    private static func late(_ branches: (String, String)...) -> String {
        let items = branches.map { condition, target in
            condition.isEmpty ? "{ to: \(target) }" : "{ if: \"\(condition)\", to: \(target) }"
        }
        return "late: [\(items.joined(separator: ", "))]"
    }

    /// An act with this input and branches of a condition and a target, beside a sound timer.
    private static func act(_ input: String, _ branches: (String, String)...) -> String {
        let items = branches.map { condition, target in
            """
              - title: { fr: A, en: A }
                by: [INT]
                input: { \(input) }
                if: { that: "\(condition)", else: no }
                to: \(target)
            """
        }
        return "late: { to: ended }\nact:\n" + items.joined(separator: "\n")
    }

    /// An act that sets a variable to a day.
    private static let bringsDay = """
        bring: { title: { fr: A, en: A }, by: [INT], input: { day: day }, do: { set: { day: event.day } } }

        """

    // MARK: Cases

    static let sound = [
        late(("", "ended")),
        late(("vars.count > 2", "ended"), ("vars.count <= 2", "other")),
        late(("vars.count > 2", "ended"), ("vars.count > 1", "other"), ("", "start")),
        late(("measures.flagged", "ended"), ("agreement.unit == ''", "other"), ("", "start")),
        late(("vars.flag", "ended"), ("!vars.flag", "other")),
        late(("agreement.legal == 'none'", "ended"), ("agreement.legal != 'none'", "other")),
        late(("param.limit > 3 || measures.flagged", "ended"), ("", "other")),
        act("grade: [A, B, C]", ("event.grade in ['A', 'B']", "other"), ("event.grade == 'C'", "ended")),
        act("n: integer", ("event.n > 0 && 10 / event.n > 2", "other")),
        act("why?: text", ("!has(event.why) || event.why != 'x'", "other")),
        act("n: integer", ("size(agreement.parties) > 1 && agreement.parties[1].home", "other")),
        """
        late: { to: ended }
        act:
          title: { fr: A, en: A }
          by: [INT]
          input: { n: integer, why?: text }
          if:
            - { that: "event.n > 0 && has(event.why)", else: no }
            - { that: "10 / event.n > 2 && event.why != ''", else: no }
          do: [{ set: { why: event.why } }, { set: { share: "10 / event.n" } }]
          to: other
        """,
        act("first: day, last: day", ("event.first <= event.last", "other")),
        act("n: integer", ("event.n > 3 && 10 / (event.n - 3) > 1", "other")),
        act("n: integer", ("event.n > 3 ? 10 / (event.n - 3) > 1 : false", "other")),
        late(
            ("agreement.plannedStart <= '2019-12-31'", "ended"),
            ("agreement.plannedStart >= '2020-01-01'", "other")),
        late(
            ("agreement.plannedStart < '2019-13'", "ended"), ("agreement.plannedStart >= '2020'", "other")),
        late(("agreement.renewals == 0", "ended"), ("agreement.renewals > 0", "other")),
        late(("agreement.renewals + 1 < 10", "ended"), ("agreement.renewals > 8", "other")),
        late(("agreement.renewals * 2 < 9", "ended"), ("agreement.renewals > 4", "other")),
        late(
            ("children.exists(c, c.name == 'check' && c.outcome in ['answered', ''])", "ended"), ("", "other")
        ),
        late(("agreement.parties.exists(p, p.kind == 'epst')", "ended"), ("", "other")),
        late(("measures.parties.exists(m, 'no_new' in m.kinds)", "ended"), ("", "other")),
        late(("agreement.instrument == 'SMP'", "ended"), ("", "other")),
    ]

    static let defects = [
        Defect(
            "guard_gap f.yaml:26:27", "late in open falls through when agreement.renewals is 2",
            late(("agreement.renewals > 2", "ended"), ("agreement.renewals < 2", "other"))),
        Defect(
            "guard_gap", "vars.count is 2", late(("vars.count > 2", "ended"), ("vars.count < 2", "other"))),
        Defect(
            "guard_gap", "agreement.legal is 'none'",
            late(
                ("agreement.legal in ['in_force', 'suspended']", "ended"),
                ("agreement.legal in ['expired_pending', 'ended']", "other"))),
        Defect(
            "guard_overlap", "agreement.renewals is 3",
            late(("agreement.renewals > 2", "ended"), ("agreement.renewals < 4", "other"))),
        Defect(
            "guard_overlap", "agreement.renewals is",
            late(
                ("agreement.renewals > 2", "ended"), ("agreement.renewals < 5", "other"), ("", "start"))),
        Defect(
            "guard_overlap", "event.grade is 'B'",
            act("grade: [A, B, C]", ("event.grade in ['A', 'B']", "other"), ("event.grade != 'A'", "ended"))),
        Defect(
            "dead_transition", "never taken",
            late(("vars.count > 2", "ended"), ("vars.count > 3", "other"), ("", "start"))),
        Defect(
            "guard_never_true f.yaml:31:30", "is never true",
            act("n: integer", ("now < call.opensAt && now > call.closesAt", "other"))),
        Defect("guard_never_true", "is never true", act("n: integer", ("param.limit > 5", "other"))),
        Defect(
            "guard_never_true", "is never true",
            act("grade: [A, B]", ("event.grade in ['C', 'D']", "other"))),
        Defect(
            "guard_never_true", "is never true", late(("vars.flag && !vars.flag", "ended"), ("", "other"))),
        Defect(
            "division_by_zero f.yaml:31:30", "event.n can be zero in \"10 / event.n\" when event.n is 0",
            act("n: integer", ("10 / event.n > 2", "other"))),
        Defect(
            "division_by_zero", "when event.n is 0",
            act("n: integer", ("10 % event.n > 2 || event.n == 1", "other"))),
        Defect(
            "missing_field", "the act act may come without it",
            act("why?: text", ("event.why != 'x'", "other"))),
        Defect(
            "missing_field", "carries no \"grad\" (did you mean grade?)",
            act("grade: [A, B]", ("event.grad == 'A'", "other"))),
        Defect(
            "missing_field", "event.why is read where no act brings it",
            late(("event.why == 'x'", "ended"), ("", "other"))),
        Defect(
            "missing_field f.yaml:26:40", "there is no param.limt (did you mean limit?)",
            late(("vars.count > param.limt", "ended"), ("", "other"))),
        Defect(
            "missing_field", "not about any \"party\"", late(("item.party.home", "ended"), ("", "other"))),
        Defect(
            "missing_field", "without a test of its size",
            late(("agreement.foreignParties[0].home", "ended"), ("", "other"))),
        Defect(
            "guard_cost", "48 agreement.signatures, 40 dossier.present",
            late(
                (
                    "agreement.signatures.all(s, dossier.present.exists(d, d == s.party || d == s.person))",
                    "ended"
                ), ("", "other"))),
        Defect(
            "guard_gap", "agreement.renewals is 9",
            late(("agreement.renewals + 1 < 10", "ended"), ("agreement.renewals > 9", "other"))),
        Defect(
            "guard_gap", "agreement.renewals is 5",
            late(("agreement.renewals * 2 < 10", "ended"), ("agreement.renewals > 5", "other"))),
        Defect(
            "guard_gap", "day is '2020-01-01'",
            bringsDay + late(("year(vars.day) < 2020", "ended"), ("year(vars.day) > 2020", "other"))),
        Defect(
            "guard_gap", "agreement.plannedStart is '2018-01-01'",
            bringsDay
                + late(
                    ("plus(vars.day, 'P1Y') < agreement.plannedStart", "ended"),
                    ("plus(vars.day, 'P1Y') > agreement.plannedStart", "other"))),
        Defect(
            "guard_gap", "agreement.plannedStart is '2020-01-01'",
            late(
                ("agreement.plannedStart <= '2019-12-31'", "ended"),
                ("agreement.plannedStart > '2020-01-01'", "other"))),
        Defect(
            "guard_overlap", "agreement.renewals is 10",
            late(("agreement.renewals + 1 < 12", "ended"), ("agreement.renewals > 9", "other"))),
        Defect(
            "dead_transition", "never taken",
            late(
                ("agreement.renewals > 5", "ended"), ("agreement.renewals - 1 > 10", "other"), ("", "start"))),
        Defect(
            "dead_transition", "never taken",
            late(
                ("agreement.parties.exists(p, p.home)", "ended"),
                ("agreement.parties.exists(p, p.home && p.epscp)", "other"), ("", "start"))),
        Defect(
            "guard_never_true", "is never true",
            act("n: integer", ("event.n + 1 < event.n", "other"))),
        Defect(
            "guard_never_true", "is never true", act("n: integer", ("event.n < 0", "other"))),
        Defect(
            "missing_field f.yaml:31:30", "call is read where the agreement may have none",
            act("n: integer", ("call.isOpen(now)", "other"))),
        Defect(
            "unknown_name", "no outcome of a child process \"anwsered\" (did you mean answered?)",
            late(("children.exists(c, c.outcome == 'anwsered')", "ended"), ("", "other"))),
        Defect(
            "unknown_name", "no child process named \"chek\" (did you mean check?)",
            late(("children.filter(c, c.ended).all(c, c.name in ['chek'])", "ended"), ("", "other"))),
        Defect(
            "unknown_name", "no kind of party \"epstt\" (did you mean epst?)",
            late(("agreement.parties.exists(p, p.kind != 'epstt')", "ended"), ("", "other"))),
        Defect(
            "unknown_name", "no field of the dossier \"acronim\"",
            late(("'acronim' in dossier.present", "ended"), ("", "other"))),
        Defect(
            "unknown_name", "no role \"INTT\" (did you mean INT?)",
            act("n: integer", ("'INTT' in actor.roles", "other"))),
        Defect(
            "unknown_name", "no kind of measure \"no_nwe\" (did you mean no_new?)",
            late(("measures.kinds.exists(k, k == 'no_nwe')", "ended"), ("", "other"))),
        Defect(
            "unknown_name", "no instrument of this workflow \"SMX\" (did you mean SMP?)",
            late(("agreement.instrument == 'SMX'", "ended"), ("", "other"))),
        Defect("expression f.yaml:26:27", "unknown variable `vrs`", late(("vrs.count > 2", "ended"))),
        Defect("expression f.yaml:26:27", "did you mean vars?", late(("vrs.count > 2", "ended"))),
    ]
}
