import Agreements
import App
import Definitions
import Engine
import Foundation
import Postgres
import Storage
import Web

/// A fault as the command line tells it: a stable code, one line, and whether anything was applied.
struct Fault {
    let code: String
    let message: String
    /// `no`, or `unknown` when the outcome could not be learnt.
    let applied: String
    /// Whether it is a rule of the database that said no, not the world that failed.
    let isRefusal: Bool
    /// The id under which the same command may be given again.
    private(set) var requestID: String?

    init(_ error: any Error) {
        if let unknown = error as? UnknownOutcome {
            (code, applied, isRefusal) = ("outcome_unknown", "unknown", false)
            requestID = unknown.requestID
            message = Self.words(unknown)
            return
        }
        if let error = error as? PostgresError, error.isMissingSchema {
            (code, applied, isRefusal) = ("schema", "no", false)
            message =
                "this database holds no schema of Entente: `entente found` makes it and an institution without files, "
                + "`entente serve` or `entente demo` one with the demonstration"
            return
        }
        if let error = error as? PostgresError, error.isMissingGrant {
            (code, applied, isRefusal) = ("login_without_roles", "no", false)
            message = Self.missingGrant
            return
        }
        if let error = error as? PostgresError, error.isMissingDatabase {
            (code, applied, isRefusal) = ("no_database", "no", false)
            message = Self.missingDatabase
            return
        }
        if let error = error as? CocoaError {
            (code, applied, isRefusal) = ("file", "no", false)
            message = Self.words(error)
            return
        }
        (code, applied, isRefusal) = Self.classify(error)
        message = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " / ")
    }

    /// What to do now: the second arrival of a request changes nothing that the first has changed.
    private static func words(_ unknown: UnknownOutcome) -> String {
        let option =
            unknown.requestID.map { say(" avec --request-id \($0)", " with --request-id \($0)") } ?? ""
        return say(
            "la base n’a pas dit si c’est enregistré (sa réponse s’est perdue) : redonnez la même commande\(option) ; elle n’aura lieu qu’une fois",
            "the database did not say whether this was recorded (its reply was lost): give the same command again\(option); it happens once"
        )
    }

    private static var missingGrant: String {
        say(
            "le compte de DATABASE_URL n’a pas les rôles qui servent ; le propriétaire les donne : GRANT entente_app, entente_engine, entente_worker TO ce compte",
            "the login of DATABASE_URL lacks the serving roles; the owner gives them: GRANT entente_app, entente_engine, entente_worker TO that login"
        )
    }

    private static var missingDatabase: String {
        say(
            "la base que nomme DATABASE_URL n’existe pas sur ce serveur : créez-la (`createdb`) ou corrigez son nom, puis lancez `entente found` ou `entente serve`",
            "the database that DATABASE_URL names does not exist on that server: make it (`createdb`) or mend its name, then run `entente found` or `entente serve`"
        )
    }

    /// What happened to which file, as the operating system says it.
    private static func words(_ error: CocoaError) -> String {
        let path = error.filePath ?? error.url?.path ?? ""
        let cause = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
        return "\(path): \(cause ?? error.localizedDescription)"
    }

    private static func classify(_ error: any Error) -> (String, String, Bool) {
        switch error {
        case let error as PostgresError: postgres(error)
        case let error as ClusterFault: (error.code.rawValue, "no", false)
        case let error as StorageFault: storage(error)
        case is WrongUsage: ("wrong_usage", "no", true)
        case is UnreadableHistory: ("unreadable_history", "no", true)
        case is SettingsFault, is ServingFault: ("configuration", "no", false)
        case is MigrationFault: ("schema", "no", false)
        case is FileFault: ("unreadable_file", "no", false)
        case is OutboxFault: ("outbox", "no", false)
        case let error as WebFault: (error.code, "no", false)
        default: ("fault", "unknown", false)
        }
    }

    private static func postgres(_ error: PostgresError) -> (String, String, Bool) {
        switch error.kind {
        case .outcomeUnknown: ("outcome_unknown", "unknown", false)
        case .nulInText: ("nul_in_text", "no", true)
        case .authentication: ("authentication", "no", false)
        default: ("unavailable", "no", false)
        }
    }

    private static func storage(_ error: StorageFault) -> (String, String, Bool) {
        switch error {
        case .noInstitution: ("no_institution", "no", false)
        case .institutionExists: ("institution_exists", "no", true)
        case .clockIsReal: ("clock_is_real", "no", true)
        case .clockGoesBack: ("clock_goes_back", "no", true)
        case .requestIDReused: ("request_id_reused", "no", true)
        case .noSuch: ("no_such_thing", "no", true)
        case .referenceIsLater: ("reference_later", "no", true)
        case .unreadable: ("storage", "unknown", false)
        case .tampered: ("tampered", "no", false)
        }
    }
}

extension PostgresError {
    /// Whether the roles or tables that migrations make are not there.
    fileprivate var isMissingSchema: Bool {
        let isRole = sqlState == "22023" && (statement ?? "").hasPrefix("SET ROLE")
        return isRole || sqlState == "42P01" || sqlState == "3F000"
    }

    /// Whether the login is not a member of a serving role.
    fileprivate var isMissingGrant: Bool { sqlState == "42501" && (statement ?? "").hasPrefix("SET ROLE") }

    /// Whether the server has no database of that name.
    fileprivate var isMissingDatabase: Bool { sqlState == "3D000" }
}
