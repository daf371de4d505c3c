/// What is known about the server's error codes (PostgreSQL manual, appendix A).
enum SQLState {
    /// The kind of an error that the server reported.
    static func kind(of state: String) -> PostgresError.Kind {
        if let kind = kinds[state] { return kind }
        switch state.prefix(2) {
        case "08": return .unavailable(.lost)
        case "28": return .authentication
        default: return .server
        }
    }

    private static let kinds: [String: PostgresError.Kind] = [
        "23502": .notNullViolation, "23503": .foreignKeyViolation, "23505": .uniqueViolation,
        "23514": .checkViolation, "23P01": .exclusionViolation, "25P02": .transactionAborted,
        "40001": .serializationFailure, "40P01": .deadlock,
        "42501": .insufficientPrivilege, "53100": .storageFull, "53300": .tooManyConnections,
        "55P03": .lockTimeout, "57014": .cancelledByServer, "57P01": .unavailable(.restarting),
        "57P02": .unavailable(.restarting), "57P03": .unavailable(.restarting),
        "57P05": .unavailable(.lost), "25P03": .unavailable(.lost),
    ]

    /// What the primary message of an error may quote.
    enum Quotes {
        /// Names of objects that exist, never a value of a row or a parameter.
        case objects

        /// Names and words that the server could not make out: those of the statement, or those that a value
        /// gave, as in `to_tsquery($1)`, `$1::regclass` or `has_database_privilege($1, …)`.
        case names

        /// Values: class 22 quotes what it cannot convert, P0 and the codes of user functions say whatever
        /// RAISE was given, 00 and 01 are RAISE NOTICE and RAISE WARNING.
        case values
    }

    static func quotes(in state: String) -> Quotes {
        switch state.prefix(2) {
        case "08", "23", "25", "26", "28", "40", "53", "55", "57": .objects
        case "0A", "3D", "3F", "42", "54", "58": .names
        default: .values
        }
    }

    /// The name of the condition, or of its class; it stands in for a message that may not be shown.
    static func condition(of state: String) -> String {
        conditions[state] ?? classes[String(state.prefix(2))] ?? "error"
    }

    private static let conditions: [String: String] = [
        "22001": "string_data_right_truncation", "22003": "numeric_value_out_of_range",
        "22007": "invalid_datetime_format", "22008": "datetime_field_overflow", "22012": "division_by_zero",
        "22021": "character_not_in_repertoire", "22023": "invalid_parameter_value",
        "22P02": "invalid_text_representation", "22P05": "untranslatable_character",
        "23502": "not_null_violation", "23503": "foreign_key_violation", "23505": "unique_violation",
        "23514": "check_violation", "23P01": "exclusion_violation", "25006": "read_only_sql_transaction",
        "25P02": "in_failed_sql_transaction", "25P03": "idle_in_transaction_session_timeout",
        "28000": "invalid_authorization_specification", "28P01": "invalid_password",
        "3D000": "invalid_catalog_name", "3F000": "invalid_schema_name", "40001": "serialization_failure",
        "40P01": "deadlock_detected", "42501": "insufficient_privilege", "42601": "syntax_error",
        "42602": "invalid_name", "42701": "duplicate_column", "42703": "undefined_column",
        "42704": "undefined_object",
        "42710": "duplicate_object", "42804": "datatype_mismatch", "42809": "wrong_object_type",
        "42883": "undefined_function", "42P01": "undefined_table", "42P07": "duplicate_table",
        "53100": "disk_full", "53200": "out_of_memory", "53300": "too_many_connections",
        "55P03": "lock_not_available", "57014": "query_canceled", "57P01": "admin_shutdown",
        "57P02": "crash_shutdown", "57P03": "cannot_connect_now", "58030": "io_error",
        "58P01": "undefined_file", "P0001": "raise_exception",
        "P0002": "no_data_found", "P0003": "too_many_rows",
    ]

    private static let classes: [String: String] = [
        "00": "successful_completion", "01": "warning", "08": "connection_exception",
        "0A": "feature_not_supported", "22": "data_exception", "23": "integrity_constraint_violation",
        "25": "invalid_transaction_state", "28": "invalid_authorization", "42": "syntax_error_or_access_rule",
        "53": "insufficient_resources", "54": "program_limit_exceeded",
        "55": "object_not_in_prerequisite_state",
        "57": "operator_intervention", "58": "system_error", "P0": "plpgsql_error", "XX": "internal_error",
    ]
}
