import Agreements
import App
import Engine
import Web

/// A forecast as `entente forecast` prints it.
struct ForecastReport {
    let lines: [ForecastLine]
    let times: LegalTimeText

    func text() -> String {
        var table = Table(
            say("QUAND", "WHEN"), say("DOSSIER", "FILE"), say("QUOI", "WHAT"), say("OBJET", "SUBJECT"),
            say("QUI", "WHO"))
        for line in lines {
            table.add(
                when(line), line.file, line.word[Console.language], line.title[Console.language], who(line))
        }
        return table.text(empty: say("Rien d’ici là.", "Nothing until then."))
    }

    func json() -> JSON {
        .list(lines) { line in
            var members: [String: JSON] = [
                "at": .string(line.item.at.description),
                "agreement": .string(line.item.agreement.description),
                "file": .string(line.file), "kind": .string(line.item.kind), "name": .string(line.item.name),
                "process": .string(line.item.process), "state": .string(line.item.state),
                "title": .string(line.title[Console.language]), "who": .array(line.who.map(JSON.string)),
                "uid": .string(line.uid),
            ]
            members["day"] = line.day.map { .string($0.description) }
            members.merge(details(line.item.matter)) { $1 }
            return .object(members)
        }
    }

    func csv() -> String {
        let head = [
            "at", "day", "file", "agreement", "kind", "name", "process", "state", "title", "who", "uid",
        ]
        let rows = lines.map { line in
            [
                times.text(line.item.at), line.day?.description ?? "", line.file,
                line.item.agreement.description, line.item.kind, line.item.name, line.item.process,
                line.item.state, line.title[Console.language], line.who.joined(separator: "; "), line.uid,
            ]
        }
        return CSVText.write([head] + rows)
    }

    func calendar(zone: Zone, stamp: Instant) -> String {
        ICalendarText(zone: zone, stamp: stamp).text(lines.map { $0.entry(in: Console.language) })
    }

    private func when(_ line: ForecastLine) -> String {
        if case .deadline(_, _, let deadline) = line.item.matter { return times.text(deadline) }
        return line.day?.description ?? times.text(line.item.at)
    }

    private func who(_ line: ForecastLine) -> String? {
        line.who.isEmpty ? nil : line.who.joined(separator: ", ")
    }

    private func details(_ matter: ForecastItem.Matter) -> [String: JSON] {
        switch matter {
        case .deadline(let role, _, let deadline):
            ["role": .string(role.description), "limit": .string(deadline.limit.description)]
        case .timer(_, let event, let to):
            ["event": .string(event), "to": .array(to.map(JSON.string))]
        case .renewalWindow: [:]
        case .notice(let id, let recipients, let occurrence, let due):
            [
                "notice": .string(id), "occurrence": .string(occurrence),
                "recipients": .array(recipients.map { .string($0.description) }),
                "due": .optional(due?.limit.description),
            ]
        case .legal(let status, let day):
            ["legal": .string(status.rawValue), "effective_on": .string(day.description)]
        case .blocked(_, let refusal): ["code": .string(refusal.code)]
        }
    }
}
