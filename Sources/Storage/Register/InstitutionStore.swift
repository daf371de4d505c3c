package import Agreements
package import Postgres

/// Whose files a database holds.
package struct Institution: Sendable, Hashable {
    package var id: String
    package var name: String
    package var zone: Zone
    /// Which days are worked.
    package var calendar: BusinessCalendar
    /// The office's address: Reply-To of every notice, and its copy.
    package var contact: String
    /// The setting that the address was last brought up to; it may have been changed since.
    package var contactSetting: String
    /// Whether legal time is simulated; it can never change.
    package var simulated: Bool

    package init(
        id: String, name: String, zone: Zone = .paris, calendar: BusinessCalendar = .france, contact: String,
        contactSetting: String? = nil, simulated: Bool
    ) {
        self.id = id
        self.name = name
        self.zone = zone
        self.calendar = calendar
        self.contact = contact
        self.contactSetting = contactSetting ?? contact
        self.simulated = simulated
    }
}

/// The one institution of a database: made once, then read.
package struct InstitutionStore: Sendable {
    private let pool: Pool

    package init(_ pool: Pool) { self.pool = pool }

    /// The institution of the database.
    ///
    /// - Throws: ``StorageFault/noInstitution``, or ``PostgresError``.
    package func load() async throws -> Institution {
        guard let institution = try await loadIfAny() else { throw StorageFault.noInstitution }
        return institution
    }

    /// The institution, or nil in a database that is only migrated.
    package func loadIfAny() async throws -> Institution? {
        let row = try await pool.oneOrNone(
            SQL(
                "institution",
                "SELECT id, name, zone, calendar, contact, contact_setting, simulated FROM entente.institution"
            ).readOnly())
        return try row.map { row in
            Institution(
                id: try row["id"], name: try row["name"], zone: try Zone(try row.decode(String.self, "zone")),
                calendar: try row.decode(PostgresJSON?.self, "calendar").map {
                    try JSONText.read(BusinessCalendar.self, $0.text)
                } ?? .france,
                contact: try row["contact"], contactSetting: try row["contact_setting"],
                simulated: try row["simulated"])
        }
    }

    /// Whether the database holds a real institution; not where it holds none, or no schema.
    package func isReal() async throws -> Bool {
        let hasTable = try await pool.value(
            Bool.self, "SELECT to_regclass('entente.institution') IS NOT NULL")
        guard hasTable else { return false }
        let row = try await pool.oneOrNone("SELECT simulated FROM entente.institution")
        return try row.map { try !$0.decode(Bool.self, "simulated") } ?? false
    }

    /// Creates it, as the owner of the database; a simulated one begins at `start`, which is then needed.
    ///
    /// - Throws: ``StorageFault/institutionExists`` when there is one already; nothing is changed then.
    package func create(_ institution: Institution, startingAt start: Instant? = nil) async throws {
        precondition(
            institution.simulated == (start != nil),
            "A simulated database, and no other, has a first instant.")
        try await pool.withTransaction { transaction in
            let rows = try await transaction.execute(
                """
                INSERT INTO entente.institution (id, name, zone, contact, simulated)
                VALUES (\(institution.id), \(institution.name), \(institution.zone.identifier),
                    \(institution.contact), \(institution.simulated))
                ON CONFLICT DO NOTHING
                """)
            guard rows == 1 else { throw StorageFault.institutionExists }
            if let start { try await transaction.execute("INSERT INTO entente.clock (at) VALUES (\(start))") }
            try await transaction.execute(
                """
                INSERT INTO entente.stream (stream, head_hash)
                VALUES ('register', \(Event.genesis(stream: "register", institution: institution.id)))
                """)
        }
    }

    /// Gives it the name and the address of the settings, as the owner of the database; all else of it stays for ever.
    ///
    /// - Throws: ``PostgresError``, also where a simulated institution would write to the world.
    package func update(name: String, contact: String) async throws {
        try await pool.execute(
            """
            UPDATE entente.institution SET name = \(name), contact = \(contact), contact_setting = \(contact)
            """)
    }

    /// Gives it the name of the settings, as the owner of the database.
    package func update(name: String) async throws {
        try await pool.execute("UPDATE entente.institution SET name = \(name)")
    }

    /// Gives it another address, over connections that may do what `entente_engine` may; it holds until its setting
    /// becomes another one.
    package func enter(contact: String) async throws {
        try await pool.execute(
            """
            UPDATE entente.institution SET contact_setting = coalesce(contact_setting, contact), contact = \(contact)
            """)
    }
}
