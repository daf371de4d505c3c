import Agreements
import Engine
import Storage

extension CommandDesk {
    /// What failed and waits for the office; nothing for whoever is not of it.
    func operations(
        for person: String?, role: String?, _ file: Agreement.ID?, limit: Int
    ) async throws -> [TaskLine] {
        guard role == nil || role == Self.office else { return [] }
        if let person, try await !isOfOffice(try await self.person(person)) { return [] }
        return try await catalogue.operations(of: file, limit: limit).map(Self.line)
    }

    /// The role of the office that looks after deliveries and the machine.
    private static let office = "INT"

    func isOfOffice(_ person: Person.ID) async throws -> Bool {
        let now = try await installation.store.now()
        return try await catalogue.grants(of: person).contains {
            [Self.office, "ADM"].contains($0.role) && $0.holds(at: now)
        }
    }

    private static func line(_ row: OpsRow) -> TaskLine {
        TaskLine(
            row: TaskRow(row, role: office), title: title(of: row), due: nil, names: [:],
            operation: .init(row: row, hint: hint(for: row)))
    }

    private static func title(of row: OpsRow) -> LocalizedText {
        switch row.kind {
        case .notice:
            LocalizedText(
                fr: "Avis \(row.name) non remis à \(row.address ?? "") : \(row.cause.fr.shortened)",
                en: "Notice \(row.name) not delivered to \(row.address ?? ""): \(row.cause.en.shortened)")
        case .timer:
            LocalizedText(
                fr: "L’échéance \(row.name) bloque le dossier : \(row.cause.fr)",
                en: "The timer \(row.name) blocks the file: \(row.cause.en)")
        }
    }

    private static func hint(for row: OpsRow) -> LocalizedText {
        switch row.kind {
        case .notice:
            let retry = row.job.map { "entente job retry \($0)" } ?? "entente notice show \(row.id)"
            let seen = "entente notice acknowledge \(row.id) --reason"
            return LocalizedText(
                fr: "Joignez le destinataire ; `\(retry)`, ou `\(seen) MOTIF`.",
                en: "Reach the recipient; `\(retry)`, or `\(seen) TEXT`.")
        case .timer:
            let skip =
                "entente agreement skip \(row.reference ?? row.agreement.description) \(row.id) --reason"
            return LocalizedText(
                fr: "Levez la cause, l’échéance est retentée ; ou `\(skip) MOTIF`.",
                en: "Mend the cause, the timer is tried again; or `\(skip) TEXT`.")
        }
    }
}
