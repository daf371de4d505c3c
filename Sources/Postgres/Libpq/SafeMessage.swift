/// The server's sentence about an error or a notice, where it can hold no value.
enum SafeMessage {
    /// Routines whose sentences name objects that exist, or nothing at all.
    ///
    /// They are those for privileges, for row security, and for a plan that no longer fits the schema.
    private static let safeRoutines: Set<String> = [
        "aclcheck_error", "ExecWithCheckOptions", "RevalidateCachedQuery",
    ]

    /// Reads the sentence, or gives nil where it may hold a value.
    ///
    /// RAISE may give any SQLSTATE to any text, so it is never read from there. A sentence that quotes a name
    /// is read where the server had no value that could be one: `isValueFree` says that none was bound, and
    /// without CONTEXT it comes from no function and no line of a COPY, which have values of their own.
    static func read(isValueFree: Bool, from field: (PQDiagnostic) -> String?) -> String? {
        let routine = field(.routine) ?? ""
        guard let state = field(.sqlState), routine != "exec_stmt_raise" else { return nil }
        let isSafe =
            switch SQLState.quotes(in: state) {
            case .objects: true
            case .names: safeRoutines.contains(routine) || (isValueFree && field(.context) == nil)
            case .values: false
            }
        return isSafe ? field(.message) : nil
    }
}
