package import Agreements

/// A definition as a page shows it.
package struct DefinitionView: Sendable, Hashable {
    package var name: DefinitionName
    package var title: LocalizedText
    package var instrument: String
    package var sha256: String
    /// The life first.
    package var processes: [Process]
    /// Its parameters and dated rules.
    package var values: ListTable
    package var gate: GateView
    /// Nil where it is not published.
    package var publication: Publication?
    /// The files that follow it by stage; nil where it is not published.
    package var stages: StageCounts?

    /// A definition that is not published, as far as this tells.
    package init(
        name: DefinitionName, title: LocalizedText, instrument: String, sha256: String, processes: [Process],
        values: ListTable, gate: GateView
    ) {
        (self.name, self.title, self.instrument) = (name, title, instrument)
        (self.sha256, self.processes, self.values, self.gate) = (sha256, processes, values, gate)
    }

    /// One chart, with its states in their order.
    package struct Process: Sendable, Hashable {
        package var name: String
        package var title: LocalizedText
        package var states: [State]

        package init(_ name: String, _ title: LocalizedText, _ states: [State]) {
            self.name = name
            self.title = title
            self.states = states
        }
    }

    /// A state with those around it.
    package struct State: Sendable, Hashable {
        /// Titles from the outermost state on.
        package var path: [LocalizedText]
        package var worker: LocalizedText?
        /// How many files are there that wait on something, and since when the first.
        package var count: Int?
        package var oldest: Instant?

        package init(path: [LocalizedText], worker: LocalizedText?, count: Int? = nil, oldest: Instant? = nil)
        {
            self.path = path
            self.worker = worker
            self.count = count
            self.oldest = oldest
        }
    }

    /// When it was published, and by whom.
    package struct Publication: Sendable, Hashable {
        package var at: Instant
        package var by: String?
        package var running: Int

        package init(at instant: Instant, by name: String?, running: Int) {
            self.at = instant
            self.by = name
            self.running = running
        }
    }

    /// Its files, each counted once.
    package struct StageCounts: Sendable, Hashable {
        package var table: ListTable
        /// The sums of the columns of numbers, in their order.
        package var sums: [Int]
        /// The list of the same files.
        package var path: String
        /// Legal time.
        package var now: Instant

        package init(table: ListTable, sums: [Int], path: String, now: Instant) {
            self.table = table
            self.sums = sums
            self.path = path
            self.now = now
        }

        /// How many lines that list has.
        package var total: Int { sums.reduce(0, +) }
    }
}

/// What the proof gate says of a definition.
package struct GateView: Sendable, Hashable {
    /// What keeps it from being published.
    package var findings: [Finding]
    /// What does not.
    package var warnings: [Finding]
    package var properties: [Property]

    package init(findings: [Finding], warnings: [Finding], properties: [Property]) {
        self.findings = findings
        self.warnings = warnings
        self.properties = properties
    }

    /// One thing that is wrong.
    package struct Finding: Sendable, Hashable {
        /// `file:line:column`.
        package var place: String
        package var code: String
        package var message: LocalizedText
        package var advice: LocalizedText
        /// The way that leads there.
        package var path: [LocalizedText]

        package init(
            place: String, code: String, message: LocalizedText, advice: LocalizedText, path: [LocalizedText]
        ) {
            self.place = place
            self.code = code
            self.message = message
            self.advice = advice
            self.path = path
        }
    }

    /// A property that the definition states, with the answer.
    package struct Property: Sendable, Hashable {
        package var title: LocalizedText
        package var answer: Answer

        /// Whether it holds in every situation; its text is `gate.` and the raw value.
        package enum Answer: String, Sendable, Hashable, CaseIterable {
            case proved, refuted
            case notDecided = "not_decided"
        }

        package init(_ title: LocalizedText, _ answer: Answer) {
            self.title = title
            self.answer = answer
        }
    }
}
