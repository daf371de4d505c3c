/// The roles and the database that every private cluster has.
///
/// The owner may make roles, since migrations make those of the application; the serving role inherits
/// nothing, it takes on a role for each connection. Both can be run again on a cluster that has them.
enum ClusterBootstrap {
    static let statements = """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(ClusterSettings.ownerRole)') THEN
            CREATE ROLE \(ClusterSettings.ownerRole) LOGIN CREATEROLE;
          END IF;
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(ClusterSettings.servingRole)') THEN
            CREATE ROLE \(ClusterSettings.servingRole) LOGIN NOINHERIT;
          END IF;
        END $$;
        SELECT 'CREATE DATABASE \(ClusterSettings.database) OWNER \(ClusterSettings.ownerRole)'
          WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '\(ClusterSettings.database)') \\gexec

        """

    static func run(in place: ClusterPlace, with binaries: PostgresBinaries, socket: String)
        throws(ClusterFault)
    {
        let command = Invocation(
            program: binaries.path("psql"),
            arguments: [
                "--host", socket, "--username", ClusterSettings.superuser, "--dbname", "postgres",
                "--no-psqlrc",
                "--quiet", "--no-password", "--set", "ON_ERROR_STOP=1",
            ],
            user: place.user)
        let output = try command.run(input: statements)
        guard output.status == 0 else {
            throw ClusterFault(
                code: .commandFailed, what: "roles and database could not be made: \(output.text)",
                place: place.folder, advice: "Look at the log in \(place.log), then start again.")
        }
        try Folders.write("1\n", to: place.bootstrapped, rights: 0o644)
    }
}
