import Agreements
import App
import Engine
import Postgres
import Storage
import TestSupport
import Testing

/// Random acts on files of one definition, in a database of their own.
struct RandomActs {
    /// Refusals that say that the machine itself failed.
    private static let faults: Set<String> = [
        "endless", "unreadable_state", "unwritable_event", "legal_status", "rule_failed", "fault",
        "contended",
    ]

    let workflow: Workflow
    let installation: Installation
    private let note: String
    private var commands: RandomCommands
    private var facts = Laboratory.facts()
    private var files: [Agreement.ID] = []
    /// How often each answer came.
    private(set) var answers: [String: Int] = [:]

    /// A new database with the register of the laboratory and two files; of LIA one is submitted in time.
    init(_ name: String, seed: UInt64) async throws {
        workflow = try Laboratory.workflow(name)
        note = "\(name), seed \(seed)"
        commands = RandomCommands(seed: seed)
        installation = try await TestSite.make(start: facts.now).installation()
        let path = "\(installation.settings.workflowsFolder)/\(name).yaml"
        _ = try await WorkflowPublisher(installation).publish(path, by: nil, operator: nil)
        try await fillRegister()
        for number in 1...2 { try await propose(House.identifier(UInt8(200 + number))) }
        guard name == "lia", let last = files.last else { return }
        for (number, step) in Laboratory.submission.enumerated() {
            try await give(step.body, by: step.person, to: last, as: "submission/\(number)")
        }
    }

    private func fillRegister() async throws {
        for (number, change) in facts.registerChanges.enumerated() {
            var contact: Contact?
            if case .personAdded(let person) = change {
                contact = Contact(name: "Person \(number)", email: "\(person.id)@entente.example")
            }
            try await installation.desk.submit(
                RegisterCommand(
                    requestID: "house/\(number)", actor: nil, channel: .scenario, change: change,
                    contact: contact))
        }
    }

    private mutating func propose(_ id: Agreement.ID) async throws {
        let (proposal, proposer) = Laboratory.proposal(workflow)
        try await give(.propose(proposal), by: proposer, to: id, as: "proposal/\(id)")
        files.append(id)
    }

    private func give(
        _ body: Command.Body, by person: Person.ID, to id: Agreement.ID, as requestID: String
    ) async throws {
        _ = try await installation.engine.submit(
            Command(
                requestID: requestID, agreement: id, actor: .person(person), channel: .scenario, body: body))
    }

    /// Gives so many commands, to one file after the other, while time goes by or leaps.
    mutating func play(_ steps: Int) async throws {
        let clock = ClockService(installation, delivering: false)
        for step in 1...steps {
            let agreement = try await file(files[step % files.count])
            try await give(command(step, on: agreement), on: agreement, "\(note), step \(step)")
            facts.now = facts.now.adding(milliseconds: commands.pause())
            try await clock.advance(to: facts.now, jump: commands.chance(50))
        }
    }

    private mutating func command(_ step: Int, on agreement: Agreement) -> Command {
        let (body, actor) = commands.next(for: agreement, workflow, facts)
        return Command(
            requestID: "act/\(step)", agreement: agreement.id, actor: actor, channel: .scenario,
            expectedRevision: commands.seen(of: agreement), body: body)
    }

    private mutating func give(_ command: Command, on agreement: Agreement, _ note: String) async throws {
        let read = try await installation.store.snapshot(SnapshotQuery(agreement: agreement.id)).facts
        (facts.dossier, facts.takenNames) = (read.dossier, read.takenNames)
        let expected = Decider(workflow: workflow, facts: facts, randomness: House.randomness())
            .decide(command, on: agreement)
        let answer: Answer
        do { answer = try await installation.engine.submit(command) } catch let refusal as Refusal {
            answers[refusal.code, default: 0] += 1
            #expect(!Self.faults.contains(refusal.code), "\(note): \(refusal.text.en)")
            #expect(refusal.code == expected.refusal?.code, "\(note)")
            return
        }
        answers["accepted", default: 0] += 1
        #expect(expected.refusal == nil, "\(note)")
        let recorded = try await installation.catalogue.history(
            of: agreement.id.description, after: agreement.seq)
        #expect(recorded.map(Told.init) == expected.events.map(Told.init), "\(note)")
        if commands.chance(15) { try await repeatRequest(command, answer, note) }
    }

    /// The same request has the same answer, and its name is taken.
    private func repeatRequest(_ command: Command, _ answer: Answer, _ note: String) async throws {
        #expect(try await installation.engine.submit(command) == answer, "\(note), again")
        guard answer.seq != nil else { return }
        var other = command
        other.body = .edit(["acronym": "another"])
        let refusal = await #expect(throws: Refusal.self, "\(note), under a taken name") {
            try await installation.engine.submit(other)
        }
        #expect(refusal?.code == "request_id_reused", "\(note)")
    }

    private func file(_ id: Agreement.ID) async throws -> Agreement {
        try #require(await installation.catalogue.agreement(id))
    }

    /// What an event tells, without the identifiers that are drawn at random.
    private struct Told: Equatable {
        var type: String
        var process: String
        var state: [String]
        var notices: [String]

        init(_ event: Event) {
            (type, process, state) = (event.type, event.process, event.toState)
            notices = event.payload.notices.map { "\($0.notice) \($0.recipient) \($0.occurrence)" }.sorted()
        }
    }
}
