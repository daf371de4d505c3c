package import Agreements

/// Reads off events what happened by itself: the deadlines that passed, the clocks that rang, who was told.
///
/// Pure. It reads expected events and recorded ones alike: what came true can be laid beside what was said.
package struct ForecastReading {
    private var agreement: Agreement
    private let start: Instant
    private let until: Instant
    private var items: [ForecastItem] = []

    /// - Parameters:
    ///   - agreement: as it is before the first of the events.
    ///   - start: deadlines up to then are past.
    package init(of agreement: Agreement, from start: Instant, until: Instant) {
        self.agreement = agreement
        self.start = start
        self.until = until
    }

    /// What these events, and the tasks that stay open, bring about; in order of instants.
    package func items(of events: [Event]) -> [ForecastItem] {
        var reading = self
        for event in events where event.at <= until { reading.read(event) }
        for task in reading.agreement.tasks { reading.note(task, openUntil: until) }
        return reading.items.sortedByInstant()
    }

    private mutating func read(_ event: Event) {
        for change in event.payload.changes { note(change, event) }
        for (id, owed) in Self.byNotice(event.payload.notices) {
            guard let first = owed.first else { continue }
            add(
                event.at, first.process, first.state,
                .notice(
                    id: id, recipients: owed.map(\.recipient), occurrence: first.occurrence, due: first.due))
        }
        agreement.apply(event)
    }

    private mutating func note(_ change: Change, _ event: Event) {
        switch change {
        case .timerClosed(let id, fired: true):
            guard let timer = agreement.timers.first(where: { $0.id == id }) else { return }
            note(timer, event)
        case .taskClosed(let id):
            guard let task = agreement.tasks.first(where: { $0.id == id }) else { return }
            note(task, openUntil: event.at)
        case .legalStatus(let status, let day):
            add(event.at, event.process, event.toState.first ?? "", .legal(status: status, effectiveOn: day))
        default: return
        }
    }

    private mutating func note(_ timer: ArmedTimer, _ event: Event) {
        guard case .event(let name) = timer.purpose else { return }
        add(
            event.at, timer.process, timer.state,
            name == ForecastItem.windowOpens
                ? .renewalWindow : .timer(name: timer.name, event: name, to: event.toState))
    }

    /// Notes a task that is still open when its limit comes.
    private mutating func note(_ task: HumanTask, openUntil end: Instant) {
        guard let deadline = task.due, start < deadline.limit, deadline.limit <= end else { return }
        add(
            deadline.limit, task.process, task.state,
            .deadline(role: task.role, narrowedTo: task.narrowedTo, deadline: deadline))
    }

    private mutating func add(
        _ at: Instant, _ process: String, _ state: String, _ matter: ForecastItem.Matter
    ) {
        items.append(
            ForecastItem(
                at: at, agreement: agreement.id, process: process, state: state, matter: matter))
    }

    /// The notices of one event, those of one kind and occurrence together, in order.
    private static func byNotice(_ notices: [OwedNotice]) -> [(id: String, owed: [OwedNotice])] {
        notices.map(\.notice).uniqued().map { id in (id, notices.filter { $0.notice == id }) }
    }
}

extension [ForecastItem] {
    /// In order of instants, then of agreements, then as they are.
    package func sortedByInstant() -> [ForecastItem] {
        enumerated().sorted {
            ($0.element.at, $0.element.agreement, $0.offset) < (
                $1.element.at, $1.element.agreement, $1.offset
            )
        }.map(\.element)
    }
}
