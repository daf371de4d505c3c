import Expressions

extension Deliberation {
    /// Applies every timer that is due, in order of due instant and then of the document, until none is.
    ///
    /// Each is decided as of its own due instant: a late runner never changes an outcome. When the
    /// consequence of one is impossible the refusal is thrown, and what the timers before it did is kept; of one that
    /// rings for ever at one instant nothing is.
    mutating func serveTimers() throws(Refusal) {
        var rung = Rung()
        while let timer = nextDue() {
            let before = mark
            let instant = max(
                timer.due, agreement.processes[timer.process]?.entries[timer.state]?.at ?? timer.due)
            if instant != now { rung = Rung() }
            now = instant
            if let beginning = rung.beginningOfLoop(timer, before) {
                goBack(to: beginning)
                throw .endless
            }
            do throws(Refusal) {
                try fire(timer)
                try settle()
            } catch {
                goBack(to: before)
                throw error
            }
        }
        now = facts.now
    }

    /// The timers that rang at one instant.
    private struct Rung {
        private static let timesMax = 100
        private var all: (times: Int, before: Mark)?
        private var each: [String: (times: Int, before: Mark)] = [:]

        /// Counts one more; answers how it was before the first of a series that has no end.
        mutating func beginningOfLoop(_ timer: ArmedTimer, _ before: Mark) -> Mark? {
            let key = "\(timer.process) \(timer.state) \(timer.name)"
            each[key, default: (0, before)].times += 1
            all = ((all?.times ?? 0) + 1, all?.before ?? before)
            if let own = each[key], own.times > Self.timesMax { return own.before }
            return all.flatMap { $0.times > Deliberation.stepsMax ? $0.before : nil }
        }
    }

    /// What to go back to when a timer cannot be served.
    private struct Mark {
        var agreement: Agreement
        var events, values, documents, numbers, tellings, taken: Int
    }

    private var mark: Mark {
        Mark(
            agreement: agreement, events: events.count, values: values.count, documents: documents.count,
            numbers: numbers.count, tellings: tellings.count, taken: taken.count)
    }

    private mutating func goBack(to mark: Mark) {
        agreement = mark.agreement
        events.removeLast(events.count - mark.events)
        values.removeLast(values.count - mark.values)
        documents.removeLast(documents.count - mark.documents)
        numbers.removeLast(numbers.count - mark.numbers)
        tellings.removeLast(tellings.count - mark.tellings)
        taken.removeLast(taken.count - mark.taken)
        pending = []
        now = facts.now
    }

    /// The timer that is served next; one that cannot be served stays it.
    func nextDue() -> ArmedTimer? {
        agreement.timers.filter { $0.due <= facts.now }.min { ($0.due, $0.order) < ($1.due, $1.order) }
    }

    private mutating func fire(_ timer: ArmedTimer) throws(Refusal) {
        switch timer.purpose {
        case .event(let name):
            var delivery = Delivery(named: name, to: timer.process, authority: .system("timer"))
            delivery.changes = [.timerClosed(timer: timer.id, fired: true)]
            if try !deliver(delivery) { try note(timer, fired: true) { _, _ in } }
        case .reminder(let notice, let occurrence, let to, let due):
            // After an outage each due notice goes once, the latest state only.
            let isLatest = !agreement.timers.contains { $0.isLaterReminder(than: timer, by: facts.now) }
            try note(timer, fired: isLatest) { deliberation, draft in
                guard isLatest else { return }
                // Whoever holds roles of two reminders at one time hears the last of them only.
                let own = deliberation.workflow.notices[notice]?.to ?? []
                let twins = deliberation.agreement.timers.compactMap { $0.roles(remindedAs: timer) }
                    .map { $0.isEmpty ? own : $0 }
                deliberation.owe(
                    notice, to: to, except: twins.flatMap(\.self), state: timer.state, occurrence: occurrence,
                    due: due, &draft)
            }
        }
    }

    /// Records that a timer rang without moving a chart.
    private mutating func note(
        _ timer: ArmedTimer, fired: Bool, _ body: (inout Deliberation, inout Draft) -> Void
    ) throws(Refusal) {
        let delivery = Delivery(named: "timer.\(timer.name)", to: timer.process, authority: .system("timer"))
        var draft = Draft(
            delivery, seq: agreement.seq + 1, from: agreement.processes[timer.process]?.state ?? [])
        record(.timerClosed(timer: timer.id, fired: fired), in: &draft)
        body(&self, &draft)
        try seal(draft)
    }

