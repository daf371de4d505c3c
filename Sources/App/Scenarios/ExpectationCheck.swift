import Agreements
import Definitions

/// Compares one agreement with what a scenario expects of it.
struct ExpectationCheck {
    private let expected: Expectation
    private let agreement: Agreement
    private let notices: [DeliveredNotice]
    private let trail: [String]
    private let kept: [RetentionItem]
    private let openActs: [String: [String]]
    private let seen: [String: Set<String>]
    private var names: ScenarioNamesakes
    private let workflow: Workflow

    init(
        _ expected: Expectation, _ agreement: Agreement, notices: [DeliveredNotice], trail: [String],
        kept: [RetentionItem], openActs: [String: [String]], seen: [String: Set<String>],
        names: ScenarioNamesakes, workflow: Workflow
    ) {
        self.expected = expected
        self.agreement = agreement
        self.notices = notices
        self.trail = trail
        self.kept = kept
        self.openActs = openActs
        self.seen = seen
        self.names = names
        self.workflow = workflow
    }

    /// What does not hold, in words.
    mutating func failures() -> [String] {
        states() + identity() + children() + tasks() + timers() + noticesOwed() + acts() + documents()
            + signatures() + variables() + sights() + steps() + retention() + absences()
    }

    private var words: ScenarioWords { ScenarioWords(names: names) }

    /// - Parameter words: how a scenario writes such a value.
    private static func differs<Value: Equatable>(
        _ what: String, _ found: Value?, _ expected: Value?, as words: (Value) -> String = { "\($0)" }
    ) -> [String] {
        guard let expected, found != expected else { return [] }
        return ["\(what) is \(found.map(words) ?? "not there"), expected \(words(expected))"]
    }

    private func states() -> [String] {
        let path = expected.process ?? "life"
        guard let process = latest(path) else { return ["there is no process \(path)"] }
        let (active, name) = (Set(process.configuration), words.path(process.path))
        return Self.differs("the state of \(name)", process.state, expected.state, as: words.list)
            + expected.isIn.filter { !active.contains($0) }.map {
                "\(name) is not in \($0) but in \(words.list(process.state))"
            }
            + expected.isNotIn.filter(active.contains).map { "\(name) is in \($0)" }
    }

    /// What is expected not to be there and never can be, since the definition has no such name: a slip.
    private func absences() -> [String] {
        let states = workflow.processes.values.flatMap(\.states.values)
        let tasks = Set(states.compactMap { $0.task?.role.role })
        let timers = Set(states.flatMap { $0.timers.map(\.name) })
        let process = latest(expected.process ?? "life")
        let known = process.flatMap { workflow.processes[$0.definition]?.states }
        return expected.isNotIn.filter { known?[$0] == nil && known != nil }.map { "there is no state \($0)" }
            + expected.noTasks.filter { !tasks.contains($0) }.map { "no state has a task of \($0)" }
            + expected.noTimers.filter { !timers.contains($0) }.map { "no state has a timer \($0)" }
            + expected.noNotices.map(\.id).filter { workflow.notices[$0] == nil }
            .map { "there is no notice \($0)" }
    }

    private func identity() -> [String] {
        Self.differs("the legal status", agreement.legalStatus, expected.legal, as: \.rawValue)
            + Self.differs("the day of the status", agreement.legal.last?.effectiveOn, expected.legalFrom)
            + Self.differs("the reference", agreement.reference, expected.reference)
            + Self.differs("the register number", agreement.registerNumber, expected.registerNumber)
            + Self.differs("the start", agreement.term?.start, expected.start)
            + Self.differs("the end", agreement.term?.end, expected.end)
            + Self.differs(
                "the list of parties", agreement.parties.map(\.id), expected.parties, as: words.list)
            + Self.differs("the instrument", agreement.instrument, expected.instrument)
            + Self.differs("the number of renewals", agreement.renewals, expected.renewals)
            + Self.differs("the list of labs", agreement.labs.map(\.id), expected.labs, as: words.list)
    }

    private func children() -> [String] {
        expected.children.sorted { $0.key < $1.key }.flatMap { path, outcome -> [String] in
            guard let process = latest(path) else { return ["there is no process \(path)"] }
            guard process.outcome != outcome else { return [] }
            return [
                "the outcome of \(path) is \(words.outcome(process.outcome)), expected \(words.outcome(outcome))"
            ]
        }
    }

    private func tasks() -> [String] {
        let missing = expected.tasks.filter { task in
            !agreement.tasks.contains { open in
                open.role.role == task.role && (task.state.map { $0 == open.state } ?? true)
                    && (task.due.map { $0 == open.due?.limit } ?? true) && isAt(open.process, task.process)
            }
        }
        let unwanted = expected.noTasks.filter { role in agreement.tasks.contains { $0.role.role == role } }
        let open = agreement.tasks.map { open in
            "\(open.role.role) in \(open.state)\(open.due.map { " due \(words.time($0.limit))" } ?? "")"
        }
        return missing.map { task in
            "no task of \(task.role)\(task.state.map { " in \($0)" } ?? "")"
                + "\(task.due.map { " due \(words.time($0))" } ?? ""); open: \(words.list(open.sorted()))"
        }
            + unwanted.map { "a task of \($0) is open" }
    }

    private func timers() -> [String] {
        let missing = expected.timers.filter { timer in
            !agreement.timers.contains { armed in
                armed.name == timer.name && armed.due == timer.due
                    && (timer.state.map { $0 == armed.state } ?? true)
                    && isAt(armed.process, timer.process)
            }
        }
        let armed = agreement.timers.map { "\($0.name) due \(words.time($0.due))" }.sorted()
        return missing.map {
            "no timer \($0.name) due \(words.time($0.due)); armed: \(words.list(armed))"
        }
            + expected.noTimers.filter { name in agreement.timers.contains { $0.name == name } }
            .map { "the timer \($0) is armed" }
    }

