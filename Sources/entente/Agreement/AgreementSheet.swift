import Agreements
import App

/// One agreement as `agreement show` prints it.
struct AgreementSheet {
    let agreement: Agreement
    let workflow: Workflow
    let names: [Person.ID: String]
    let dossier: [String: JSON]
    let times: LegalTimeText
    /// What the cited agreements are called, by id.
    let cited: [Agreement.ID: String]
    /// The documents whose bytes are there.
    let stored: Set<Document.ID>
    /// The live agreements that are called as it is.
    let namesakes: Namesakes

    func text() -> String {
        [
            head(), list(say("Parties", "Parties"), agreement.parties.map(line)),
            list(say("Anciennes parties", "Former parties"), agreement.formerParties.map(line)),
            list(say("Laboratoires", "Laboratories"), labs),
            list(say("Accords cités", "Cited agreements"), cites),
            list(say("Accords vivants de même sigle", "Live agreements of this acronym"), namesakes.lines),
            list(say("Rôles", "Roles"), roles),
            list(say("Processus", "Processes"), processes), list(say("Tâches", "Tasks"), tasks),
            list(say("Dossier", "Dossier"), fields), list(say("Pièces", "Documents"), documents),
            list(say("Signatures", "Signatures"), signatures),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    func json() throws -> JSON {
        guard case .object(var members) = try JSON(row: agreement) else { return .null }
        members["dossier"] = .object(dossier)
        members["state"] = .array(agreement.state.map(JSON.string))
        members["legal_status"] = .string(agreement.legalStatus.rawValue)
        members["eliminated"] = [
            "dossier": .array(agreement.dossier.keys.filter { dossier[$0] == nil }.sorted().map(JSON.string)),
            "documents": .array(
                agreement.documents.filter { !stored.contains($0.id) }.map { .string($0.id.description) }),
        ]
        members["namesakes"] = try namesakes.json
        members["missing"] = .array(missing.map(JSON.string))
        return .object(members)
    }

    private func head() -> String {
        let heading = "\(agreement.reference ?? agreement.instrument) – \(workflow.title[Console.language])"
        let states = agreement.state.map { title(of: $0, in: "life") }.joined(separator: " + ")
        let lines: [(String, String?)] = [
            ("ID", agreement.id.description), (say("Numéro", "Register number"), agreement.registerNumber),
            (say("Définition", "Definition"), "\(agreement.workflow)@\(agreement.version)"),
            (say("État", "State"), "\(states) (\(agreement.state.joined(separator: ", ")))"),
            (say("Statut juridique", "Legal status"), agreement.legalStatus.rawValue),
            (say("Terme", "Term"), agreement.term.map { "\($0.start) – \($0.end?.description ?? "…")" }),
            (say("Début prévu", "Planned start"), agreement.plannedStart?.description),
            (
                say("Unité, ITMO", "Unit, ITMO"),
                [agreement.unit, agreement.itmo].compactMap(\.self).joined(separator: ", ")
            ),
            (
                say("Révision", "Revision"),
                "\(agreement.revision) (\(say("événement", "event")) \(agreement.seq))"
            ),
        ]
        let shown = lines.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
        let width = shown.map { $0.0.count }.max() ?? 0
        return ([heading] + shown.map { "  \($0)\(String(repeating: " ", count: width - $0.count))  \($1)" })
            .joined(separator: "\n")
    }

    private func list(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines.map { "  \($0)" }).joined(separator: "\n")
    }

    private func line(_ party: Party) -> String {
        "\(party.id)  \(party.name) (\(party.country), \(party.kind.rawValue))"
    }

    private var labs: [String] {
        agreement.labs.map { "\($0.id)  \($0.name) (\($0.party)), \(name($0.head))" }
    }

    private var cites: [String] { agreement.cites.map { cited[$0] ?? $0.description } }

    private var roles: [String] { agreement.assignments.map { "\($0.role)  \(name($0.person))" } }

    private var processes: [String] {
        agreement.processes.values.filter { $0.path != "life" }.sorted { $0.path < $1.path }.map { process in
            let states = process.state.map { title(of: $0, in: process.path) }.joined(separator: ", ")
            return
                "\(process.path)  \(states)  [\(process.status.rawValue)\(process.outcome.map { ", \($0)" } ?? "")]"
        }
    }

    private var tasks: [String] {
        agreement.tasks.map { task in
            let due =
                task.due.map { say("pour le ", "due ") + times.text($0) }
                ?? say("sans échéance", "no due date")
            return "\(task.role.description)  \(title(of: task.state, in: task.process)), \(due)"
        }
    }

    private var fields: [String] {
        let known = workflow.dossier.compactMap { field -> String? in
            guard agreement.dossier[field.name] != nil else { return nil }
            let value =
                dossier[field.name].map { $0.text ?? $0.canonical } ?? say("(éliminé)", "(eliminated)")
            return "\(field.name) = \(value)"
        }
        guard !missing.isEmpty else { return known }
        return known + [say("manquent : ", "missing: ") + missing.joined(separator: ", ")]
    }

    private var missing: [String] {
        workflow.dossier.filter { $0.required && agreement.dossier[$0.name] == nil }.map(\.name)
    }

    private var documents: [String] {
        agreement.documents.map {
            let gone = stored.contains($0.id) ? "" : say("  (éliminée)", "  (eliminated)")
            return
                "\($0.kind) \($0.version)\($0.process.map { " (\($0))" } ?? "")  \($0.size) \(say("octets", "bytes"))  \(times.text($0.addedAt))  \($0.id)"
                + gone
        }
    }

    private var signatures: [String] {
        agreement.signatures.map {
            let void = $0.void ? say(" (nulle)", " (void)") : ""
            return "\($0.party)  \(name($0.person)), \($0.dated)\(void)"
        }
    }

    private func name(_ person: Person.ID) -> String { names[person] ?? person.description }

    private func title(of state: String, in path: String) -> String {
        let definition = agreement.processes[path].flatMap { workflow.processes[$0.definition] }
        return definition?.states[state]?.title[Console.language] ?? state
    }
}
