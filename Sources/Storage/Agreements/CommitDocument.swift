import Agreements
import Engine
import FoundationEssentials

/// A commit as `entente.commit_batch` reads it.
///
/// What the projections need is taken from the events' changes, so that tables and events cannot tell two
/// stories.
struct CommitDocument {
    let commit: Commit
    private let agreement: Agreement
    private let events: [Event]

    init(_ commit: Commit) {
        self.commit = commit
        agreement = commit.decision.agreement
        events = commit.decision.events
    }

    func json(institution: String) throws -> JSON {
        let stream = agreement.id.description
        return [
            "stream": .string(stream), "expected_seq": .integer(Int64(commit.expectedSeq)),
            "genesis": .string(Event.genesis(stream: stream, institution: institution)),
            "request": request, "answer": try commit.answer.map { try JSON(encoding: $0) } ?? .null,
            "authority": authority, "numbers": numbers, "agreement": try agreement.row(at: events.last?.at),
            "events": .array(try events.map { try $0.row() }), "processes": processes,
            "assignments": assignments, "assignments_ended": rows(ChangeRow.roleReleased),
            "tasks_opened": rows(ChangeRow.taskOpened), "tasks_closed": rows(ChangeRow.taskClosed),
            "timers_armed": rows(ChangeRow.timerArmed), "timers_closed": rows(ChangeRow.timerClosed),
            "values": .array(commit.decision.values.map(\.row)), "documents": documents,
            "tellings": tellings, "claims_name": .bool(commit.claimsName),
            "notices": .array(commit.notices.map { $0.row(createdAt: createdAt($0)) }),
        ]
    }

    private var request: JSON {
        guard let request = commit.request else { return .null }
        return [
            "actor": .string(request.actor), "id": .string(request.id),
            "fingerprint": .string(request.fingerprint),
        ]
    }

    private var authority: JSON {
        .array(
            commit.authority.map { person, version in
                ["person": .string(person.description), "version": .integer(Int64(version))]
            })
    }

    private var numbers: JSON {
        .array(
            commit.decision.numbers.map {
                ["series": .string($0.series), "number": .integer(Int64($0.number))]
            })
    }

    private var tellings: JSON {
        .array(
            commit.decision.tellings.map {
                ["event": .string($0.event), "seq": .integer(Int64($0.seq))]
            })
    }

    private var processes: JSON {
        .array(agreement.processes.values.map(\.row))
    }

    private var assignments: JSON { rows(ChangeRow.roleAssigned) }

    private var documents: JSON {
        let stored = Dictionary(commit.decision.documents.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return rows { change, event in
            guard case .documentAdded(let document) = change, let bytes = stored[document.id] else {
                return nil
            }
            return document.row(bytes, seq: event.seq)
        }
    }

    private func rows(_ row: (Change, Event) -> JSON?) -> JSON {
        .array(events.flatMap { event in event.payload.changes.compactMap { row($0, event) } })
    }

    private func createdAt(_ notice: ComposedNotice) -> Instant? {
        events.first { $0.seq == notice.eventSeq }?.at ?? events.last?.at
    }
}
