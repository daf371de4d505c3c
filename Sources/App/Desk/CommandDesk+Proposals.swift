import Agreements
import Crypto
package import Engine
import FoundationEssentials
import Storage

extension CommandDesk {
    /// Opens a new file.
    package func propose(_ order: ProposalOrder, as name: String?, requestID: String?) async throws -> Answer
    {
        let actor = try await actor(as: name)
        let command = try await command(order, by: actor, requestID ?? freshRequestID)
        return try await sending(command.requestID) { try await installation.engine.submit(command) }
    }

    /// The sheet in these bytes; `workflow` is taken where no column names one.
    ///
    /// - Throws: ``Refusal`` for a workflow that does not exist.
    package func sheet(_ bytes: [UInt8], workflow: String?) async throws -> ProposalSheet {
        guard let workflow else { return ProposalSheet(bytes, workflow: nil) }
        let fields = try await installation.engine.workflow(workflow, nil).dossier.map(\.name)
        return ProposalSheet(bytes, workflow: workflow, fields: fields)
    }

    /// Opens one file for each line of a sheet, after all of them were tried: nothing is stored when any line
    /// is bad.
    ///
    /// A line has a request id of its own, made of the sheet's bytes and its number: the same sheet again
    /// changes nothing and gets the same answers.
    /// - Throws: ``SheetProblems`` with every bad line; a ``Refusal`` or fault of the whole.
    package func propose(_ sheet: ProposalSheet, as name: String?) async throws -> [Answer] {
        let actor = try await actor(as: name)
        var commands: [(line: Int, command: Command)] = []
        var problems = sheet.problems
        for row in sheet.rows {
            do {
                let command = try await command(row.order, by: actor, "csv/\(sheet.sha256)/\(row.line)")
                try await check(command)
                commands.append((row.line, command))
            } catch let refusal as Refusal {
                problems.append(row.problem(refusal.text, code: refusal.code))
            } catch let usage as WrongUsage {
                problems.append(row.problem(usage))
            }
        }
        guard problems.isEmpty else {
            throw SheetProblems(problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        var answers: [Answer] = []
        for (_, command) in commands {
            answers.append(try await sending(nil) { try await installation.engine.submit(command) })
        }
        return answers
    }

    /// The same request makes the same identity, so that its second arrival can get the first answer.
    private func command(_ order: ProposalOrder, by actor: Person.ID, _ requestID: String) async throws
        -> Command
    {
        Command(
            requestID: requestID, agreement: Identifier(.derived(from: "agreement\n\(actor)\n\(requestID)")),
            actor: .person(actor), channel: channel, operator: noted,
            body: .propose(try await proposal(order)))
    }

    /// Decides without recording; a file that is there already was made by the same sheet.
    private func check(_ command: Command) async throws {
        guard case .propose(let proposal) = command.body, case .person(let actor) = command.actor else {
            return
        }
        let snapshot = try await installation.store.snapshot(
            SnapshotQuery(
                agreement: command.agreement, people: [actor], proposal: proposal, call: proposal.call))
        guard snapshot.agreement == nil else { return }
        let workflow = try await installation.engine.workflow(proposal.workflow, nil)
        let decider = Decider(workflow: workflow, facts: snapshot.facts, randomness: installation.randomness)
        if let refusal = decider.decide(command, on: nil).refusal { throw refusal }
    }

    private func proposal(_ order: ProposalOrder) async throws -> Proposal {
        let workflow = try await installation.engine.workflow(order.workflow, nil)
        if let itmo = order.itmo { try await check(itmo: itmo) }
        let fields = try await NamedValues(desk: self, option: "--field").read(
            order.fields, as: workflow.dossierFields)
        var proposal = Proposal(
            workflow: workflow.id, call: try await call(order.call, of: workflow), unit: order.unit,
            itmo: order.itmo,
            plannedStart: try order.start.map { try times.day($0, "--start") }, parties: order.parties,
            people: try await assignments(order.roles), dossier: order.file.merging(fields) { $1 })
        try await check(dossier: proposal.dossier)
        proposal.labs = try await labs(order.labs)
        for name in order.cites { proposal.cites.append(try await agreement(name).id) }
        if let paper = order.paper {
            proposal.paper = ProposalPaper(
                person: try await person(paper.person), documentDate: try times.day(paper.dated, "--dated"),
                scan: paper.scan, reason: paper.reason)
        }
        return proposal
    }

    /// The call that is named; where none is, the only one that is open to the instrument.
    private func call(_ name: String?, of workflow: Workflow) async throws -> Call.ID? {
        if let name { return try await call(name).id }
        guard workflow.entry == .call else { return nil }
        let now = try await installation.store.now()
        let open = try await catalogue.calls().filter {
            $0.isOpen(at: now) && $0.instruments.contains(workflow.instrument)
        }
        guard open.count == 1 else { throw Refusal.noOpenCall }
        return open.first?.id
    }

    private func labs(_ texts: [String]) async throws -> [Lab] {
        var labs: [Lab] = []
        for text in texts {
            let (id, value) = try NamedValues.pair(text, "--lab")
            let parts = value.split(separator: ":", maxSplits: 2).map(String.init)
            guard parts.count == 3 else {
                throw WrongUsage("--lab", "\"\(text.shortened)\" is not written ID=PARTY:HEAD:NAME")
            }
            labs.append(Lab(id: id, name: parts[2], party: parts[0], head: try await person(parts[1])))
        }
        return labs
    }

    private func assignments(_ texts: [String]) async throws -> [RoleAssignment] {
        var assignments: [RoleAssignment] = []
        for text in texts {
            let (role, name) = try NamedValues.pair(text, "--role")
            assignments.append(RoleAssignment(role: try Self.role(role), person: try await person(name)))
        }
        return assignments
    }
}

extension UUID {
    /// An identity of form 8 (RFC 9562 section 5.8): the first 128 bits of SHA-256 of `text`.
    static func derived(from text: String) -> UUID {
        var bytes = Array(SHA256.hash(data: Data(text.utf8)))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) }
    }
}
