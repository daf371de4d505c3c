package import Agreements
import Postgres

/// Something that the office must look at: it comes from no definition, but from what failed.
///
/// Rows are derived from notices, jobs and timers; they go when the thing is mended.
package struct OpsRow: Codable, Sendable, Hashable {
    package var kind: Kind
    /// The notice or the timer.
    package var id: String
    package var agreement: Agreement.ID
    package var reference: String?
    package var instrument: String
    package var process: String
    package var state: String
    /// Of the notice or the timer.
    package var name: String
    /// To whom the notice went; nil for a timer.
    package var address: String?
    /// The job to redrive; nil for a timer.
    package var job: Int?
    package var cause: LocalizedText
    /// The legal instant since when.
    package var since: Instant

    /// What failed; raw values are stored nowhere, and shown.
    package enum Kind: String, Codable, Sendable, Hashable {
        case notice, timer
    }

    init(row: Row) throws {
        let kind = try row.decode(String.self, "kind")
        guard let known = Kind(rawValue: kind) else { throw StorageFault.unreadable("kind \(kind)") }
        (self.kind, id, agreement) = (known, try row["id"], try row["agreement"])
        (reference, instrument) = (try row["reference"], try row["instrument"])
        (process, state, name) = (try row["process"], try row["state"], try row["name"])
        (address, job, since) = (try row["address"], try row["job"], try row["since"])
        cause = LocalizedText(fr: try row["cause_fr"], en: try row["cause_en"])
    }
}