    private mutating func noticesOwed() -> [String] {
        var failures: [String] = []
        for notice in expected.notices {
            for person in notice.to {
                let id = names.person(person)
                let sent = notices.filter {
                    $0.notice == notice.id && $0.recipient == id && isAt($0.process, notice.process)
                }
                failures += Self.differs("the number of \(notice.id) to \(person)", sent.count, notice.count)
                failures += Self.differs(
                    "the last \(notice.id) to \(person)", sent.map(\.at).max(), notice.at, as: words.time)
            }
            failures += notice.only ? others(than: notice) : []
        }
        for notice in expected.noNotices {
            let people = notice.to.map { names.person($0) }
            let sent = notices.filter {
                $0.notice == notice.id && (people.isEmpty || people.contains($0.recipient))
            }
            failures += sent.isEmpty ? [] : ["\(notice.id) went out \(sent.count) times"]
        }
        return failures
    }

    private mutating func others(than notice: Expectation.Notice) -> [String] {
        let meant = Set(notice.to.map { names.person($0) })
        let others = notices.filter {
            $0.notice == notice.id && !meant.contains($0.recipient) && isAt($0.process, notice.process)
                && (notice.at ?? $0.at) == $0.at
        }
        let keys = Set(others.map { names.key(of: $0.recipient) ?? $0.recipient.description })
        return keys.sorted().map { "\(notice.id) went to \($0), too" }
    }

    private func acts() -> [String] {
        expected.acts.sorted { $0.key < $1.key }.flatMap { person, names in
            Self.differs(
                "the list of acts open to \(person)", (openActs[person] ?? []).uniqued().sorted(), names,
                as: words.list)
        }
    }

    private func steps() -> [String] {
        guard let wanted = expected.trail, wanted != trail else { return [] }
        let same = zip(trail, wanted).prefix { $0 == $1 }.count
        let (found, due) = (
            trail.dropFirst(same).first ?? "the end", wanted.dropFirst(same).first ?? "the end"
        )
        return [
            "step \(same + 1) of the trail is \(found), expected \(due); the whole trail: \(words.list(trail))"
        ]
    }

    private func retention() -> [String] {
        guard let wanted = expected.kept else { return [] }
        let found = Dictionary(kept.map { ($0.rule.code, $0.since) }, uniquingKeysWith: min)
        return Set(found.keys).union(wanted.keys).sorted().flatMap { code -> [String] in
            guard let since = wanted[code] else { return ["something is kept under the rule \(code)"] }
            return Self.differs("the end of the period of \(code)", found[code], since)
        }
    }

    private func sights() -> [String] {
        let missing = expected.sees.sorted { $0.key < $1.key }.flatMap { person, words in
            words.filter { !(seen[person]?.contains($0) ?? false) }.map { "\(person) does not see \($0)" }
        }
        let unwanted = expected.seesNot.sorted { $0.key < $1.key }.flatMap { person, words in
            words.filter { seen[person]?.contains($0) ?? false }.map { "\(person) sees \($0)" }
        }
        return missing + unwanted
    }

    private func documents() -> [String] {
        guard let wanted = expected.document else { return [] }
        guard let document = names.document(wanted.key) else { return ["there is no document \(wanted.key)"] }
        let isVoid = agreement.signatures.contains { $0.sha256 == document.sha256 && $0.void }
        return Self.differs("the version of \(wanted.key)", document.version, wanted.version)
            + Self.differs("whether \(wanted.key) is void", isVoid, wanted.void)
            + Self.differs(
                "whether \(wanted.key) is current", agreement.text?.id == document.id, wanted.current)
    }

    private func signatures() -> [String] {
        guard let wanted = expected.signatures else { return [] }
        let given = agreement.signatures
        let pairs = zip(given, wanted).enumerated().flatMap { index, pair in
            let (found, due) = pair
            let name = "signature \(index + 1)"
            return Self.differs("the party of \(name)", found.party, due.party)
                + Self.differs(
                    "the document of \(name)", found.sha256, names.document(due.document)?.sha256 ?? "",
                    as: { $0.isEmpty ? due.document : words.document($0) })
                + Self.differs("whether \(name) is void", found.void, due.void)
                + Self.differs("the date of \(name)", found.dated, due.dated)
                + Self.differs("the receipt of \(name)", found.received, due.received)
        }
        return Self.differs("the number of signatures", given.count, wanted.count) + pairs
    }

    private mutating func variables() -> [String] {
        expected.vars.sorted { $0.key < $1.key }.flatMap { name, value in
            Self.differs(
                "the variable \(name)", agreement.variables[name] ?? .null, names.json(value), as: words.value
            )
        }
    }

    private func isAt(_ path: String, _ written: String?) -> Bool {
        guard let written else { return true }
        return latest(written)?.path == path
    }

    /// The process at a path as scenarios write it; the latest of those started again.
    private func latest(_ written: String) -> Process? {
        let path = "life/\(names.path(written))"
        guard written != "life" else { return agreement.processes["life"] }
        let runs = agreement.processes.values.filter { $0.isRun(of: path) }
        let alone = agreement.processes.values.filter {
            $0.path.hasPrefix("\(path)/")
                && $0.path.split(separator: "/").count == path.split(separator: "/").count + 1
        }
        return runs.max { $0.isBefore($1) } ?? alone.max { $0.path < $1.path }
    }
}
