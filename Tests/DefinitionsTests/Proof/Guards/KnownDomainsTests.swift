import Agreements
import Definitions
import Testing

@Suite("What guards can read, and what they compare it with")
struct KnownDomainsTests {
    private static let input =
        "input: { n: integer, m: integer, d: day, at: instant, who: person, org: organisation, orgs: organisations }"

    /// The codes of what is found in an act under a condition, of a life or of a child about a party.
    private static func codes(_ condition: String, inChild: Bool = false) -> [String] {
        let act = "x: { $T, by: [INT], \(input), if: { that: \"\(condition)\", else: no }, to: z }"
        let child =
            inChild
            ? "children: [{ name: c, forEach: party in agreement.parties, run: child, join: all }], " : ""
        let text = Small.life(
            """
            a: { $T, \(child)on: { \(inChild ? "done: { to: z }" : act), go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """,
            more: inChild
                ? "child:\n  $T\n  initial: o\n  states:\n    o: { $T, on: { \(act), go: { $T, by: [INT], to: z } } }\n    z: { $T, final: true }"
                : "",
            head: """
                refusals: { no: { fr: Non., en: No. } }
                rules: { r: [{ value: P3M }, { from: 2013-07-24, value: P1M }], n: [{ value: 3 }, { from: 2013-07-24, value: 5 }], f: [{ value: false }] }
                """)
        let proof = Small.prove(text)
        return (proof.findings + proof.warnings).map(\.code.rawValue)
    }

    @Test(
        "What no value that is known allows never holds",
        arguments: [
            "rule.r == 'P9Y'", "rule.n > 10", "rule.f", "rule.n * 1 == 3 && rule.n == 5",
            "agreement.parties.exists(p, p.country == 'FR' && p.country == 'DE')",
            "agreement.parties.exists(p, p.home && !p.home)", "agreement.foreignParties.exists(p, p.home)",
            "!agreement.parties.all(p, p.home || !p.home)", "size(agreement.parties) == 1",
            "agreement.instrument != 'SML'", "agreement.legal == 'in_force'",
            "event.n > event.m && event.n - event.m == 0",
        ])
    func never(_ condition: String) {
        #expect(Self.codes(condition).contains("guard_never_true"), "\(condition)")
    }

