import Agreements
import App
import Engine

/// What a new version changes, file by file, as `workflow impact` and `workflow publish --migrate` print it.
struct ImpactReport {
    let files: [FileImpact]
    let names: [Person.ID: String]
    let times: LegalTimeText

    func text() -> String {
        let none = say("Aucun dossier ne suit une autre version.", "No file follows another version.")
        return files.isEmpty ? none : files.map(text).joined(separator: "\n")
    }

    func json() -> JSON { .list(files, json) }

    private func text(_ file: FileImpact) -> String {
        let head = "\(file.file) (\(file.impact.from))"
        if let refusal = file.impact.refusal {
            return say("\(head) : reste – ", "\(head): stays – ") + refusal.text[Console.language]
        }
        let nothing = say("\(head) : rien d’autre ne change", "\(head): nothing else changes")
        guard !file.impact.changes.isEmpty else { return nothing }
        return ([head + say(" :", ":")] + file.impact.changes.map { "  \(line($0))" }).joined(separator: "\n")
    }

    private func line(_ change: ImpactChange) -> String {
        switch change {
        case .states(let process, let before, let after):
            "\(process): \(states(before)) → \(states(after))"
        case .legal(let before, let after):
            say("statut juridique", "legal status") + ": \(before.rawValue) → \(after.rawValue)"
        case .task(let process, let state, let before, let after):
            say("tâche", "task") + " \(process) \(state): \(ask(before)) → \(ask(after))"
        case .timer(let process, let state, let name, let before, let after):
            say("échéance", "timer") + " \(name) (\(process) \(state)): \(ring(before)) → \(ring(after))"
        case .notice(let id, _, let recipients):
            say("avis", "mail") + " \(id): \(recipients.map { names[$0] ?? "\($0)" }.joined(separator: ", "))"
        case .act(let process, let name, let before, let after):
            say("acte", "act") + " \(name) (\(process)): \(standing(before)) → \(standing(after))"
        }
    }

    private func states(_ states: [String]?) -> String { states?.joined(separator: " ") ?? "–" }

    private func ring(_ ring: ImpactChange.Ring?) -> String {
        guard let ring else { return "–" }
        let roles = ring.recipients.map { " (\($0.map(\.description).joined(separator: ", ")))" }
        return times.text(ring.due) + (roles ?? "")
    }

    private func ask(_ ask: ImpactChange.Ask?) -> String {
        guard let ask else { return "–" }
        return [ask.role.description, ask.due.map(times.text)].compactMap(\.self).joined(separator: " ")
    }

    private func standing(_ standing: ImpactChange.Standing?) -> String {
        guard let standing else { return "–" }
        let roles = standing.by.map(\.description).joined(separator: ", ")
        guard let refusal = standing.refusal else { return say("permis", "allowed") + " (\(roles))" }
        return say("refusé", "refused") + " (\(roles)): \(refusal), \(standing.rule ?? "")"
    }
}

extension ImpactReport {
    private func json(_ file: FileImpact) -> JSON {
        var members: [String: JSON] = [
            "agreement": .string(file.impact.agreement.description), "file": .string(file.file),
            "from": .string(file.impact.from), "moves": .bool(file.impact.refusal == nil),
            "changes": .list(file.impact.changes, json),
        ]
        if let refusal = file.impact.refusal {
            members["code"] = .string(refusal.code)
            members["states"] = .array(refusal.state.map(JSON.string))
        }
        return .object(members)
    }

    private func json(_ change: ImpactChange) -> JSON {
        switch change {
        case .states(let process, let before, let after):
            row("states", process, [:], json(before), json(after))
        case .legal(let before, let after):
            row("legal", "life", [:], .string(before.rawValue), .string(after.rawValue))
        case .task(let process, let state, let before, let after):
            row("task", process, ["state": .string(state)], json(before), json(after))
        case .timer(let process, let state, let name, let before, let after):
            row(
                "timer", process, ["state": .string(state), "name": .string(name)],
                json(before), json(after))
        case .notice(let id, let process, let recipients):
            row("notice", process, ["name": .string(id)], .null, .list(recipients) { .string("\($0)") })
        case .act(let process, let name, let before, let after):
            row("act", process, ["name": .string(name)], json(before), json(after))
        }
    }

    private func json(_ ring: ImpactChange.Ring?) -> JSON {
        guard let ring else { return .null }
        guard let roles = ring.recipients else { return .string(ring.due.description) }
        return ["due": .string(ring.due.description), "to": .list(roles) { .string($0.description) }]
    }

    private func row(
        _ kind: String, _ process: String, _ more: [String: JSON], _ before: JSON, _ after: JSON
    ) -> JSON {
        let members: [String: JSON] = [
            "kind": .string(kind), "process": .string(process), "before": before, "after": after,
        ]
        return .object(members.merging(more) { $1 })
    }

    private func json(_ states: [String]?) -> JSON { states.map { .array($0.map(JSON.string)) } ?? .null }

    private func json(_ ask: ImpactChange.Ask?) -> JSON {
        guard let ask else { return .null }
        return [
            "role": .string(ask.role.description), "narrowed_to": .optional(ask.narrowedTo),
            "due": .optional(ask.due?.limit.description),
        ]
    }

    private func json(_ standing: ImpactChange.Standing?) -> JSON {
        guard let standing else { return .null }
        return [
            "by": .array(standing.by.map { .string($0.description) }),
            "allowed": .bool(standing.refusal == nil), "refusal": .optional(standing.refusal),
            "rule": .optional(standing.rule),
        ]
    }
}
