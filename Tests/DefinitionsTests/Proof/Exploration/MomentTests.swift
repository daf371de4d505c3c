import Testing

@Suite("Timers that meet, never ring, or are asked what they cannot tell")
struct MomentTests {
    private static let end = "z: { $T, final: true }"

    /// A state that runs a child, with a timer of its own beside that of the child.
    private static func beside(_ own: String, _ child: String) -> [String] {
        Small.findings(
            Small.life(
                """
                a: { $T, timers: [{ name: own, due: { \(own) }, event: own }], children: [{ name: c, run: child, join: none }], on: { c.late: { to: b }, own: { to: z } } }
                b: { $T, on: { go: { $T, by: [INT], to: z } } }
                \(end)
                """,
                more: """
                    child:
                      $T
                      initial: i
                      states:
                        i: { $T, timers: [{ name: due, due: { \(child) }, event: due }], on: { due: { to: late } } }
                        late: { $T, outcome: late, final: true }
                    """))
    }

    @Test(
        "A timer and what a child tells by its own at the same instant have no declared winner",
        arguments: [
            ("after: P1M", "after: P1M"), ("after: P1M", "after: P30D"),
        ])
    func child(own: String, child: String) {
        #expect(Self.beside(own, child).contains { $0.contains("timer_tie") }, "\(Self.beside(own, child))")
    }

    @Test(
        "A duration after now is the same length from the entry",
        arguments: [("PT24H", "24h", true), ("PT24H", "1440m", true), ("PT24H", "25h", false)])
    func duration(length: String, duration: String, meets: Bool) {
        let findings = Small.findings(
            Small.life(
                """
                a: { $T, timers: [{ name: one, due: { after: \(length), kind: instant }, event: one }, { name: two, due: { at: "now + duration('\(duration)')", kind: instant }, event: two }], on: { one: { to: b }, two: { to: z } } }
                b: { $T, on: { go: { $T, by: [INT], to: z } } }
                \(Self.end)
                """))
        #expect(findings.contains { $0.contains("timer_tie") } == meets, "\(findings)")
    }

    /// Two timers of one state, a month and thirty days after its entry; what the second does as it rings.
    private static func meeting(_ second: String, sets value: String) -> [String] {
        Small.findings(
            Small.life(
                """
                a: { $T, do: { set: { late: "false", told: "false" } }, timers: [{ name: one, due: { after: P30D }, event: one }, { name: two, due: { after: P1M }, event: two }], on: { one: { do: { set: { late: "\(value)" } } }, two: { \(second) }, go: { $T, by: [INT], to: z } } }
                \(end)
                """,
                head:
                    "notices: { n: { to: [INT], subject: { fr: A, en: A }, body: { fr: A, en: A } } }"
            )
        ).filter { $0.contains("timer_tie") }
    }

    private static let telling = "notify: [{ notice: n, if: vars.late }]"

    @Test("A tie that decides only whether a notice goes is one")
    func silentTie() {
        #expect(!Self.meeting(Self.telling, sets: "true").isEmpty)
        #expect(Self.meeting(Self.telling, sets: "false").isEmpty)
        #expect(Self.meeting("notify: [n]", sets: "true").isEmpty)
    }

    @Test("A child of a child that starts with it counts from the same instant", arguments: [true, false])
    func grandchild(_ startsAtOnce: Bool) {
        let text = Small.life(
            """
            a:
              $T
              timers: [{ name: own, due: { after: P1M }, event: own }]
              children: [{ name: c, run: middle, join: none }]
              on: { own: { to: z }, c.late: { to: b } }
            b: { $T, on: { go: { $T, by: [INT], to: z } } }
            \(Self.end)
            """,
            more: """
                middle:
                  $T
                  initial: \(startsAtOnce ? "m" : "before")
                  states:
                    before: { $T, on: { go: { $T, by: [INT], to: m } } }
                    m: { $T, children: [{ name: g, run: inner, join: none }], on: { g.late: { to: late } } }
                    late: { $T, outcome: late, final: true }
                inner:
                  $T
                  initial: i
                  states:
                    i: { $T, timers: [{ name: due, due: { after: P1M }, event: due }], on: { due: { to: late } } }
                    late: { $T, outcome: late, final: true }
                """)
        let found = Small.findings(text)
        #expect(found.contains { $0.contains("timer_tie") } == startsAtOnce, "\(found)")
    }

    @Test(
        "What the shorter of two timers sets is there when the longer rings, if it is heard",
        arguments: [
            ("P1M", "P3M", "", true), ("P3M", "P1M", "", false),
            ("P1M", "P3M", "if: measures.flagged, ", false),
        ])
    func inTurn(first: String, second: String, condition: String, isSet: Bool) {
        let found = Small.findings(
            Small.life(
                """
                a:
                  $T
                  timers: [{ name: one, due: { after: \(first) }, event: warned }, { name: two, due: { after: \(second) }, event: lapsed }]
                  on: { warned: { \(condition)do: [{ set: { warned: day(now) } }] }, lapsed: { to: b }, go: { $T, by: [INT], to: z } }
                b: { $T, timers: [{ name: later, due: { at: vars.warned, plus: P1Y }, event: e }], on: { e: { to: z } } }
                \(Self.end)
                """))
        #expect(found.contains { $0.contains("missing_field") } != isSet, "\(found)")
    }

