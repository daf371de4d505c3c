package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// Notes that a person left; answers which open steps that leaves without anybody.
    ///
    /// They hold nothing from now on, and what they delegated or was delegated to them has lapsed.
    package func disable(
        person name: String, as actor: String?, requestID: String? = nil
    ) async throws -> [StaffingGap] {
        let person = try await person(name)
        return try await lacking(
            after: .personDisabled(person: person), from: try await installation.store.now(),
            request(requestID, as: actor))
    }

    /// Enters an absence, both days included; answers it with the open steps that it leaves without anybody.
    package func add(
        absenceOf name: String, from: String, until: String, as actor: String?, requestID: String? = nil
    ) async throws -> (absence: Absence, lacking: [StaffingGap]) {
        let request = request(requestID, as: actor)
        let absence = Absence(
            id: request.identifier("absence"), person: try await person(name),
            from: try times.day(from, "--from"), until: try times.day(until, "--until"))
        let gaps = try await lacking(
            after: .absenceSet(absence: absence), try await wholeRegister(), until: absence.until, request)
        return (absence, gaps)
    }

    /// Ends an absence: `until` is its last day now, yesterday when nil; one that has not begun then has no
    /// day.
    package func end(
        absence text: String, until: String?, as actor: String?, requestID: String? = nil
    ) async throws -> Absence {
        let known = try await catalogue.absences()
        guard var absence = known.first(where: { $0.id == Absence.ID(text) }) else {
            throw Refusal.desk(
                "no_such_absence", fr: "Aucune absence ne porte cet identifiant.",
                en: "No absence has this id.")
        }
        let today = installation.institution.zone.day(of: try await installation.store.now())
        absence.until =
            try until.map { try times.day($0, "--until") }
            ?? max(today.adding(days: -1), absence.from.adding(days: -1))
        try await change(
            .absenceEnded(absence: absence.id, until: absence.until), request(requestID, as: actor))
        return absence
    }

    /// Enters that a thematic institute or a unit is merged into another from 00:00 of a day on (today when
    /// nil).
    package func add(
        successionOf code: String, into successor: String, kind: Succession.Kind, on day: String?,
        as actor: String?, requestID: String? = nil
    ) async throws -> Succession {
        let today = installation.institution.zone.day(of: try await installation.store.now())
        for code in [code, successor] { try await check(known: Scope("\(kind.rawValue):\(code)")) }
        let succession = Succession(
            kind: kind, from: code, into: successor, on: try day.map { try times.day($0, "--on") } ?? today)
        try await change(.succeeded(succession: succession), request(requestID, as: actor))
        return succession
    }

    /// Takes a merger back that was entered by mistake: from now on the files are of what they were.
    package func undo(
        successionOf code: String, kind: Succession.Kind, as actor: String?, requestID: String? = nil
    ) async throws -> Succession {
        let asked = Succession(kind: kind, from: code, into: code, on: Day(daysSinceEpoch: 0))
        let known = try await catalogue.successions().first { $0.kind == kind && $0.from == code }
        let receipt = try await change(
            .successionUndone(succession: known ?? asked), request(requestID, as: actor),
            asked: .successionUndone(succession: asked)
        ) {
            guard known == nil else { return }
            throw Refusal.desk(
                "no_such_succession",
                fr: "Aucune fusion de « \(code.shortened) » n’est enregistrée (`entente succession list`).",
                en: "No merger of \"\(code.shortened)\" is entered (`entente succession list`).")
        }
        return try await catalogue.succession(undoneAt: receipt.seq) ?? known ?? asked
    }
}