    /// Why dates are planned again, by what they depend on.
    private static let causes = ["call": "call", "measures": "measure", "agreement.end": "term"]

    /// Plans the dates that depend on `facts` (a key of ``causes``) again after those moved: what is armed for
    /// another instant is replaced.
    mutating func replan(_ path: String, reading facts: String) throws(Refusal) {
        guard let process = agreement.processes[path], let definition = workflow.processes[process.definition]
        else { return }
        var draft = Draft(
            Delivery(.replanned, to: path, authority: .system(Self.causes[facts] ?? facts)),
            seq: agreement.seq + 1, from: process.state)
        for state in definition.activeStates(of: process) where state.reads(facts) {
            try replan(state, process, reading: facts, &draft)
        }
        if !draft.changes.isEmpty { try seal(draft) }
    }

    private mutating func replan(
        _ state: StateDefinition, _ process: Process, reading facts: String, _ draft: inout Draft
    ) throws(Refusal) {
        let values = bindings(for: process.path)
        let planned = try timers(of: state, values, draft, replanning: facts)
        let names = state.names(on: facts)
        let armed = agreement.timers.filter {
            $0.process == process.path && $0.state == state.id && names.contains($0.name)
        }
        close(timers: armed.filter { old in !planned.contains { $0.isSame(as: old) } }, &draft)
        for new in planned where !armed.contains(where: { $0.isSame(as: new) }) {
            record(.timerArmed(timer: new), in: &draft)
        }
        for task in agreement.tasks where task.process == process.path && task.state == state.id {
            guard let rule = state.task?.due, rule.reads(facts),
                let due = try deadline(rule, values, draft.log, since: task.openedAt), due != task.due
            else { continue }
            var moved = task
            moved.id = randomness.identifier()
            moved.due = due
            record(.taskClosed(task: task.id), in: &draft)
            record(.taskOpened(task: moved), in: &draft)
        }
    }
}

extension ArmedTimer {
    /// Whether two timers ring for the same thing at the same instant.
    fileprivate func isSame(as other: ArmedTimer) -> Bool {
        (process, state, name, due, purpose) == (
            other.process, other.state, other.name, other.due, other.purpose
        )
    }

    /// Whom it reminds of the same at the same time as another reminder; nil where it does not.
    fileprivate func roles(remindedAs other: ArmedTimer) -> [RoleReference]? {
        guard case .reminder(let mine, let occurrence, let roles, _) = purpose,
            case .reminder(let theirs, let theirOccurrence, _, _) = other.purpose,
            (mine, occurrence, process, state, entrySeq)
                == (theirs, theirOccurrence, other.process, other.state, other.entrySeq)
        else { return nil }
        return roles
    }

    /// Whether it is a later reminder of the same notice of the same state that is due by `instant`, too.
    fileprivate func isLaterReminder(than other: ArmedTimer, by instant: Instant) -> Bool {
        guard case .reminder(let mine, _, let to, _) = purpose,
            case .reminder(let theirs, _, let others, _) = other.purpose
        else { return false }
        return mine == theirs && to == others && process == other.process && state == other.state
            && due > other.due && due <= instant
    }
}

extension StateDefinition {
    /// Whether a date of it depends on `facts`.
    fileprivate func reads(_ facts: String) -> Bool {
        task?.due?.reads(facts) ?? false || !names(on: facts).isEmpty
    }

    /// The names of its timers and reminders whose dates depend on `facts`.
    fileprivate func names(on facts: String) -> Set<String> {
        let reminders = (task?.reminders ?? []).filter { ($0.base ?? task?.due)?.reads(facts) ?? false }
        return Set(timers.filter { $0.due.reads(facts) }.map(\.name) + reminders.map(\.notice))
    }
}

extension DueRule {
    /// Whether the date depends on `facts`, a name that guards read.
    func reads(_ facts: String) -> Bool {
        guard case .formula(let formula) = base else { return false }
        return [formula, asOf].compactMap(\.self).flatMap(\.program.readablePaths)
            .contains { $0 == facts || $0.hasPrefix("\(facts).") }
    }
}
