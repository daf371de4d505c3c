import Agreements
import App
import ArgumentParser

/// The command `entente staffing`.
struct StaffingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffing", abstract: "Whether every step has somebody who can do it, each day.",
        subcommands: [Check.self])

    static func json(_ gap: StaffingGap) -> JSON {
        var members: [String: JSON] = [
            "agreement": .string(gap.agreement.description), "reference": .optional(gap.reference),
            "process": .string(gap.process), "state": .string(gap.state), "act": .string(gap.act),
            "roles": .list(gap.roles) { .string($0.description) }, "open": .bool(gap.isOpen),
            "from": .string(gap.from.description), "until": .string(gap.until.description),
        ]
        switch gap.why {
        case .nobody: members["why"] = "nobody"
        case .absent: members["why"] = "absent"
        case .excluded(let duties):
            members["why"] = "excluded"
            members["duties"] = .list(duties) { .string($0) }
        }
        return .object(members)
    }

    static func json(_ single: SingleHolder) -> JSON {
        [
            "agreement": .string(single.agreement.description), "reference": .optional(single.reference),
            "roles": .list(single.roles) { .string($0.description) },
            "person": .string(single.person.description), "from": .string(single.from.description),
            "until": .string(single.until.description),
        ]
    }

    /// What follows an answer that leaves open steps without anybody; empty when none.
    static func warnings(_ gaps: [StaffingGap]) -> String {
        guard !gaps.isEmpty else { return "" }
        let open = gaps.count(where: \.isOpen)
        let head = say(
            "\nAttention : plus personne pour \(gaps.count) étape(s), dont \(open) ouverte(s).",
            "\nWarning: nobody is left for \(gaps.count) step(s), \(open) of them open.")
        return head + "\n" + table(Array(gaps.prefix(warnedMax))).text()
    }

    /// Lines of a warning: `entente staffing check` lists all.
    private static let warnedMax = 40

    static func table(_ gaps: [StaffingGap]) -> Table {
        var table = Table(
            say("DOSSIER", "FILE"), say("PROCESSUS", "PROCESS"), say("ÉTAT", "STATE"), say("ACTE", "ACT"),
            say("RÔLE", "ROLE"), say("QUAND", "WHEN"), say("DU", "FROM"), say("AU", "UNTIL"),
            say("POURQUOI", "WHY"))
        for gap in gaps {
            table.add(
                gap.reference ?? gap.agreement.description, gap.process, gap.state, gap.act,
                gap.roles.map(\.description).joined(separator: ", "),
                gap.isOpen ? say("ouverte", "open") : say("à venir", "to come"), gap.from.description,
                gap.until.description, words(gap.why))
        }
        return table
    }

    private static func words(_ why: StaffingGap.Why) -> String {
        switch why {
        case .nobody: say("personne n’a ce rôle", "nobody holds the role")
        case .absent: say("tous absents", "all absent")
        case .excluded(let duties):
            say("tous exclus : ", "all excluded: ") + duties.joined(separator: ", ")
        }
    }
}