    @Test(
        "At another hour, or on days that are apart, they do not meet",
        arguments: [
            ("after: P1M", "after: P1M, kind: silence"), ("after: P1M", "after: P9M"),
            ("at: agreement.plannedStart", "at: agreement.plannedStart, plus: P3M"),
        ])
    func apart(own: String, child: String) {
        #expect(!Self.beside(own, child).contains { $0.contains("timer_tie") }, "\(Self.beside(own, child))")
    }

    private static func two(_ first: String, _ second: String, _ on: String) -> [String] {
        Small.findings(
            Small.life(
                """
                a: { $T, timers: [{ name: one, due: { \(first) }, event: one }, { name: two, due: { \(second) }, event: two }], on: { \(on) } }
                b: { $T, on: { go: { $T, by: [INT], to: z } } }
                \(end)
                """))
    }

    @Test(
        "A length and a day, or two days of nothing in common, may fall together",
        arguments: [
            ("after: P1M", "at: agreement.plannedStart"), ("yearly: 01-31", "at: agreement.plannedStart"),
            ("at: agreement.plannedStart", "at: agreement.end"),
        ])
    func elsewhere(first: String, second: String) {
        let found = Self.two(first, second, "one: { to: b }, two: { to: z }")
        #expect(found.contains { $0.contains("timer_tie") }, "\(found)")
    }

    @Test("What a rule is read as of is a part of the day that is named")
    func asOf() {
        let at = "at: \"plus(agreement.plannedStart, rule.wait)\""
        let text = Small.life(
            """
            a: { $T, timers: [{ name: one, due: { \(at), asOf: agreement.plannedStart }, event: one }, { name: two, due: { \(at), plus: P1M }, event: two }], on: { one: { to: b }, two: { to: z } } }
            b: { $T, on: { go: { $T, by: [INT], to: z } } }
            \(Self.end)
            """, head: "rules: { wait: [{ value: P1M }, { from: 2020-01-01, value: P2M }] }")
        #expect(Small.findings(text).contains { $0.contains("timer_tie") }, "\(Small.findings(text))")
    }

    @Test("The second of two timers of one date never rings where the first always leaves")
    func twin() {
        let found = Self.two("after: P1M", "after: P1M", "one: { to: b }, two: { to: b }")
        #expect(found == ["12 dead_transition: start"])
        let staying = Self.two(
            "after: P1M", "after: P1M", "one: { if: measures.flagged, to: b }, two: { to: b }")
        #expect(!staying.contains { $0.contains("dead_transition") }, "\(staying)")
    }

    private static func guarded(_ condition: String, input: String, renews: Bool = false) -> [String] {
        Small.findings(
            Small.life(
                """
                a: { $T, on: { go: { $T, by: [INT], input: { \(input) }, if: { that: "\(condition)", else: no }, to: z }, on: { $T, by: [DG]\(renews ? ", do: [renew]" : ""), to: z } } }
                \(end)
                """, head: "refusals: { no: { fr: Non., en: No. } }"))
    }

    @Test(
        "An instant is not compared with a day",
        arguments: [
            ("event.at > '2020-01-01'", true), ("event.at < agreement.end", true),
            ("delegations.nextLapse != event.day", true), ("event.at > '2020-01-01T08:00:00Z'", false),
            ("event.day > '2020-01-01'", false), ("day(timestamp(event.at)) > event.day", false),
        ])
    func instants(condition: String, isWrong: Bool) {
        let found = Self.guarded(condition, input: "at: instant, day: day")
        #expect(found.contains { $0.contains("expression") } == isWrong, "\(found)")
    }

    @Test("Renewals are read only where something renews")
    func renewals() {
        let condition = "agreement.renewals < 3"
        #expect(Self.guarded(condition, input: "n: integer").contains { $0.contains("unused") })
        #expect(
            !Self.guarded(condition, input: "n: integer", renews: true).contains { $0.contains("unused") })
    }

    @Test("A misspelt key hides nothing that is wrong behind it")
    func behindAKey() {
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], inputs: { n: integer }, iff: { that: "event.n > 1 && event.n < 1", else: no }, to: z } }, timer: [{ name: one, due: { after: P1M }, event: nothing }] }
            \(Self.end)
            """, head: "refusals: { no: { fr: Non., en: No. } }")
        let found = Small.findings(text)
        #expect(found.count { $0.contains("unknown_key") } == 3, "\(found)")
        #expect(found.contains { $0.contains("guard_never_true") }, "\(found)")
        #expect(found.contains { $0.contains("deaf_timer") }, "\(found)")
    }

    @Test("Where the gate gives up at its bound it warns, and says that nothing is decided")
    func exhausted() {
        let many = (1...6).map { "year(plus(vars.d\($0), 'P1Y')) + \($0) > 200\($0)" }.joined(
            separator: " && ")
        let set = (1...6).map { "{ set: { d\($0): event.d\($0) } }" }.joined(separator: ", ")
        let input = (1...6).map { "d\($0): day" }.joined(separator: ", ")
        let text = Small.life(
            """
            a: { $T, on: { go: { $T, by: [INT], input: { \(input) }, do: [\(set)], to: b } } }
            b: { $T, timers: [{ name: one, due: { after: P1M }, event: one }], on: { one: [{ if: "\(many)", to: z }, { if: "!(\(many)) && vars.d1 != '2001-02-03'", to: y }] } }
            y: { $T, final: true }
            \(Self.end)
            """)
        let found = Small.findings(text)
        #expect(found.contains { $0.contains("guard_not_decided") }, "\(found)")
    }
}
