package import Agreements
import Engine
package import Storage

/// What somebody says of an entry of a reference list.
package struct NewReference: Sendable, Hashable {
    package var key: ReferenceRow.Key
    package var name: LocalizedText
    /// The codes that take the place of one that ends.
    package var successors: [String]
    /// Of a period of retention: how long, and what then; nil leaves it as it is.
    package var period: String?
    package var fate: String?
    /// The first day on which it holds; today's legal day when nil.
    package var from: String?
    /// The first day on which it holds no more.
    package var until: String?

    /// What is nil stays as it is, or is today.
    package init(
        _ key: ReferenceRow.Key, name: LocalizedText, successors: [String] = [], period: String? = nil,
        fate: String? = nil, from: String? = nil, until: String? = nil
    ) {
        (self.key, self.name, self.successors) = (key, name, successors)
        (self.period, self.fate, self.from, self.until) = (period, fate, from, until)
    }
}

extension CommandDesk {
    /// Has an entry of a reference list say this from a day on; what it said before ends there and stays to be read.
    ///
    /// Said again, it changes nothing. What is entered is left alone when the files are loaded.
    package func enter(_ new: NewReference, as actor: String?) async throws -> ReferenceRow {
        let person = try await officeMember(as: actor)
        let rows = try await installation.reference.rows(of: new.key.list)
        let row = try await row(new, after: rows.last { $0.key == new.key }, among: rows)
        try await changing { try await installation.reference.enter(row, by: person) }
        return row
    }

    /// Ends an entry of a reference list on a day (today's legal day when nil), from which on it holds no more.
    package func end(reference key: ReferenceRow.Key, on day: String?, as actor: String?) async throws {
        let person = try await officeMember(as: actor)
        guard try await installation.reference.rows(of: key.list).contains(where: { $0.key == key }) else {
            throw Refusal.desk(
                "no_such_entry", fr: "Aucune liste n’a cette entrée (`entente reference list`).",
                en: "No list has this entry (`entente reference list`).")
        }
        let end = try await self.day(day, "--until")
        try await changing { try await installation.reference.end(key, on: end, by: person) }
    }

    /// Who changes the lists: somebody of the office, or nobody as long as nobody administers.
    func officeMember(as actor: String?) async throws -> Person.ID? {
        guard let person = try await registrar(as: actor) else { return nil }
        guard try await isOfOffice(person) else {
            throw Refusal.desk(
                "not_authorized", fr: "Seul le bureau tient les listes et l’adresse de contact.",
                en: "Only the office keeps the lists and the contact address.")
        }
        return person
    }

    private func day(_ text: String?, _ option: String) async throws -> Day {
        if let text { return try times.day(text, option) }
        return installation.institution.zone.day(of: try await installation.store.now())
    }

    private func row(
        _ new: NewReference, after last: ReferenceRow?, among rows: [ReferenceRow]
    ) async throws -> ReferenceRow {
        try await check(new.key)
        for (option, name) in [("--fr", new.name.fr), ("--en", new.name.en)] {
            if let problem = name.problemAsName { throw WrongUsage(option, problem) }
        }
        let from = try await day(new.from, "--from")
        let until = try new.until.map { try times.day($0, "--until") }
        guard until.map({ from < $0 }) ?? true else {
            throw WrongUsage(
                "--until", LocalizedText(fr: "un jour après le premier", en: "a day after the first one"))
        }
        guard Set(new.successors).isSubset(of: rows.map(\.code)) else {
            throw WrongUsage(
                "--successors", LocalizedText(fr: "des codes de la même liste", en: "codes of the same list"))
        }
        return ReferenceRow(
            new.key.list, new.key.code, member: new.key.member, alpha3: last?.alpha3, name: new.name,
            successors: new.successors, details: try details(new, after: last), from: from, until: until)
    }

    private func details(_ new: NewReference, after last: ReferenceRow?) throws -> [String: String]? {
        guard new.key.list == .retention else { return last?.details }
        guard var details = last?.details else {
            throw WrongUsage("--list", "periods of retention are changed here, new ones come with a release")
        }
        details["period"] = new.period ?? details["period"]
        details["fate"] = new.fate ?? details["fate"]
        let row = ReferenceRow(.retention, new.key.code, name: new.name, details: details)
        if let column = RetentionRule.unreadable(row) { throw WrongUsage("--\(column)", "as P5Y, or a fate") }
        return details
    }

    private func check(_ key: ReferenceRow.Key) async throws {
        guard key.code.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,15}/) != nil else {
            throw WrongUsage("--code", "letters, digits, hyphens, at most 16")
        }
        guard key.list == .region else {
            guard key.member == nil else { throw WrongUsage("--member", "for a region only") }
            if key.list == .country { try await check(country: key.code) }
            return
        }
        let countries = try await installation.reference.rows(of: .country).map(\.code)
        guard let member = key.member, countries.isEmpty || countries.contains(member) else {
            throw WrongUsage("--member", "the code of a country, such as KR")
        }
    }

    /// A country is entered under its own code, never under one that stands for nothing.
    private func check(country code: String) async throws {
        guard !CountryCodes.known.contains(code),
            try await !installation.reference.rows(of: .country).contains(where: { $0.code == code })
        else { return }
        throw WrongUsage(
            "--code",
            LocalizedText(
                fr: "un code de pays de l’ISO 3166-1, de deux majuscules, comme KR",
                en: "a country code of ISO 3166-1, two capitals, such as KR"))
    }

    private func changing(_ body: () async throws -> Void) async throws {
        do { try await body() } catch StorageFault.referenceIsLater {
            throw Refusal.desk(
                "reference_later",
                fr:
                    "Cette entrée a déjà une ligne qui commence ce jour-là ou plus tard : choisissez un jour après.",
                en: "This entry has a row that begins on that day or later: choose a day after it.")
        }
    }
}
