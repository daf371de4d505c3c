import Storage

/// Why `serve` does not start.
package enum ServingFault: Error, CustomStringConvertible {
    /// The serving login could change history.
    case loginOwnsTables
    /// `--empty` was said where another institution is than an empty start makes.
    case otherInstitution(isSimulated: Bool)

    package var description: String {
        switch self {
        case .loginOwnsTables:
            "the database login of DATABASE_URL owns the tables or is a superuser: serve with a login that is only a "
                + "member of entente_app, entente_engine and entente_worker, or say --single-role"
        case .otherInstitution(let isSimulated):
            "--empty is for a first start: this database holds \(isSimulated ? "a simulated" : "a real") institution already; "
                + "start without it, or begin anew with another database (Entente's own lies in .entente/)"
        }
    }
}

extension Installation {
    /// Refuses a serving login that could change what it must not, unless that is allowed.
    ///
    /// - Throws: ``ServingFault/loginOwnsTables``.
    package func checkLogin(allowingOwner: Bool) async throws {
        guard !allowingOwner, try await ServingLogin.isOwner(databases.app) else { return }
        throw ServingFault.loginOwnsTables
    }
}
