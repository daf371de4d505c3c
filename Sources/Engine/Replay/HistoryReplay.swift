package import Agreements
import FoundationEssentials

/// Plays a recorded history again: its events are folded, and every command behind them is decided anew.
///
/// Pure. What is compared: the chain of hashes; the view after each event; every member of each event that is
/// decided again (states, values read, changes, notices), identifiers drawn at random apart.
package struct HistoryReplay: Sendable {
    private let history: History
    private let workflows: [Workflow]
    private var agreement: Agreement
    private var known: Set<String> = []

    /// What was played.
    package struct Summary: Sendable, Hashable {
        package var events: Int
        /// Commands and rounds of timers that were decided again.
        package var decisions: Int
    }

    /// - Parameter workflows: the definitions that the history holds, loaded; that of its beginning first.
    package init(_ history: History, workflows: [Workflow]) {
        precondition(!workflows.isEmpty, "A history holds a definition.")
        self.history = history
        self.workflows = workflows
        agreement = history.blank
        for fact in history.register { (try? JSON(encoding: fact))?.collectOpaque(into: &known) }
        known.insert(history.agreement.description)
    }

    /// Plays all of it.
    ///
    /// - Throws: ``HistoryDifference`` for the first event that differs.
    package mutating func run() throws(HistoryDifference) -> Summary {
        var summary = Summary(events: 0, decisions: 0)
        while summary.events < history.steps.count {
            summary.events += try playCommand(at: summary.events)
            summary.decisions += 1
        }
        return summary
    }

    /// Decides the command behind the event at `index` again; returns how many events it gave.
    private mutating func playCommand(at index: Int) throws(HistoryDifference) -> Int {
        let event = history.steps[index].event
        let decision = decide(event, isFirst: index == 0)
        if decision.events.isEmpty {
            let refusal = decision.refusal.map { "is refused now (\($0.code)): \($0.text.en)" }
            throw difference(event, refusal ?? "gives no event now")
        }
        var comparison = JSONComparison(known: known, freesHashes: event.type == "document_added")
        for (offset, again) in decision.events.enumerated() {
            guard index + offset < history.steps.count else {
                throw difference(event, "gives one more event now: \(again.type) of \(again.process)")
            }
            let step = history.steps[index + offset]
            try compare(step.event, again, &comparison)
            try fold(step)
        }
        return decision.events.count
    }

    /// The first text that rules accept stands for those that the history does not hold.
    private func decide(_ event: Event, isFirst: Bool) -> Decision {
        let workflow = definition(of: agreement.version) ?? workflows[0]
        var again = CommandAgain(event: event, workflow: workflow)
        var facts = facts(at: event.at)
        facts.erasable = again.erasable
        let target = event.payload.changes.lazy.compactMap(\.migratedTo).first.flatMap(definition)
        let decider = Decider(workflow: workflow, target: target, facts: facts, randomness: .fresh)
        let decision = decider.decide(again.command, on: isFirst ? nil : agreement)
        guard decision.refusal != nil else { return decision }
        for text in again.texts {
            again.text = text
            let other = decider.decide(again.command, on: isFirst ? nil : agreement)
            if other.refusal == nil { return other }
        }
        return decision
    }

    private func definition(of version: String) -> Workflow? { workflows.first { $0.version == version } }

    private func compare(
        _ recorded: Event, _ again: Event, _ comparison: inout JSONComparison
    ) throws(HistoryDifference) {
        var again = again
        // The chain is checked when the recorded event is folded.
        again.previousHash = recorded.previousHash
        guard let old = try? recorded.hashed(), let new = try? again.hashed() else {
            throw difference(recorded, "it cannot be written")
        }
        if let found = comparison.difference(old, new) {
            throw difference(recorded, found.message, at: found.path)
        }
    }

    private mutating func fold(_ step: History.Step) throws(HistoryDifference) {
        let event = step.event
        guard event.seq == agreement.seq + 1, event.previousHash == agreement.headHash else {
            throw difference(event, "it does not follow event \(agreement.seq)")
        }
        guard (try? event.computedHash()) == event.hash else {
            throw difference(event, "its hash is not that of its contents")
        }
        agreement.apply(event)
        (try? event.hashed())?.collectOpaque(into: &known)
        var comparison = JSONComparison(known: [])
        if let found = comparison.exact(step.expected, HistoryView(after: event, agreement).json) {
            throw difference(event, found.message, at: "expected.\(found.path)")
        }
    }

    private func facts(at instant: Instant) -> Facts {
        var facts = Facts(now: instant, institution: history.institution)
        for fact in history.register where fact.at <= instant { facts.apply(fact.change, at: fact.at) }
        facts.counters = counters
        // Whether it was citable is in the events of the cited one: this one was allowed to cite it.
        for case .cites(let id) in history.steps.flatMap(\.event.payload.changes) {
            facts.cited[id] = CitedAgreement(legal: .inForce, isClosed: false)
        }
        return facts
    }

    /// The numbers that were taken before those that the history takes.
    private var counters: [String: Int] {
        var counters: [String: Int] = [:]
        for change in history.steps.flatMap(\.event.payload.changes) {
            switch change {
            case .reference(let text): counters.note(text, prefix: "")
            case .registerNumber(let text): counters.note(text, prefix: "register-")
            default: break
            }
        }
        return counters
    }

    private func difference(_ event: Event, _ message: String, at path: String = "") -> HistoryDifference {
        HistoryDifference(seq: event.seq, type: event.type, path: path, message: message)
    }
}

extension [String: Int] {
    /// `LIA-2017-004` was taken: 3 is the last number before it.
    fileprivate mutating func note(_ text: String, prefix: String) {
        guard let dash = text.lastIndex(of: "-"), let number = Int(text[text.index(after: dash)...]) else {
            return
        }
        self[prefix + text[..<dash]] = number - 1
    }
}

extension Randomness {
    fileprivate static let fresh = Randomness(
        uuid: { UUID() }, salt: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
}
