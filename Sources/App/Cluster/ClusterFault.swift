/// Why the private PostgreSQL cluster cannot serve: what went wrong, where, and what to do.
///
/// The text is for an operator. It holds paths, process numbers and messages of PostgreSQL's own programs,
/// never a value of the database.
package struct ClusterFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// A stable name for the kind of fault, for `--json` and tests.
    package enum Code: String, Sendable {
        case alreadyServing = "already_serving"
        case noDatabase = "no_database"
        case noPostgres = "no_postgres"
        case wrongVersion = "wrong_version"
        case noUser = "no_user"
        case foreignFolder = "foreign_folder"
        case fileSystem = "file_system"
        case copiedCheckout = "copied_checkout"
        case busy = "busy"
        case commandFailed = "command_failed"
        case didNotStart = "did_not_start"
        case didNotStop = "did_not_stop"
    }

    package let code: Code
    package let what: String
    package let place: String
    package let advice: String

    package var description: String { "\(what) (\(place)). \(advice)" }
}

extension ClusterFault {
    static func fileSystem(_ attempt: String, _ path: String, _ errno: Int32) -> ClusterFault {
        ClusterFault(
            code: .fileSystem, what: "cannot \(attempt): \(SystemError.text(errno))", place: path,
            advice: "Check owner, rights and free space there, or choose another folder with ENTENTE_HOME.")
    }
}
