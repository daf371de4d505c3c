package import Agreements
import Logging
import Postgres
import Storage

extension Site {
    /// Creates the institution if the database holds none; returns whether it did.
    ///
    /// - Parameter start: the first legal instant of a simulated one; nil for a real one.
    /// - Throws: ``SettingsFault`` when the settings cannot be those of such a database; ``PostgresError``.
    package func found(startingAt start: Instant?) async throws -> Bool {
        try await withInstitutions { store in
            guard try await store.loadIfAny() == nil else { return false }
            try checkContact(isSimulated: start != nil)
            let own = settings.institution
            try await store.create(
                Institution(
                    id: own.id, name: own.name, zone: try Zone(own.zone), contact: own.contactAddress,
                    simulated: start != nil), startingAt: start)
            return true
        }
    }

    /// The institution that the database holds; nil where it holds none.
    func institution() async throws -> Institution? {
        try await withInstitutions { try await $0.loadIfAny() }
    }

    /// Whether the database holds a real institution already; nothing is changed.
    package func isReal() async throws -> Bool {
        try await withInstitutions { store in try await store.isReal() }
    }

    /// Brings the institution's name and contact address up to the settings; returns the settings that changed.
    ///
    /// An address that was entered since stays as long as the setting stays.
    /// What hashes and legal dates rest on never changes. In a database without an institution nothing is done.
    /// - Throws: ``SettingsFault`` when the settings are those of another institution; nothing is changed then.
    package func followSettings() async throws -> [String] {
        try await withInstitutions { store in
            guard let stored = try await store.loadIfAny() else { return [] }
            let own = settings.institution
            try checkKept(.institutionID, own.id, stored.id, "it is part of every hash")
            try checkKept(.zone, own.zone, stored.zone.identifier, "recorded deadlines are dates of it")
            try checkContact(isSimulated: stored.simulated)
            let changed =
                (own.name == stored.name ? [] : [SettingKey.institutionName.name])
                + (own.contactAddress == stored.contactSetting ? [] : [SettingKey.contactAddress.name])
            guard !changed.isEmpty else { return [] }
            if changed.contains(SettingKey.contactAddress.name) {
                try await store.update(name: own.name, contact: own.contactAddress)
            } else {
                try await store.update(name: own.name)
            }
            logger.notice("institution changed", metadata: ["settings": "\(changed.joined(separator: ", "))"])
            return changed
        }
    }

    private func withInstitutions<Value: Sendable>(
        _ body: (InstitutionStore) async throws -> Value
    ) async throws -> Value {
        try await withOwner { try await body(InstitutionStore($0)) }
    }

    private func checkKept(_ key: SettingKey, _ now: String, _ was: String, _ why: String) throws {
        guard now != was else { return }
        throw fault(key, "this database was founded with \(was), and keeps it: \(why)")
    }

    private func checkContact(isSimulated: Bool) throws {
        let address = settings.institution.contactAddress
        guard isSimulated, !SettingsCheck.isExample(address) else { return }
        throw fault(.contactAddress, "a simulated database writes to addresses of .example only")
    }

    private func fault(_ key: SettingKey, _ message: String) -> SettingsFault {
        SettingsFault(findings: [.init(name: key.name, source: "database", message: message)])
    }
}
