import Expressions

/// One case of a suite of SCXML documents.
struct SCXMLCase {
    /// What the machine has to do.
    enum Expectation {
        /// Run by itself into the top-level final state `pass`.
        case pass
        /// Come to rest in these atomic states, then, step by step, in those.
        case script(initial: Set<String>, steps: [Step])
    }

    /// One event from outside, and the atomic states that are active afterwards.
    struct Step {
        let delay: Duration
        let event: String
        let data: Value?
        let then: Set<String>
    }

    let id: String
    let family: String
    /// The document, relative to the manifest.
    let file: String
    let expectation: Expectation
}

extension SCXMLCase {
    /// The final state that stands for success.
    static let passState = "pass"

    /// Reads an entry of a manifest of either kind; nil for what is neither.
    init?(_ entry: Value) {
        guard let id = entry.field("id")?.text, let file = entry.field("file")?.text else { return nil }
        self.id = id
        self.file = file
        family = entry.field("family")?.text ?? ""
        guard let script = entry.field("script") else {
            guard entry.field("expectedFinalState")?.text ?? Self.passState == Self.passState,
                entry.field("initial") == nil
            else { return nil }
            expectation = .pass
            return
        }
        guard let items = script.items, let initial = entry.field("initial")?.texts else { return nil }
        let steps = items.compactMap(Step.init)
        guard steps.count == items.count else { return nil }
        expectation = .script(initial: Set(initial), steps: steps)
    }
}

extension SCXMLCase.Step {
    /// How long a script may let pass at once: some eleven days.
    private static let millisecondsMax: Int64 = 1_000_000_000

    init?(_ entry: Value) {
        let milliseconds = entry.field("afterMilliseconds") ?? .int(0)
        guard let delay = milliseconds.whole, (0...Self.millisecondsMax).contains(delay),
            let event = entry.field("event")?.text, let then = entry.field("then")?.texts
        else { return nil }
        self.delay = .milliseconds(delay)
        self.event = event
        data = entry.field("data")
        self.then = Set(then)
    }
}
