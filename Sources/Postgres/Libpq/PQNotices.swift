import CLibpq

/// Collects the notices and warnings of one connection, which libpq hands over while it reads.
///
/// Confined, like ``PQHandle``, to the actor that owns the connection.
final class PQNotices {
    /// A notice without anything that may hold a value.
    struct Notice {
        let severity: String
        let sqlState: String
        let routine: String?

        /// The server's sentence, where it cannot hold a value.
        let message: String?

        /// Whether it says that a commit is done here but maybe not on the standby that was to confirm it.
        ///
        /// Known by the routine, which no translation of the server's messages changes (syncrep.c), and by 57P01 as
        /// a warning, which says that the backend ends while it waits. An immediate shutdown gives the same warning
        /// from another routine (postgres.c) to everybody; it is a lost connection like any other.
        var leavesCommitUncertain: Bool {
            routine == "SyncRepWaitForLSN"
                || (sqlState == "57P01" && severity == "WARNING" && routine != "quickdie")
        }
    }

    /// More than these between two looks are dropped: a function may raise any number.
    private static let keptMax = 100

    private var kept: [Notice] = []

    /// Points libpq at this object, which the connection's handle keeps alive as long as the connection.
    func install(on connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<PQNotices>.fromOpaque(context).takeUnretainedValue().receive(result)
            },
            Unmanaged.passUnretained(self).toOpaque())
    }

    func take() -> [Notice] {
        defer { kept = [] }
        return kept
    }

    private func receive(_ result: OpaquePointer) {
        let state = field(.sqlState, of: result) ?? ""
        let notice = Notice(
            severity: field(.severity, of: result) ?? "", sqlState: state,
            routine: field(.routine, of: result),
            message: SafeMessage.read(isValueFree: false) { field($0, of: result) })
        guard kept.count < Self.keptMax || notice.leavesCommitUncertain else { return }
        kept.append(notice)
    }

    private func field(_ field: PQDiagnostic, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, field.code).map { String(cString: $0) }
    }
}
