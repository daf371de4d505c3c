import Testing

@testable import Definitions

@Suite("Values that a notice names are there")
struct UndefinedPlaceholdersTests {
    /// A life in which each way of owing a notice occurs; `text` is what its notice says.
    private static func story(_ text: String, _ life: String, processes: String = "", entry: String = "call")
        -> String
    {
        PeopleGate.text(
            life, processes: processes,
            notices: "N01: { to: [INT], subject: { fr: A, en: A }, body: { fr: \"\(text)\", en: B } }",
            entry: entry)
    }

    private static let byAct = """
        draft: { TITLE, on: { go: { TITLE, by: [INT], reason: required, to: done, notify: N01 } } }
        done: { TITLE, final: true }
        """
    private static let byTimer = """
        draft:
          TITLE
          task: { role: INT, TITLE, due: { after: P3D } }
          timers: [{ name: end, due: task, event: end }]
          on: { end: { to: done, notify: N01 }, go: { TITLE, by: [INT], to: done } }
        done: { TITLE, final: true }
        """
    private static let onEntry = """
        draft: { TITLE, on: { go: { TITLE, by: [INT], reason: required, to: asked }, text.changed: { to: asked } } }
        asked:
          TITLE
          task: { role: PI_FR, TITLE, due: { after: P3D } }
          notify: N01
          on: { answer: { TITLE, by: [PI_FR], to: done } }
        done: { TITLE, final: true }
        """
    private static let reminded = """
        draft:
          TITLE
          task: { role: INT, TITLE, due: { at: agreement.end }, remind: [{ notice: N01, at: [P1D] }] }
          on: { go: { TITLE, by: [INT], to: done } }
        done: { TITLE, final: true }
        """

    private static func signing(_ gate: String, _ actions: String) -> String {
        """
        draft:
          TITLE
          on:
            go: { TITLE, by: [INT], if: [{ that: "\(gate)", else: code }], to: asked }
            skip: { TITLE, by: [DG], to: done }
        asked: { TITLE, do: [\(actions)], notify: N01, on: { end: { TITLE, by: [INT], to: done } } }
        done: { TITLE, final: true }
        """
    }

    /// A term and a due date that count from what an act carries, the latter through a variable.
    private static func dated(_ field: String) -> String {
        """
        draft:
          TITLE
          on:
            go:
              TITLE
              by: [INT]
              input: { \(field): day }
              do: [{ set: { last: event.until } }, { term: { start: day(now), end: event.until } }]
              to: asked
        asked:
          TITLE
          task: { role: INT, TITLE, due: { at: vars.last } }
          notify: N01
          on: { end: { TITLE, by: [INT], to: done } }
        done: { TITLE, final: true }
        """
    }

    /// A party is taken out where so many foreign ones stay.
    private static func leaving(_ count: Int) -> String {
        """
        draft:
          TITLE
          on: { go: { TITLE, by: [INT], if: [{ that: "size(agreement.foreignParties) >= 1", else: code }], to: asked } }
        asked:
          TITLE
          on:
            leave:
              TITLE
              by: [INT]
              input: { who: party }
              if: [{ that: "size(agreement.foreignParties.filter(p, p.id != event.who)) >= \(count)", else: code }]
              do: [{ remove_party: event.who }]
              to: told
        told: { TITLE, notify: N01, on: { end: { TITLE, by: [INT], to: done } } }
        done: { TITLE, final: true }
        """
    }

