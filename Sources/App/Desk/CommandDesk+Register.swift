package import Agreements
import Definitions
import Engine
import Mail
import Postgres
import Storage

extension CommandDesk {
    /// Enters a person; the address is checked, and ends in `.example` in a simulated database.
    package func add(_ new: NewPerson, as actor: String?) async throws -> Person.ID {
        let address = try address(new.email)
        guard !new.name.contains(where: \.isNewline), !new.name.isEmpty, new.name.count <= 200 else {
            throw WrongUsage("--name", "one line of 1 to 200 characters")
        }
        try await check(organisation: new.organisation)
        try await checkIsNew(address, new.operatingSystemUser)
        let person = Person(
            id: installation.randomness.identifier(), organisation: new.organisation, unit: new.unit,
            language: new.language)
        let contact = Contact(name: new.name, email: address, operatingSystemUser: new.operatingSystemUser)
        try await change(.personAdded(person: person), as: actor, contact: contact)
        return person.id
    }

    /// People are named by address and by user: each answers to one person.
    private func checkIsNew(_ address: String, _ user: String?) async throws {
        let isTaken = try await catalogue.people().contains {
            $0.email?.lowercased() == address.lowercased() || (user != nil && $0.operatingSystemUser == user)
        }
        if isTaken { throw Refusal.personThere }
    }

    private func address(_ text: String) throws -> String {
        do {
            let address = try MailAddress(text)
            guard !isSimulated || address.domain.hasSuffix(".example") || address.domain == "example" else {
                throw Refusal.exampleAddressesOnly
            }
            return address.text
        } catch let invalid as MailAddress.Invalid {
            throw WrongUsage("--email", invalid.description)
        }
    }

    private func check(organisation: String?) async throws {
        guard let organisation else { return }
        let known = try await catalogue.organisations().map(\.id)
        guard known.contains(organisation) else {
            throw Refusal.desk(
                "no_such_organisation",
                fr:
                    "Aucun organisme ne s'appelle « \(organisation.shortened) » (`entente organisation list`).",
                en: "No organisation is called \"\(organisation.shortened)\" (`entente organisation list`).")
        }
    }

    /// Enters an organisation.
    package func add(_ party: Party, as actor: String?) async throws {
        guard party.id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) != nil else {
            throw WrongUsage("ID", "small letters, digits and hyphens, at most 40, such as snu")
        }
        guard try await !catalogue.organisations().contains(where: { $0.id == party.id }) else {
            throw Refusal.alreadyThere(
                LocalizedText(fr: "l'organisme \(party.id)", en: "the organisation \(party.id)"))
        }
        try await change(.organisationAdded(organisation: party), as: actor)
    }

    /// Gives a role from `from` (now when nil) to `until`.
    package func grant(
        _ role: String, to name: String, scope: String, from: String?, until: String?, as actor: String?
    ) async throws -> Grant {
        let grant = Grant(
            id: installation.randomness.identifier(), person: try await person(name),
            role: try Self.role(role),
            scope: try Self.scope(scope), from: try await instant(from, "--from"),
            until: try until.map { try times.instant($0, "--until") })
        try await change(.granted(grant: grant), as: actor)
        return grant
    }

    /// Ends a grant at `until` (now when nil); answers which open steps that leaves without anybody.
    ///
    /// Not optimised: Swift 6.3.1 crashes while it splits this coroutine.
    @_optimize(none)
    package func end(grant text: String, until: String?, as actor: String?) async throws -> [StaffingGap] {
        let known = try await catalogue.grants()
        guard let id = Grant.ID(text), known.contains(where: { $0.id == id }) else {
            throw Refusal.desk(
                "no_such_grant", fr: "Aucune attribution ne porte cet identifiant.",
                en: "No grant has this id.")
        }
        let end = try await instant(until, "--until")
        return try await lacking(after: .grantEnded(grant: id, until: end), from: end, as: actor)
    }

    /// Lets `grantee` act for `grantor` in one role.
    package func delegate(
        _ role: String, from grantor: String, to grantee: String, scope: String, starts: String?,
        ends: String?,
        as actor: String?
    ) async throws -> Delegation {
        let delegation = Delegation(
            id: installation.randomness.identifier(), grantor: try await person(grantor),
            grantee: try await person(grantee), role: try Self.role(role), scope: try Self.scope(scope),
            from: try await instant(starts, "--starts"),
            until: try ends.map { try times.instant($0, "--ends") })
        try await change(.delegated(delegation: delegation), as: actor)
        return delegation
    }

    /// Ends a delegation at `at` (now when nil); answers which open steps that leaves without anybody.
    package func revoke(
        delegation text: String, at: String?, as actor: String?
    ) async throws -> [StaffingGap] {
        let known = try await catalogue.delegations()
        guard let id = Delegation.ID(text), known.contains(where: { $0.id == id }) else {
            throw Refusal.desk(
                "no_such_delegation", fr: "Aucune délégation ne porte cet identifiant.",
                en: "No delegation has this id.")
        }
        let end = try await instant(at, "--at")
        return try await lacking(after: .delegationRevoked(delegation: id, at: end), from: end, as: actor)
    }

    /// Opens a call.
    package func open(
        instruments: [String], year: Int, opens: String, closes: String, ranking: String?, as actor: String?
    ) async throws -> Call {
        let call = Call(
            id: installation.randomness.identifier(), instruments: instruments, year: year,
            opensAt: try times.instant(opens, "--opens"), closesAt: try times.instant(closes, "--closes"),
            rankingAt: try ranking.map { try times.instant($0, "--ranking") })
        try await change(.callOpened(call: call), as: actor)
        return call
    }

    /// Moves a call's closing to a later instant, and tells the agreements that it concerns.
    package func extend(_ name: String, to closes: String, as actor: String?) async throws -> Call {
        let call = try await call(name)
        try await change(
            .callExtended(call: call.id, closesAt: try times.instant(closes, "--closes")), as: actor)
        return try await self.call(call.id.description)
    }

    /// Records a change as the registrar of that name.
    @inline(never)
    func change(_ change: RegisterChange, as name: String?, contact: Contact? = nil) async throws {
        let command = RegisterCommand(
            requestID: freshRequestID, actor: try await registrar(as: name), channel: .commandLine,
            operator: self.operator, change: change, contact: contact)
        do { try await installation.desk.submit(command) } catch {
            guard Self.isTakenAddress(error) else { throw error }
            throw Refusal.personThere
        }
    }

    private static func isTakenAddress(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return false }
        return error.kind == .uniqueViolation && error.table == "person"
    }

    @inline(never)
    private func instant(_ text: String?, _ option: String) async throws -> Instant {
        if let text { return try times.instant(text, option) }
        return try await installation.store.now()
    }

    /// A role that workflows may name.
    static func role(_ name: String) throws(Refusal) -> String {
        guard RoleNames.all.contains(name) else { throw .unknownRole(name, known: RoleNames.all.sorted()) }
        return name
    }

    private static func scope(_ text: String) throws(WrongUsage) -> Scope {
        guard Scope.isValid(text) else {
            throw WrongUsage("--scope", "write *, unit:…, party:…, itmo:…, instrument:… or agreement:…")
        }
        return Scope(text)
    }
}
