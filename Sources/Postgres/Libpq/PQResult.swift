import CLibpq

/// A result that libpq received; freed with the last row that refers to it.
///
/// `@unchecked Sendable`: after `init` nothing changes the `PGresult` (it is private to this class, which calls only
/// readers on it, and libpq documents such results as safe to read from several threads) until `deinit`, which runs
/// once, when no reader is left.
final class PQResult: @unchecked Sendable {
    private let pointer: OpaquePointer
    let columns: [String]
    private let positions: [String: Int]

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        var names: [String] = []
        for column in 0..<PQnfields(pointer) {
            names.append(PQfname(pointer, column).map { String(cString: $0) } ?? "")
        }
        columns = names
        positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    /// What the server says it did: `SELECT 3`, `ROLLBACK`.
    var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

    var affected: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    func position(of column: String) -> Int? { positions[column] }

    func isNull(row: Int, column: Int) -> Bool { PQgetisnull(pointer, Int32(row), Int32(column)) == 1 }

    func text(row: Int, column: Int) -> String {
        withBytes(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
    }

    func withBytes<T>(row: Int, column: Int, _ read: (UnsafeRawBufferPointer) -> T) -> T {
        let count = Int(PQgetlength(pointer, Int32(row), Int32(column)))
        return read(
            UnsafeRawBufferPointer(start: PQgetvalue(pointer, Int32(row), Int32(column)), count: count))
    }

    /// A field of an error or a notice, such as its SQLSTATE.
    func diagnostic(_ field: PQDiagnostic) -> String? {
        PQresultErrorField(pointer, field.code).map { String(cString: $0) }
    }
}

extension PQResult {
    var isError: Bool {
        [PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR, PGRES_PIPELINE_ABORTED].contains(status)
    }

    /// Whether the server ended the connection with this error, or libpq did.
    var isFatal: Bool {
        guard isError, status != PGRES_PIPELINE_ABORTED else { return false }
        return ["FATAL", "PANIC", nil].contains(diagnostic(.severity))
    }

    /// Whether it is the end of a pipeline.
    var isSync: Bool { status == PGRES_PIPELINE_SYNC }

    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(status) }

    /// Whether a prepared statement is gone or no longer fits the schema.
    var saysPlanIsStale: Bool {
        let state = diagnostic(.sqlState)
        return state == "26000" || (state == "0A000" && diagnostic(.routine) == "RevalidateCachedQuery")
    }
}
