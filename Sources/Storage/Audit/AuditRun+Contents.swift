import Agreements
import Crypto
import FoundationEssentials
import Postgres

extension AuditRun {
    /// Compares erasable values with the salted hashes that events hold.
    nonisolated(nonsending) func checkValues(_ fold: StreamFold) async throws {
        let rows = try await transaction.query(
            SQL(
                "audit.values",
                "SELECT id, salt, value, eliminated_at FROM entente.erasable_value WHERE stream = \(fold.stream)"
            ))
        var stored: [Identifier<ErasableValue>: String?] = [:]
        for row in rows { stored[try row["id"]] = .some(try hash(of: row)) }
        for value in fold.values {
            switch stored[value.id] {
            case nil: differ(fold, "value \(value.id) is gone without a trace")
            case .some(nil): eliminated(value.id.description, "value", fold)
            case .some(let hash):
                if hash != value.hash { differ(fold, "value \(value.id) is not the one recorded") }
                stayed(value.id.description, "value", fold)
            }
        }
        let known = Set(fold.values.map(\.id))
        let kept = try rows.filter { try $0.decode(Instant?.self, "eliminated_at") == nil }
            .map { row -> (Identifier<ErasableValue>, JSON) in (try row["id"], try row.json("value")) }
        // Until 0020 what an act said was kept once for each of its transitions: a double says nothing new.
        let told = Set(kept.filter { known.contains($0.0) }.map(\.1))
        for (id, value) in kept where !known.contains(id) && !told.contains(value) {
            differ(fold, "value \(id) is named by no event")
        }
    }

    /// The salted hash of a stored value; nil when it was eliminated.
    private func hash(of row: Row) throws -> String? {
        guard try row.decode(Instant?.self, "eliminated_at") == nil else { return nil }
        let salt: [UInt8] = try row["salt"]
        return ErasableValue.hash(of: salt + Array(try row.json("value").canonical.utf8))
    }

    /// Compares the bytes of documents with the hashes that events hold, one document at a time.
    nonisolated(nonsending) func checkDocuments(_ fold: StreamFold) async throws {
        for document in fold.documents {
            let row = try await transaction.oneOrNone(
                SQL(
                    "audit.document",
                    "SELECT salt, bytes, eliminated_at FROM entente.document WHERE id = \(document.id)"))
            guard let row else {
                differ(fold, "document \(document.id) is gone without a trace")
                continue
            }
            guard try row.decode(Instant?.self, "eliminated_at") == nil else {
                eliminated(document.id.description, "document", fold)
                continue
            }
            stayed(document.id.description, "document", fold)
            let (salt, bytes): ([UInt8], [UInt8]) = (try row["salt"], try row["bytes"])
            let isPlain = document.sha256.map { $0 == SHA256.hexadecimal(bytes) } ?? true
            let isSalted = document.saltedHash.map { $0 == SHA256.hexadecimal(salt + bytes) } ?? true
            if !isPlain || !isSalted { differ(fold, "document \(document.id) is not the one recorded") }
        }
    }

    /// What is gone must be named by an event that eliminates it.
    private func eliminated(_ id: String, _ what: String, _ fold: StreamFold) {
        report.eliminated += 1
        if !fold.eliminated.contains(id) { differ(fold, "\(what) \(id) was destroyed without an event") }
    }

    private func stayed(_ id: String, _ what: String, _ fold: StreamFold) {
        if fold.eliminated.contains(id) { differ(fold, "\(what) \(id) is still there after its elimination") }
    }

    private func differ(_ fold: StreamFold, _ detail: String) {
        report.findings.append(AuditFinding(.content, stream: fold.stream, detail))
    }
}
