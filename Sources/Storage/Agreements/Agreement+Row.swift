import Agreements
import Engine
import FoundationEssentials

extension Agreement {
    /// The agreement's row; its snapshot travels as a text that the database parses.
    func row(at instant: Instant?) throws -> JSON {
        [
            "id": .string(id.description), "workflow": .string(workflow), "version": .string(version),
            "instrument": .string(instrument), "seq": .integer(Int64(seq)),
            "revision": .integer(Int64(revision)),
            "head_hash": .string(headHash), "state": .array(state.map(JSON.string)),
            "legal": .string(legalStatus.rawValue), "reference": .text(reference),
            "register_number": .text(registerNumber), "call": .text(call), "unit": .text(unit),
            "itmo": .text(itmo),
            "parties": .array(parties.map { .string($0.id) }), "term_start": .text(term?.start),
            "term_end": .text(term?.end), "snapshot": .string(try JSONText.write(self)),
            "updated_at": .text(lastAt ?? instant),
        ]
    }
}

extension Process {
    var row: JSON {
        [
            "path": .string(path), "definition": .string(definition), "status": .string(status.rawValue),
            "state": .array(state.map(JSON.string)), "outcome": .text(outcome),
        ]
    }
}

extension Document {
    func row(_ stored: Decision.StoredDocument, seq: Int) -> JSON {
        let contents: [String: JSON] = [
            "file_name": .string(stored.fileName), "salt": .string(Data(stored.salt).base64EncodedString()),
            "bytes": .string(Data(stored.bytes).base64EncodedString()),
        ]
        return .object(columns(seq: seq).merging(contents) { $1 })
    }

    /// The row without what it holds.
    func row(seq: Int) -> JSON { .object(columns(seq: seq)) }

    private func columns(seq: Int) -> [String: JSON] {
        [
            "id": .string(id.description), "seq": .integer(Int64(seq)), "kind": .string(kind),
            "process": .text(process), "version": .integer(Int64(version)), "language": .text(language),
            "size": .integer(Int64(size)),
            "sha256": .text(sha256), "salted_hash": .text(saltedHash), "added_at": .text(addedAt),
        ]
    }
}

extension ErasableValue {
    var row: JSON {
        [
            "id": .string(id.description), "salt": .string(Data(salt).base64EncodedString()), "value": value,
        ]
    }
}

extension OwedNotice {
    /// The columns of its row that its event decides.
    func row(at event: Event) -> JSON { .object(columns(seq: event.seq, at: event.at)) }

    fileprivate func columns(seq: Int, at instant: Instant?) -> [String: JSON] {
        [
            "event_seq": .integer(Int64(seq)), "notice": .string(notice),
            "recipient": .string(recipient.description), "process": .string(process), "state": .string(state),
            "entry_seq": .integer(Int64(entrySeq)), "occurrence": .string(occurrence),
            "reminder": .bool(isReminder), "created_at": .text(instant),
        ]
    }
}

extension ComposedNotice {
    func row(createdAt: Instant?) -> JSON {
        let text: [String: JSON] = [
            "id": .string(id.uuidString.lowercased()), "asks": .bool(asksForStep || owed.isReminder),
            "message_id": .string(messageID),
            "to_name": .string(to.name), "to_address": .string(to.email), "copy": .text(copy),
            "subject": .string(subject), "text": .string(text), "html": .string(html),
            "language": .string(language),
        ]
        return .object(owed.columns(seq: eventSeq, at: createdAt).merging(text) { $1 })
    }
}
