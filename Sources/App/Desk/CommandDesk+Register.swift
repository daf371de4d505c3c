package import Agreements
import Definitions
import Engine
import Mail
import Postgres
import Storage

extension CommandDesk {
    /// Enters a person; the address is checked, and ends in `.example` in a simulated database.
    package func add(_ new: NewPerson, as actor: String?, requestID: String? = nil) async throws -> Person.ID
    {
        let address = try address(new.email)
        if let problem = new.name.problemAsName { throw WrongUsage("--name", problem) }
        try await check(organisation: new.organisation)
        let request = request(requestID, as: actor)
        let person = Person(
            id: request.identifier("person"), organisation: new.organisation, unit: new.unit,
            language: new.language)
        let contact = Contact(name: new.name, email: address, operatingSystemUser: new.operatingSystemUser)
        try await change(.personAdded(person: person), request, contact: contact) {
            try await checkIsNew(address, new.operatingSystemUser)
        }
        // The register's answer tells nothing of erasable values: those of the first arrival are what was entered.
        let entered = try await catalogue.people().first { $0.person.id == person.id }
        guard entered?.name == contact.name, entered?.email == contact.email,
            entered?.operatingSystemUser == contact.operatingSystemUser
        else { throw StorageFault.requestIDReused }
        return person.id
    }

    /// People are named by address and by user: each answers to one person.
    private func checkIsNew(_ address: String, _ user: String?) async throws {
        let isTaken = try await catalogue.people().contains {
            $0.email?.lowercased() == address.lowercased() || (user != nil && $0.operatingSystemUser == user)
        }
        if isTaken { throw Refusal.personThere }
    }

    func address(_ text: String, _ option: String = "--email") throws -> String {
        do {
            let address = try MailAddress(text)
            guard !isSimulated || address.domain.hasSuffix(".example") || address.domain == "example" else {
                throw Refusal.exampleAddressesOnly
            }
            return address.text
        } catch let invalid as MailAddress.Invalid {
            throw WrongUsage(option, invalid.description)
        }
    }

    func check(organisation: String?) async throws {
        guard let organisation else { return }
        _ = try await party(organisation)
    }

    private func party(_ id: String) async throws -> Party {
        guard let party = try await catalogue.organisations().first(where: { $0.id == id }) else {
            throw Refusal.desk(
                "no_such_organisation",
                fr: "Aucun organisme ne s’appelle « \(id.shortened) » (`entente organisation list`).",
                en: "No organisation is called \"\(id.shortened)\" (`entente organisation list`).")
        }
        return party
    }

    /// Enters or changes the city of an organisation's seat.
    package func locate(
        _ id: String, in city: String, as actor: String?, requestID: String? = nil
    ) async throws {
        var party = try await party(id)
        party.city = city
        try await change(.organisationAdded(organisation: party), request(requestID, as: actor))
    }