    static let stories = [
        GateStory(
            "always there", story("{{reference}} {{parties}} {{date}} {{link}} {{call.year}}", byTimer)),
        GateStory(
            "the reason of an act that asks for one", story("{{reason}} {{act}} {{actor}}", byAct)),
        GateStory(
            "a reason of an act that asks for none",
            story("{{reason}}", byAct.replacing("reason: required, ", with: "")),
            "{{reason}} in the French body of N01 may have no value when the notice is owed by life: go in draft",
            step: "go by INT"),
        GateStory(
            "a reason after a timer", story("{{reason}}", byTimer),
            "has no value when the notice is owed by life: end in draft",
            step: "timer end"),
        GateStory(
            "an act that one way of entering lacks", story("{{act}}", onEntry),
            "the entry of asked: no act causes it", step: "text.changed"),
        GateStory(
            "an act asked for by a section",
            story("{{#act}}{{act}}{{reason}}{{actor}}{{/act}}{{^act}}{{date}}{{/act}}", onEntry)),
        GateStory("the other half of a section", story("{{^act}}{{reason}}{{/act}}", onEntry), "{{reason}}"),
        GateStory("the due date of the state's task", story("{{due}} {{dueDay}} {{task}} {{year}}", onEntry)),
        GateStory("a due date where nothing is due", story("{{due}}", byAct), "the state has no task"),
        GateStory("a due date under another of its names", story("{{#dueDay}}{{due}}{{/dueDay}}", byAct)),
        GateStory("a reminder's due date, whatever its formula", story("{{due}} {{task}}", reminded)),
        GateStory("a reminder's act", story("{{act}}", reminded), "no act causes it", step: "reminder N01"),
        GateStory(
            "no call where files open at any time", story("{{call.year}}", byAct, entry: "open"),
            "not entered by a call"),
        GateStory(
            "a section on an object", story("{{#call}}{{year}} {{closesAt}}{{/call}}", byAct, entry: "open")),
        GateStory(
            "a party of a process about none", story("{{party}}", byAct), "the process is not about a party"),
        GateStory(
            "a text without a condition", story("{{version}}", signing("dossier.complete", "reference")),
            "no condition asks for a text"),
        GateStory(
            "a text that a condition asks for",
            story("{{version}} {{versionDate}}", signing("agreement.text.version > 0", "reference"))),
        GateStory(
            "a foreign partner",
            story("{{partner}}", signing("call.year > 0 && size(agreement.foreignParties) >= 1", "reference"))
        ),
        GateStory(
            "a condition that asks for less",
            story("{{partner}}", signing("size(agreement.foreignParties) >= 0", "reference")), "foreign party"
        ),
        GateStory(
            "an acronym of a complete dossier", story("{{acronym}}", signing("dossier.complete", "reference"))
        ),
        GateStory("an acronym of a draft", story("{{acronym}}", byAct), "may lack an acronym"),
        GateStory(
            "a register number and a term",
            story(
                "{{registerNumber}} {{term.start}} {{term.end}}",
                signing(
                    "true",
                    "register, { term: { start: day(now), end: \\\"plus(day(now), 'P1Y')\\\" } }".replacing(
                        "\\", with: "")))),
        GateStory(
            "a term without an end", story("{{term.end}}", signing("true", "{ term: { start: day(now) } }")),
            "no \"term\" with an end"),
        GateStory("a term whose end the act asks for", story("{{term.end}} {{due}}", dated("until"))),
        GateStory(
            "a term whose end the act may lack", story("{{term.end}} {{due}}", dated("until?")),
            "{{term.end}}", "{{due}}"),
        GateStory(
            "a term whose end is taken away again",
            story(
                "{{term.end}}",
                signing(
                    "true",
                    "{ term: { start: day(now), end: \"plus(day(now), 'P1Y')\" } }, { term: { start: day(now) } }"
                )),
            "no \"term\" with an end"),
        GateStory(
            "the last foreign partner, who leaves",
            story(
                "{{partner}}",
                signing(
                    "size(agreement.foreignParties) >= 1",
                    "{ remove_party: \"agreement.foreignParties[0].id\" }")), "foreign party"),
        GateStory("a partner who leaves where one stays", story("{{partner}}", leaving(1))),
        GateStory(
            "a partner who leaves where none has to stay", story("{{partner}}", leaving(0)), "foreign party"),
        GateStory(
            "no register number", story("{{registerNumber}}", signing("true", "reference")), "no \"register\""
        ),
    ]

    @Test("On every path that owes the notice, or a section asks first", arguments: stories)
    func placeholders(_ story: GateStory) {
        story.check(PeopleGate.findings(story.text, [UndefinedPlaceholders.self]), .undefinedPlaceholder)
    }

