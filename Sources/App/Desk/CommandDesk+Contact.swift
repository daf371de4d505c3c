import Storage

extension CommandDesk {
    /// Gives the office another address: Reply-To of every mail from now on, and its copy.
    ///
    /// It holds on every server within seconds, and until the setting becomes another one.
    package func enter(contact text: String, as actor: String?) async throws -> String {
        _ = try await officeMember(as: actor)
        let address = try address(text, "--address")
        try await InstitutionStore(installation.databases.engine).enter(contact: address)
        try await installation.followInstitution()
        return address
    }
}