    @Test(
        "What some value allows may hold",
        arguments: [
            "rule.r == 'P3M'", "rule.n > 4", "agreement.parties.exists(p, p.home && p.country == 'DE')",
            "agreement.foreignParties.exists(p, !p.home)", "agreement.parties.exists(p, p.home)",
            "size(agreement.parties) == 2", "10 / size(agreement.parties) > 1",
            "agreement.legal == 'none'", "event.n > event.m && 10 / (event.n - event.m) > 1",
            "item == item || event.n > 1",
        ])
    func maybe(_ condition: String) {
        let found = Self.codes(condition)
        #expect(
            !found.contains("guard_never_true") && !found.contains("division_by_zero"),
            "\(condition): \(found)")
    }

    @Test(
        "A word that is none is found wherever its field is read",
        arguments: [
            "item.party.kind == 'epsst'", "item.party.kind in ['epsst']", "event.org.kind == 'epsst'",
            "event.orgs.all(o, o.kind == 'epsst')",
            "agreement.parties.map(p, p.kind).exists(k, k == 'epsst')",
            "children.exists(c, c.item.party.kind == 'epsst')", "children.exists(c, 'opn' in c.states)",
            "agreement.legal == 'inforce' || event.n > 1",
            "agreement.parties.exists(p, p.country in ['FR', 'XX'])", "item.party.country == 'fr'",
            "'partner_leter' in dossier.attachments",
        ])
    func unknown(_ condition: String) {
        #expect(Self.codes(condition, inChild: true).contains("unknown_name"), "\(condition)")
    }

    @Test(
        "A word that is one is not",
        arguments: [
            "item.party.kind == 'epst'", "event.org.kind == 'epscp'", "children.exists(c, 'o' in c.states)",
            "agreement.legal == 'in_force' || event.n > 1", "children.exists(c, c.item.party.kind == 'epst')",
            "agreement.parties.exists(p, p.country == 'GB')", "item.party.country != ''",
            "'partner_letter' in dossier.attachments", "'diving_certificate' in dossier.attachments",
        ])
    func known(_ condition: String) {
        #expect(!Self.codes(condition, inChild: true).contains("unknown_name"), "\(condition)")
    }

    @Test("A country that others spell otherwise is told by its code")
    func country() {
        let text = Small.life(
            """
            a: { $T, on: { x: { $T, by: [INT], if: { that: "agreement.parties.exists(p, p.country == 'UK')", else: no }, to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        #expect(Small.prove(text).findings.map { $0.suggestion?.en } == ["GB"])
    }

    @Test(
        "A text that is no day is not read as one",
        arguments: [
            "year(event.who) > 2000", "year(agreement.unit) > 2000", "plus(event.at, 'P1D') > event.d",
            "latest(event.d, agreement.reference) > event.d",
        ])
    func noDay(_ condition: String) {
        #expect(Self.codes(condition).contains("unreadable_text"), "\(condition)")
    }

    @Test("A day is", arguments: ["year(event.d) > 2000", "plus(agreement.plannedStart, 'P1D') > event.d"])
    func day(_ condition: String) {
        #expect(!Self.codes(condition).contains("unreadable_text"), "\(condition)")
    }

    @Test("Nothing is due on a text that is no day")
    func dueOnNoDay() {
        let text = Small.life(
            """
            a: { $T, timers: [{ name: l, due: { at: agreement.unit }, event: l }], on: { l: { to: z }, go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """)
        #expect(Small.findings(text) == ["12 unreadable_text: start"])
    }

    /// The codes of two branches of a timer or of an act.
    private static func branches(_ first: String, _ second: String, isAct: Bool) -> [String] {
        let head = isAct ? "$T, by: [INT], " : ""
        func clause(_ formula: String) -> String {
            isAct ? "{ that: \"\(formula)\", else: no }" : "\"\(formula)\""
        }
        let text = Small.life(
            """
            a: { $T, timers: [{ name: l, due: { after: P1M }, event: l }], on: { \(isAct ? "l: {}, x" : "l"): [{ \(head)if: \(clause(first)), to: z }, { \(head)if: \(clause(second)), to: b }], go: { $T, by: [INT], to: z } } }
            b: { $T, on: { go: { $T, by: [INT], to: z } } }
            z: { $T, final: true }
            """, head: isAct ? "refusals: { no: { fr: Non., en: No. } }" : "")
        return Small.prove(text).findings.map(\.code.rawValue)
    }

    private static let french = "agreement.parties.filter(p, p.country == 'FR').size()"

    @Test("Branches over the parties and the clock are tried")
    func sampled() {
        let exists = (
            "agreement.parties.exists(p, p.country == 'FR')", "agreement.parties.exists(p, p.country == 'DE')"
        )
        #expect(Self.branches(exists.0, exists.1, isAct: true).contains("guard_overlap"))
        #expect(
            Self.branches(Self.french + " < 2", Self.french + " > 0", isAct: true).contains("guard_overlap"))
        #expect(Self.branches(Self.french + " < 2", Self.french + " > 2", isAct: false).contains("guard_gap"))
        #expect(Self.branches("now.getMonth() < 5", "now.getMonth() > 5", isAct: false).contains("guard_gap"))
        #expect(
            Self.branches("year(day(now)) < 2030", "year(day(now)) > 2030", isAct: false).contains(
                "guard_gap"))
        #expect(
            !Self.branches("year(day(now)) < 2030", "year(day(now)) >= 2030", isAct: false).contains(
                "guard_gap"))
        #expect(
            !Self.branches(
                "agreement.parties.exists(p, p.home)", "!agreement.parties.exists(p, p.home)", isAct: true
            ).contains("guard_overlap"))
    }
}