    /// Enters an organisation, unless one of its country is called so in whatever case and accents.
    package func add(_ party: Party, as actor: String?, requestID: String? = nil) async throws {
        guard party.id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) != nil else {
            throw WrongUsage("ID", "small letters, digits and hyphens, at most 40, such as snu")
        }
        try await change(.organisationAdded(organisation: party), request(requestID, as: actor)) {
            guard try await !catalogue.organisations().contains(where: { $0.id == party.id }) else {
                throw Refusal.alreadyThere(
                    LocalizedText(fr: "l’organisme \(party.id)", en: "the organisation \(party.id)"))
            }
            if let known = try await catalogue.organisation(like: party) {
                throw Refusal.alreadyThere(
                    LocalizedText(
                        fr: "l’organisme \(known.id), \(known.name)",
                        en: "the organisation \(known.id), \(known.name)"))
            }
        }
    }

    /// Gives a role from `from` (now when nil) to `until`.
    package func grant(
        _ role: String, to name: String, scope: String, from: String?, until: String?, as actor: String?,
        requestID: String? = nil
    ) async throws -> Grant {
        let request = request(requestID, as: actor)
        let start = try await instant(from, "--from")
        var grant = Grant(
            id: request.identifier("grant"), person: try await person(name), role: try Self.role(role),
            scope: try await named(try Self.scope(scope)), from: start.asked,
            until: try until.map { try times.instant($0, "--until") })
        let asked = RegisterChange.granted(grant: grant)
        grant.from = start.meant
        try await change(.granted(grant: grant), request, asked: asked) {
            try await check(known: grant.scope)
        }
        return try await catalogue.grants(of: grant.person).first { $0.id == grant.id } ?? grant
    }

    /// Ends a grant at `until` (now when nil); answers which open steps that leaves without anybody.
    ///
    /// Not optimised: Swift 6.3.1 crashes while it splits this coroutine.
    @_optimize(none)
    package func end(grant text: String, until: String?, as actor: String?, requestID: String? = nil)
        async throws -> [StaffingGap]
    {
        let known = try await catalogue.grants()
        guard let id = Grant.ID(text), known.contains(where: { $0.id == id }) else {
            throw Refusal.desk(
                "no_such_grant", fr: "Aucune attribution ne porte cet identifiant.",
                en: "No grant has this id.")
        }
        let end = try await instant(until, "--until")
        return try await lacking(
            after: .grantEnded(grant: id, until: end.meant), from: end.meant, request(requestID, as: actor),
            asked: .grantEnded(grant: id, until: end.asked))
    }

    /// Lets `grantee` act for `grantor` in one role.
    package func delegate(
        _ role: String, from grantor: String, to grantee: String, scope: String, starts: String?,
        ends: String?, as actor: String?, requestID: String? = nil
    ) async throws -> Delegation {
        let request = request(requestID, as: actor)
        let start = try await instant(starts, "--starts")
        var delegation = Delegation(
            id: request.identifier("delegation"), grantor: try await person(grantor),
            grantee: try await person(grantee), role: try Self.role(role),
            scope: try await named(try Self.scope(scope)), from: start.asked,
            until: try ends.map { try times.instant($0, "--ends") })
        let asked = RegisterChange.delegated(delegation: delegation)
        delegation.from = start.meant
        try await change(.delegated(delegation: delegation), request, asked: asked) {
            try await check(known: delegation.scope)
            try await check(new: delegation)
        }
        let recorded = try await catalogue.delegations(of: delegation.grantor)
        return recorded.first { $0.id == delegation.id } ?? delegation
    }

    /// Ends a delegation at `at` (now when nil); answers which open steps that leaves without anybody.
    package func revoke(
        delegation text: String, at: String?, as actor: String?, requestID: String? = nil
    ) async throws -> [StaffingGap] {
        let known = try await catalogue.delegations()
        guard let id = Delegation.ID(text), known.contains(where: { $0.id == id }) else {
            throw Refusal.desk(
                "no_such_delegation", fr: "Aucune délégation ne porte cet identifiant.",
                en: "No delegation has this id.")
        }
        let end = try await instant(at, "--at")
        return try await lacking(
            after: .delegationRevoked(delegation: id, at: end.meant), from: end.meant,
            request(requestID, as: actor), asked: .delegationRevoked(delegation: id, at: end.asked))
    }

    /// Opens a call.
    package func open(
        instruments: [String], year: Int, opens: String, closes: String, ranking: String?, as actor: String?,
        requestID: String? = nil
    ) async throws -> Call {
        let request = request(requestID, as: actor)
        let call = Call(
            id: request.identifier("call"), instruments: instruments, year: year,
            opensAt: try times.instant(opens, "--opens"), closesAt: try times.instant(closes, "--closes"),
            rankingAt: try ranking.map { try times.instant($0, "--ranking") })
        try await change(.callOpened(call: call), request) { try await check(instruments: instruments) }
        return call
    }

    /// That each is opened by a definition that waits for calls.
    func check(instruments: [String]) async throws {
        let workflows = try await installation.newestWorkflows()
        let known = workflows.filter { $0.entry == .call }.map(\.instrument).sorted()
        guard let unknown = instruments.first(where: { !known.contains($0) }) else { return }
        let list = known.isEmpty ? "–" : known.joined(separator: ", ")
        throw Refusal.desk(
            "unknown_instrument",
            fr: "Aucune définition publiée n’ouvre « \(unknown.shortened) » par appel ; connus : \(list).",
            en: "No published definition opens \"\(unknown.shortened)\" by a call; known are: \(list).")
    }

    /// Moves a call's closing to a later instant, and tells the agreements that it concerns.
    package func extend(
        _ name: String, to closes: String, as actor: String?, requestID: String? = nil
    ) async throws -> Call {
        let call = try await call(name)
        try await change(
            .callExtended(call: call.id, closesAt: try times.instant(closes, "--closes")),
            request(requestID, as: actor))
        return try await self.call(call.id.description)
    }

    /// A role that workflows may name.
    static func role(_ name: String) throws(Refusal) -> String {
        guard RoleNames.grantable.contains(name) else {
            throw .unknownRole(name, known: RoleNames.grantable.sorted())
        }
        return name
    }

    static func scope(_ text: String, _ option: String = "--scope") throws(WrongUsage) -> Scope {
        guard Scope.isValid(text) else {
            throw WrongUsage(option, "write *, unit:…, party:…, itmo:…, instrument:… or agreement:…")
        }
        return Scope(text)
    }
}
