import Agreements
import FoundationEssentials

/// The command behind a recorded event, made again from what the event holds.
///
/// Texts that may be erased are not there; another stands for them.
struct CommandAgain {
    let event: Event
    let workflow: Workflow
    /// What stands for a text.
    var text = "…"

    /// Texts that a rule did read, since they are in what it recorded: a variable that was set, a call.
    var texts: [String] {
        changes.compactMap { change in
            switch change {
            case .variable(_, let value): value.text
            case .calledIn(let call): call.description
            default: nil
            }
        }
    }

    var command: Command {
        Command(
            requestID: event.requestID ?? "", agreement: Agreement.ID(event.stream) ?? Agreement.ID(.init()),
            actor: actor, channel: event.authority.channel, operator: event.authority.operator, body: body)
    }

    private var actor: Command.Actor {
        guard let person = Person.ID(event.authority.actor) else {
            return .system(cause: String(event.authority.actor.dropFirst("system:".count)))
        }
        return event.authority.onBehalfOf.map { .delegate(person, of: $0) } ?? .person(person)
    }

    private var body: Command.Body {
        if event.authority.actor == "system:timer" { return .serveTimers }
        if let version = changes.lazy.compactMap(\.migratedTo).first { return .migrate(to: version) }
        if let scope = changes.lazy.compactMap(\.elimination).first {
            return .eliminate(Elimination(scope, reason: text, recorded: event.payload.recorded))
        }
        if let approval = changes.lazy.compactMap(\.approval).first {
            return .approveElimination(visa(approval))
        }
        if event.type == "holders_changed", let since = event.payload.input["since"]?.text,
            let instant = try? Instant(parsing: since)
        {
            return .tellHolders(since: instant)
        }
        if event.authority.actor.hasPrefix("system:") {
            return .tell(event: event.type == "replanned" ? moved : event.type)
        }
        if case .processStarted? = changes.first(where: { $0.startsLife }) { return .propose(proposal) }
        if let document = newDocument, event.type == "document_added" { return .addDocument(document) }
        if event.type == "edit" { return .edit(dossier) }
        if let timer = changes.lazy.compactMap(\.timer).first, event.type == "timer_skipped" {
            return .skipTimer(timer, reason: text)
        }
        return .act(act)
    }

    /// The event by which dates were planned again.
    private var moved: String {
        event.authority.actor == "system:measure" ? "measure.changed" : "call.extended"
    }

    private func visa(_ approval: EliminationApproval) -> EliminationVisa {
        EliminationVisa(
            retention: approval.retention, since: approval.since, values: approval.values,
            documents: approval.documents, reason: text, recorded: event.payload.recorded)
    }

    /// The rows that an elimination or its visa named were there when it was decided.
    var erasable: ErasableStock {
        if let approval = changes.lazy.compactMap(\.approval).first {
            return ErasableStock(values: approval.values, documents: approval.documents)
        }
        guard case .named(let values, let documents)? = changes.lazy.compactMap(\.elimination).first else {
            return ErasableStock()
        }
        return ErasableStock(values: values, documents: documents)
    }

    private var changes: [Change] { event.payload.changes }

    private var proposal: Proposal {
        var proposal = Proposal(workflow: workflow.id, parties: [], dossier: dossier)
        // What follows is what the definition made of it.
        for change in changes.prefix(while: { !$0.startsLife }) {
            switch change {
            case .planned(let start, let unit, let itmo):
                (proposal.plannedStart, proposal.unit, proposal.itmo) = (start, unit, itmo)
            case .calledIn(let call): proposal.call = call
            case .partyJoined(let party): proposal.parties.append(party.id)
            case .roleAssigned(let assignment): proposal.people.append(assignment)
            case .labJoined(let lab): proposal.labs.append(lab)
            case .cites(let agreement): proposal.cites.append(agreement)
            default: break
            }
        }
        let heads = Set(proposal.labs.map { RoleAssignment(role: "LAB", person: $0.head) })
        proposal.people.removeAll { heads.contains($0) }
        if workflow.entry == .call, !proposal.people.isEmpty { proposal.people.removeFirst() }
        if let recorded = event.payload.recorded, let scan = newDocument {
            proposal.paper = ProposalPaper(
                person: recorded.person, documentDate: recorded.documentDate, scan: scan, reason: text)
        }
        return proposal
    }

    private var newDocument: NewDocument? {
        changes.lazy.compactMap(\.document).first.map {
            var document = NewDocument(
                kind: $0.kind, language: $0.language, fileName: text, bytes: Array(text.utf8))
            document.process = $0.process
            return document
        }
    }

    private var dossier: [String: JSON] {
        var dossier: [String: JSON] = [:]
        for change in changes {
            switch change {
            case .dossier(let fields): for name in fields.keys { dossier[name] = value(of: name) }
            case .dossierRemoved(let fields): for name in fields { dossier[name] = .null }
            default: break
            }
        }
        return dossier
    }

    private func value(of field: String) -> JSON {
        switch workflow.dossier.first(where: { $0.name == field })?.kind {
        case .integer: 1
        case .flag: true
        case .day: .string(Zone.paris.day(of: event.at).description)
        case .instant: .string(event.at.description)
        case .choice(let choices): .string(choices.first ?? text)
        case .text, .person, .candidate, .document, .party, .organisation, .organisations, .call, nil:
            .string(text)
        }
    }

    private var act: Act {
        var input = event.payload.input.mapValues { $0["value"] == nil ? $0.named : .string(text) }
        let hasReason = input.removeValue(forKey: "reason") != nil
        let declared = Set(
            workflow.processes.values.flatMap(\.transitions.values).filter { $0.event == event.type }
                .flatMap(\.input).map(\.name))
        if let signature = changes.lazy.compactMap(\.signature).first {
            input["sha256"] = .string(signature.sha256)
        }
        return Act(
            event.type, process: event.process, input: input.filter { declared.contains($0.key) },
            reason: hasReason ? text : nil, recorded: event.payload.recorded)
    }
}

extension JSON {
    /// The organisations that the act named, where the event holds the parties that they are.
    fileprivate var named: JSON {
        if let id = self["id"], self["country"] != nil { return id }
        guard let elements, elements.contains(where: { $0["country"] != nil }) else { return self }
        return .array(elements.map(\.named))
    }
}

extension Change {
    fileprivate var startsLife: Bool {
        if case .processStarted(let process) = self { process.path == "life" } else { false }
    }

    /// The version to which the agreement moves.
    var migratedTo: String? { if case .migrated(let version) = self { version } else { nil } }

    fileprivate var document: Document? {
        if case .documentAdded(let document) = self { document } else { nil }
    }

    fileprivate var timer: ArmedTimer.ID? {
        if case .timerClosed(let timer, fired: false) = self { timer } else { nil }
    }

    fileprivate var elimination: Elimination.Scope? {
        if case .eliminated(let values, let documents) = self {
            .named(values: values, documents: documents)
        } else {
            nil
        }
    }

    fileprivate var approval: EliminationApproval? {
        if case .eliminationApproved(let approval) = self { approval } else { nil }
    }

    fileprivate var signature: Signature? { if case .signed(let signature) = self { signature } else { nil } }
}