    @Test(
        "What both ways into a state have done is certain, what one has done is not",
        arguments: [true, false])
    func joined(_ both: Bool) {
        let second = both ? "do: register, " : ""
        let text = Self.story(
            "{{registerNumber}}",
            """
            draft:
              TITLE
              on:
                a: { TITLE, by: [INT], do: register, to: left }
                b: { TITLE, by: [DG], \(second)to: right }
            left: { TITLE, on: { go: { TITLE, by: [INT], to: told } } }
            right: { TITLE, on: { go: { TITLE, by: [INT], to: told } } }
            told: { TITLE, notify: N01, on: { end: { TITLE, by: [INT], to: done } } }
            done: { TITLE, final: true }
            """)
        #expect(PeopleGate.findings(text, [UndefinedPlaceholders.self]).isEmpty == both)
    }

    @Test("What a region has done is certain when the state around it is done")
    func regions() {
        let text = Self.story(
            "{{registerNumber}}",
            """
            draft:
              TITLE
              on: { done: { to: told } }
              parallel:
                one: { TITLE, initial: a, states: { a: { TITLE, on: { go: { TITLE, by: [INT], do: register, to: b } } }, b: { TITLE, final: true } } }
                two: { TITLE, initial: a, states: { a: { TITLE, on: { ok: { TITLE, by: [DG], to: b } } }, b: { TITLE, final: true } } }
            told: { TITLE, notify: N01, on: { end: { TITLE, by: [INT], to: done } } }
            done: { TITLE, final: true }
            """)
        #expect(PeopleGate.findings(text, [UndefinedPlaceholders.self]) == [])
    }

    @Test("A child process knows what was certain when it started, and its party")
    func children() {
        func text(_ gate: String) -> String {
            Self.story(
                "{{version}} {{party}}",
                """
                draft: { TITLE, on: { go: { TITLE, by: [INT], if: [{ that: "\(gate)", else: code }], to: asked } } }
                asked: { TITLE, children: [{ name: circuit, forEach: party in agreement.parties, run: signing }], on: { done: { to: done } } }
                done: { TITLE, final: true }
                """,
                processes: """
                    signing:
                      TITLE
                      initial: open
                      states:
                        open: { TITLE, notify: N01, on: { sign: { TITLE, by: [SIG(party)], to: end } } }
                        end: { TITLE, final: true }
                    """)
        }
        #expect(PeopleGate.findings(text("agreement.text.version > 0"), [UndefinedPlaceholders.self]) == [])
        let findings = PeopleGate.findings(text("dossier.complete"), [UndefinedPlaceholders.self])
        #expect(findings.map(\.path) == [["start of signing"]])
    }

    @Test("A process with a text of its own knows nothing of the agreement's", arguments: [true, false])
    func ownText(_ isOwn: Bool) {
        let text = Self.story(
            "{{version}}",
            """
            draft: { TITLE, on: { go: { TITLE, by: [INT], if: [{ that: "text.version > 0", else: code }], to: asked } } }
            asked: { TITLE, children: [{ name: change, run: amending }], on: { done: { to: done } } }
            done: { TITLE, final: true }
            """,
            processes: """
                amending:
                  TITLE
                  \(isOwn ? "text: own" : "")
                  initial: open
                  states:
                    open: { TITLE, on: { go: { TITLE, by: [INT], if: [{ that: "agreement.text.version > 0", else: code }], to: end, notify: N01 } } }
                    end: { TITLE, final: true }
                """)
        #expect(PeopleGate.findings(text, [UndefinedPlaceholders.self]).isEmpty == !isOwn)
    }

    @Test("The path is one on which the value is not there")
    func path() {
        let life = """
            draft: { TITLE, on: { go: { TITLE, by: [INT], do: [register], to: asked }, pass: { TITLE, by: [INT], to: asked } } }
            asked: { TITLE, notify: N01, on: { end: { TITLE, by: [INT], to: done } } }
            done: { TITLE, final: true }
            """
        let findings = PeopleGate.findings(
            Self.story("{{registerNumber}}", life), [UndefinedPlaceholders.self])
        #expect(findings.map(\.path) == [["start", "pass by INT"]])
    }
}
