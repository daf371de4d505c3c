/// The three configuration files of a private cluster, as text.
enum ClusterSettings {
    static let servingRole = "entente"
    static let ownerRole = "entente_owner"
    static let superuser = "entente_admin"
    static let database = "entente"
    static let identityMap = "entente"

    /// Who may come in: only through the socket, and only users of the operating system that the map names.
    static let access = """
        # Written at every start of Entente.
        local all all peer map=\(identityMap)

        """

    /// Root, and the user that runs the cluster, may be any of the three roles.
    static func identities(of users: [String]) -> String {
        let lines = users.flatMap { user in
            [servingRole, ownerRole, superuser].map { "\(identityMap) \(quoted(user)) \($0)" }
        }
        return "# Written at every start of Entente.\n" + lines.joined(separator: "\n") + "\n"
    }

    /// What is in the file for an operator's own settings at first.
    static let own = "# Settings of your own for this cluster; Entente never writes here again.\n"

    /// Sized for a small machine.
    ///
    /// The log keeps a week, names no values of the database, and is in English. After a crash the file system
    /// is synced as a whole, not file by file: that takes a fraction of a second instead of several.
    static func server(of place: ClusterPlace) -> String {
        """
        # Written at every start of Entente. Put settings of your own into local.conf beside this file.
        hba_file = \(literal(place.access))
        ident_file = \(literal(place.identities))
        listen_addresses = ''
        unix_socket_permissions = 0700
        max_connections = 100
        shared_buffers = 128MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        effective_cache_size = 1GB
        random_page_cost = 1.1
        jit = off
        max_wal_size = 512MB
        wal_compression = on
        track_commit_timestamp = on
        recovery_init_sync_method = syncfs
        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'ISO, YMD'
        lc_messages = 'C'
        password_encryption = 'scram-sha-256'
        logging_collector = on
        log_directory = \(literal(place.log))
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        log_line_prefix = '%m [%p] %q%u '
        log_error_verbosity = terse
        log_min_error_statement = panic
        include_if_exists = 'local.conf'

        """
    }

    /// A string of PostgreSQL's configuration files.
    static func literal(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }

    private static func quoted(_ user: String) -> String { "\"" + user.replacing("\"", with: "\"\"") + "\"" }
}
