import Expressions

/// One command under decision: a working copy of the agreement, and what is to be recorded of it so far.
///
/// Pure: time, identifiers and facts come in as parameters, events and effects go out as a ``Decision``.
struct Deliberation {
    private(set) var workflow: Workflow
    /// The version of it to which the agreement is to move.
    var target: Workflow?
    let facts: Facts
    let randomness: Randomness
    let command: Command
    var agreement: Agreement
    /// The legal instant of the step: that of the command, or the due instant of a timer.
    var now: Instant
    var events: [Event] = []
    var values: [ErasableValue] = []
    var documents: [Decision.StoredDocument] = []
    var numbers: [Decision.TakenNumber] = []
    var tellings: [Telling] = []
    /// Why the next due timer cannot be served.
    var blocked: Refusal?
    var taken: [TakenTransition] = []
    var watch: DecisionWatch?
    /// Steps that follow from what was recorded: children to start, parents to tell.
    var pending: [Step] = []

    /// A step that the machine takes by itself after another.
    enum Step {
        case start(Process)
        case resume(path: String)
        /// The term was set anew: what counts from it is planned again.
        case replanTerm
        case deliver(event: String, to: String, cause: String, about: [String: JSON])
        /// To the processes that speak of the text of `under`; to all when nil.
        case tell(event: String, cause: String, under: String? = nil)
        /// The text of `under` has a new version.
        case voidOlder(under: String)
    }

    init(workflow: Workflow, facts: Facts, randomness: Randomness, command: Command, agreement: Agreement) {
        self.workflow = workflow
        self.facts = facts
        self.randomness = randomness
        self.command = command
        self.agreement = agreement
        now = facts.now
    }

    /// Rules are those of `workflow` from here on.
    mutating func follow(_ workflow: Workflow) { self.workflow = workflow }

    /// How many steps may follow from one command or timer, and how many timers may ring at one instant,
    /// before the definition is refused as endless.
    static let stepsMax = 1_000

    /// Takes the steps that follow, and those that follow from them, until nothing moves any more.
    mutating func settle() throws(Refusal) {
        var steps = 0
        while try step() {
            steps += 1
            guard steps < Self.stepsMax else { throw .endless }
        }
    }

    private mutating func step() throws(Refusal) -> Bool {
        if try takePending() { return true }
        if try joinChildren() { return true }
        if try tryEventless() { return true }
        return try hearDeferred()
    }

    private mutating func takePending() throws(Refusal) -> Bool {
        guard !pending.isEmpty else { return false }
        switch pending.removeFirst() {
        case .start(let process):
            // The state that planned it may have been left meanwhile: then its children are of no use.
            if isOwned(process) { try start(process, authority: .system("process")) }
        case .resume(let path): try resume(path)
        case .replanTerm:
            for path in activePaths { try replan(path, reading: "agreement.end") }
        case .deliver(let event, let path, let cause, let about):
            var delivery = Delivery(named: event, to: path, authority: .system(cause))
            delivery.input = about
            delivery.recordedInput = [:]
            _ = try deliver(delivery)
        case .tell(let event, let cause, let under):
            try tell(event, authority: .system(cause), under: under)
        case .voidOlder(let owner): try voidOlder(of: owner)
        }
        return true
    }

    private func isOwned(_ process: Process) -> Bool {
        guard let owner = process.owner, let parent = process.parent.flatMap({ agreement.processes[$0] })
        else { return true }
        return parent.status == .active && parent.entries[owner]?.seq == process.ownerSeq
    }

    /// Gives a domain event to every active process that expects it; with `owner` to those that
    /// speak of its text only.
    mutating func tell(_ event: String, authority: Authority, under owner: String? = nil) throws(Refusal) {
        let paths = activePaths.filter { path in
            owner.map { workflow.textOwner(of: path, in: agreement) == $0 } ?? true
        }
        for path in paths where expects(event, path) {
            _ = try deliver(Delivery(named: event, to: path, authority: authority))
        }
    }

    /// Tries the eventless transitions that wait for a condition over the agreement.
    private mutating func tryEventless() throws(Refusal) -> Bool {
        for path in activePaths {
            guard let process = agreement.processes[path],
                let definition = workflow.processes[process.definition],
                definition.waitsForCondition(process)
            else { continue }
            if try deliver(Delivery(.condition, to: path, authority: .system("condition"))) { return true }
        }
        return false
    }

    /// The paths of the processes that run, parents before children.
    var activePaths: [String] {
        agreement.processes.values.filter { $0.status == .active }.map(\.path).sorted()
    }

    func expects(_ event: String, _ path: String) -> Bool {
        guard let process = agreement.processes[path], process.status == .active,
            let definition = workflow.processes[process.definition]
        else { return false }
        return definition.expects(event, process)
    }

    /// What guards read now, for a process and an event.
    ///
    /// - Parameter children: the children that they read; those of its present states when nil.
    func bindings(
        for path: String?, event: [String: JSON] = [:], actor: Person.ID? = nil, children: [Process]? = nil
    ) -> ValueMap {
        let bindings = Bindings(
            agreement: agreement, workflow: workflow, facts: facts, now: now,
            process: path.flatMap { agreement.processes[$0] }, event: event, actor: actor,
            children: children ?? path.map(agreement.children) ?? [])
        return ValueMap(bindings.values)
    }

    /// The civil day of the step in the institution's zone.
    var today: Day { facts.zone.day(of: now) }

    var roster: Roster { Roster(agreement, facts: facts) }
}
