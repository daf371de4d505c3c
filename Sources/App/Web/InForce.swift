import Agreements
import Notices

/// What an act's form takes over from the agreement in force, so that nobody types it again.
struct InForce {
    let agreement: Agreement
    let names: [Person.ID: String]

    /// What a field holds before anything is typed: the newest document of its name, or what was agreed last.
    ///
    /// A field that is left as it is says the same as before.
    func value(of field: InputField) -> String? {
        if let value = present(field) { return value }
        return switch field.kind {
        case .document where Self.handedInOnce.contains(field.name): nil
        case .document:
            agreement.documents.last { $0.kind == (Self.kinds[field.name] ?? field.name) }?.id.description
        case .choice(let values):
            Self.variables[field.name].flatMap { agreement.variables[$0]?.text }.flatMap {
                values.contains($0) ? $0 : nil
            }
        case .integer:
            Self.variables[field.name].flatMap { agreement.variables[$0]?.number }.flatMap {
                $0 > 0 ? "\($0)" : nil
            }
        default: nil
        }
    }

    /// What a field would change by being there: the page leaves it out of an act where it is as it was.
    func present(_ field: InputField) -> String? {
        switch (field.name, field.kind) {
        case ("newEnd", .day): return agreement.term?.end?.description
        case ("coordinator", .person), ("coordinator", .candidate):
            let coordinators = agreement.assignments.filter { $0.role == "COORD" }
            return coordinators.count == 1 ? coordinators[0].person.description : nil
        default: return nil
        }
    }

    /// What is in force, beside a field that would change it.
    func help(of field: InputField) -> LocalizedText? {
        switch field.name {
        case "newEnd":
            return agreement.term?.end.map { end in
                LocalizedText(
                    fr: "Terme en vigueur : \(Typography(.french).date(end)).",
                    en: "End in force: \(Typography(.english).date(end)).")
            }
        case "newParties":
            let parties = agreement.parties.map(\.name).joined(separator: ", ")
            return LocalizedText(fr: "Parties actuelles : \(parties).", en: "Parties now: \(parties).")
        case "coordinator":
            let people = agreement.assignments.filter { $0.role == "COORD" }.compactMap { names[$0.person] }
            guard !people.isEmpty else { return nil }
            let list = people.joined(separator: ", ")
            return LocalizedText(fr: "Coordination actuelle : \(list).", en: "Coordinators now: \(list).")
        default: return nil
        }
    }

    /// What was handed in before is not what is handed in now.
    private static let handedInOnce: Set<String> = ["report", "statement", "minutes", "note"]

    /// Fields for documents whose kind has another name.
    private static let kinds = ["list": "errata"]

    /// Fields whose last value is kept in a variable.
    private static let variables = ["mode": "termMode", "years": "years", "effect": "effect"]
}
