package import Logging
package import Web

/// What an operator configures, read once at the edge and valid as a whole.
///
/// ``SettingKey/all`` names every setting; the README has the same table. No secret is ever printed.
package struct Settings: Sendable, Equatable {
    /// Which database is used.
    package enum Database: Sendable, Equatable {
        /// The cluster that Entente brings up in ``Settings/home``.
        case own
        /// A database that somebody else runs; the owner's login is for migrations.
        case given(serving: Secret, owner: Secret)
    }

    /// Whose agreements these are.
    package struct Institution: Sendable, Equatable {
        /// Part of every event's hash: it never changes in the life of a database.
        package let id: String
        package let name: String
        package let contactAddress: String
        package let senderAddress: String
        /// Without a slash at its end.
        package let baseURL: String
        /// A zone of the IANA table.
        package let zone: String
    }

    /// Where mails go.
    package enum Delivery: Sendable, Equatable {
        /// Files in a folder, one a mail.
        case outbox(folder: String)
        case smtp(SMTP)
    }

    /// How the SMTP server is reached.
    package struct SMTP: Sendable, Equatable {
        /// How the conversation is protected; there is no falling back from one to a weaker one.
        package enum Security: String, Sendable, CaseIterable {
            case starttls
            case tls
            case none
        }

        /// Name and password at the server.
        package struct Login: Sendable, Equatable {
            package let user: String
            package let password: Secret
        }

        package let host: String
        package let port: Int
        package let security: Security
        package let login: Login?
        package let caFile: String?
        package let connectLimit: Duration
        package let totalLimit: Duration
    }

    /// Who gets a summary by mail on business days.
    package enum Digests: String, Sendable, CaseIterable {
        /// Everybody, but nobody while legal time is simulated: years pass in seconds there.
        case real
        case always
        case never

        func areMade(whileSimulated simulated: Bool) -> Bool {
            switch self {
            case .real: !simulated
            case .always: true
            case .never: false
            }
        }
    }

    /// Where `serve` listens.
    package struct HTTP: Sendable, Equatable {
        package let host: String
        /// 0 asks the system for a free one.
        package let port: Int
        /// Addresses that may tell where a request came from.
        package var proxies: [String] = []
    }

    /// How many database connections each part holds at most.
    package struct Pools: Sendable, Equatable {
        package let app: Int
        package let engine: Int
        package let worker: Int
    }

    /// Absolute; the folder may not exist yet.
    package let home: String
    package let database: Database
    /// Absolute.
    package let workflowsFolder: String
    package let institution: Institution
    package let delivery: Delivery
    /// Absolute; used whenever mails must not leave, even when an SMTP server is set.
    package let outboxFolder: String
    package let digests: Digests
    package let http: HTTP
    /// Who looks through files that are uploaded; nil: nobody.
    package let scanner: ClamdScanner.Address?
    package let pools: Pools
    package let linkKeyFile: String
    package let logLevel: Logger.Level
}
