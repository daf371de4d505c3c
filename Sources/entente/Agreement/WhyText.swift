import Agreements
import App

/// The answer of `agreement why`, for people.
struct WhyText {
    let why: App.Why
    let times: LegalTimeText
    /// The name of whoever asked.
    let asker: String?

    func text() -> String {
        ([head] + [waits, timers, namesakes, acts].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") })
            .joined(separator: "\n\n")
    }

    private var head: String {
        let states = why.state.map { "\(words($0.title)) (\($0.id))" }.joined(separator: " + ")
        return "\(why.reference ?? why.agreement.description): \(states); "
            + say("statut juridique", "legal status") + " \(why.legal.rawValue)"
    }

    private var waits: [String] {
        guard !why.waits.isEmpty else { return [say("N’attend personne.", "Waits on nobody.")] }
        return [say("Attend :", "Waits on:")] + why.waits.flatMap(lines)
    }

    private func lines(_ wait: App.Why.Wait) -> [String] {
        let holders = wait.holders.map(holder).joined(separator: ", ")
        let nobody = say("personne ne tient ce rôle aujourd’hui", "nobody holds this role today")
        let due = wait.due.map(times.text) ?? say("sans échéance", "no due date")
        let late = wait.due.map { !$0.accepts(why.now) } ?? false
        return [
            "  \(wait.role): \(words(wait.task)) – \(holders.isEmpty ? nobody : holders)",
            say("    depuis le ", "    since ") + times.text(wait.since)
                + say(", pour le ", ", due ") + due + (late ? say(" (en retard)", " (late)") : ""),
            say("    règle : état ", "    rule: state ") + "\(wait.process)/\(wait.state)"
                + (wait.rule.map { say(", échéance `\($0)`", ", due `\($0)`") } ?? "")
                + (wait.place.map { " (\($0))" } ?? ""),
        ]
    }

    private func holder(_ holder: App.Why.Holder) -> String {
        let name = holder.name ?? holder.person.description
        return switch holder.right {
        case .assignment: say("\(name) (désigné dans ce dossier)", "\(name) (assigned in this file)")
        case .process: name
        case .grant:
            say(
                "\(name) (rôle attribué, portée \(holder.detail ?? "?"))",
                "\(name) (grant, scope \(holder.detail ?? "?"))")
        case .delegation:
            say(
                "\(name) (par délégation de \(holder.detail ?? "?"))",
                "\(name) (by delegation of \(holder.detail ?? "?"))")
        }
    }

    private var timers: [String] {
        guard !why.timers.isEmpty else { return [] }
        var table = Table(say("ÉCHÉANCE", "DUE"), say("EFFET", "EFFECT"), say("ÉTAT", "STATE"))
        for clock in why.timers {
            table.add(times.text(clock.due), words(clock.effect), "\(clock.process)/\(clock.state)")
        }
        return [say("Minuteries armées :", "Armed timers:")] + Self.indented(table.text())
    }

    private var namesakes: [String] {
        guard !why.namesakes.isEmpty else { return [] }
        return [say("Accords vivants de même sigle :", "Live agreements of this acronym:")]
            + why.namesakes.lines.map { "  \($0)" }
    }

    private var acts: [String] {
        guard let asker else { return [say("Vos actes : --as PERSONNE.", "Your acts: --as PERSON.")] }
        guard !why.acts.isEmpty else { return [say("Aucun acte n’est ouvert.", "No act is open.")] }
        return [say("Actes, pour \(asker) :", "Acts, for \(asker):")] + why.acts.flatMap(lines)
    }

    private func lines(_ act: App.Why.ActAnswer) -> [String] {
        let title = act.title.map { " – \(words($0))" } ?? ""
        let input = act.input.isEmpty ? "" : " [\(act.input.joined(separator: ", "))]"
        let process = act.process == "life" ? "" : " (\(act.process))"
        let grantor = act.onBehalfOf.map { $0.name ?? $0.person.description }
        let delegated = grantor.map {
            say(" – par délégation de \($0) (--for)", " – delegated by \($0) (--for)")
        }
        let name = "\(act.act)\(input)\(process)\(title)\(delegated ?? "")"
        guard !act.allowed else { return [say("  oui  ", "  yes  ") + name] }
        let rule = act.rule.map { [say("         règle : ", "         rule: ") + $0] } ?? []
        return [
            say("  non  ", "  no   ") + name, "         \(act.refusal.map(words) ?? "") [\(act.code ?? "")]",
        ] + rule
            + act.reads.map { "         \($0.path) = \($0.value.canonical)" }
    }

    private func words(_ text: LocalizedText) -> String { text[Console.language] }

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n").map { "  \($0)" }
    }
}
