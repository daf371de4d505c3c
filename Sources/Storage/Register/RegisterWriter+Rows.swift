import Agreements
import Postgres

extension RegisterWriter {
    func add(_ person: Person, _ contact: SaltedContact?, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.person (id, active, organisation, unit, language, seq, name, email, os_user, salt,
            contact_hash)
        VALUES (\(person.id), \(person.active), \(person.organisation), \(person.unit),
            \(person.language?.rawValue),
            \(seq), \(contact?.contact.name), \(contact?.contact.email),
            \(contact?.contact.operatingSystemUser), \(contact?.salt), \(person.contact))
        """
    }

    func put(_ organisation: Party, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.organisation (id, name, city, country, kind, home, seq)
        VALUES (\(organisation.id), \(organisation.name), \(organisation.city), \(organisation.country),
            \(organisation.kind.rawValue),
            \(organisation.home), \(seq))
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, city = excluded.city, country = excluded.country,
            kind = excluded.kind, home = excluded.home, seq = excluded.seq
        """
    }

    func add(_ grant: Grant, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.role_grant (id, person, role, scope, valid_from, valid_until, seq)
        VALUES (\(grant.id), \(grant.person), \(grant.role), \(grant.scope.description), \(grant.from),
            \(grant.until),
            \(seq))
        """
    }

    func add(_ delegation: Delegation, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.delegation (
            id, grantor, grantee, role, scope, valid_from, valid_until, revoked_at, seq)
        VALUES (\(delegation.id), \(delegation.grantor), \(delegation.grantee), \(delegation.role),
            \(delegation.scope.description), \(delegation.from), \(delegation.until), \(delegation.revokedAt),
                \(seq))
        """
    }

    func add(_ measure: Measure, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.measure
            (id, target, kind, valid_from, valid_until, legal_reference, exempt, seq)
        VALUES (\(measure.id), \(measure.target), \(measure.kind.rawValue), \(measure.from), \(measure.until),
            \(measure.legalReference), \(measure.exempt?.map(\.description)), \(seq))
        """
    }

    func add(_ absence: Absence, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.absence (id, person, first_day, last_day, seq)
        VALUES (\(absence.id), \(absence.person), \(absence.from), \(absence.until), \(seq))
        """
    }

    func add(_ succession: Succession, _ seq: Int) -> SQL {
        """
        INSERT INTO entente.succession_entry (kind, code, successor, on_day, seq)
        VALUES (\(succession.kind.rawValue), \(succession.from), \(succession.into), \(succession.on), \(seq))
        """
    }

    func add(_ call: Call) -> SQL {
        """
        INSERT INTO entente.call (id, instruments, year, opens_at, closes_at, ranking_at)
        VALUES (\(call.id), \(call.instruments), \(call.year)::int, \(call.opensAt), \(call.closesAt),
            \(call.rankingAt))
        """
    }

    /// One row a person, the instruments sorted.
    func subscribe(_ person: Person.ID, to instruments: [String], _ seq: Int) -> SQL {
        """
        INSERT INTO entente.subscription AS s (person, instruments, seq)
        VALUES (\(person), \(Set(instruments).sorted()), \(seq))
        ON CONFLICT (person) DO UPDATE SET seq = excluded.seq, instruments = ARRAY (
            SELECT i FROM unnest(s.instruments || excluded.instruments) i GROUP BY i ORDER BY i COLLATE "C")
        """
    }

    func unsubscribe(_ person: Person.ID, from instruments: [String], _ seq: Int) -> SQL {
        """
        UPDATE entente.subscription SET seq = \(seq), instruments = ARRAY (
            SELECT i FROM unnest(instruments) i WHERE i <> ALL (\(instruments)) ORDER BY i COLLATE "C")
        WHERE person = \(person)
        """
    }
}
