import Agreements
import Engine
package import Storage

extension CommandDesk {
    /// The reference rows of a list, or of all, that hold on a day; today's legal day when nil, every row
    /// that ever held with `all`.
    package func reference(
        _ list: ReferenceRow.List?, asOf day: String?, all: Bool
    ) async throws -> [ReferenceRow] {
        let zone = installation.institution.zone
        let today = zone.day(of: try await installation.store.now())
        let asked = try day.map { try times.day($0, "--as-of") } ?? today
        return try await installation.reference.rows(of: list, on: all ? nil : asked)
    }

    /// Refuses an ITMO that is not one on today's legal day, neither by the lists nor by a merger of the register.
    ///
    /// Where no list was loaded none is known, and any is taken.
    func check(itmo code: String) async throws {
        let rows = try await installation.reference.rows(of: .itmo)
        let today = installation.institution.zone.day(of: try await installation.store.now())
        let current = rows.filter { $0.holds(on: today) }.map(\.code)
        guard !rows.isEmpty, !current.contains(code) else { return }
        guard try await !catalogue.successions().contains(where: { $0.kind == .itmo && $0.into == code })
        else { return }
        let former = rows.filter { $0.code == code && $0.hasEnded(by: today) }
        if let former = former.max(by: { ($0.until ?? today) < ($1.until ?? today) }) {
            throw Refusal.formerITMO(former)
        }
        throw Refusal.unknownITMO(code, known: current)
    }

    /// Refuses what no list ever named as an ITMO, and no merger brought about: a slip would hand files over to nobody.
    func check(knownITMO code: String) async throws {
        let known = try await installation.reference.rows(of: .itmo).map(\.code)
        guard !known.isEmpty, !known.contains(code) else { return }
        guard try await !catalogue.successions().contains(where: { $0.kind == .itmo && $0.into == code })
        else { return }
        throw Refusal.unknownITMO(code, known: known.uniqued())
    }
}

extension CommandDesk {
    /// The same scope, a file by its id.
    func named(_ scope: Scope) async throws -> Scope {
        guard scope.description.hasPrefix("agreement:") else { return scope }
        return .agreement(try await agreement(String(scope.description.dropFirst("agreement:".count))).id)
    }

    /// Refuses a scope that names what nobody knows: a slip would give a right over nothing.
    func check(known scope: Scope) async throws {
        let parts = scope.description.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        switch parts[0] {
        case "itmo": try await check(knownITMO: parts[1])
        case "unit": try await check(knownUnit: parts[1])
        case "party": try await check(organisation: parts[1])
        case "instrument": try await check(knownInstrument: parts[1])
        case "agreement": _ = try await agreement(parts[1])
        default: return
        }
    }

    /// A unit is known by its people, by a role over it or by a merger; while none is known, any is taken.
    private func check(knownUnit code: String) async throws {
        let granted = try await catalogue.grants().map(\.scope.description).filter { $0.hasPrefix("unit:") }
        let merged = try await catalogue.successions().filter { $0.kind == .unit }.map(\.into)
        let known =
            try await catalogue.people().compactMap(\.person.unit) + merged
            + granted.map { String($0.dropFirst("unit:".count)) }
        guard !known.isEmpty, !known.contains(code) else { return }
        throw Refusal.desk(
            "unknown_unit",
            fr:
                "Aucune unité « \(code.shortened) » : personne au registre n’en est. Entrez-en d’abord quelqu’un "
                + "(`entente person add --unit`).",
            en:
                "No unit \"\(code.shortened)\": nobody of the register belongs to it. Enter somebody of it first "
                + "(`entente person add --unit`).")
    }

    private func check(knownInstrument name: String) async throws {
        let known =
            try await installation.newestWorkflows().map(\.instrument)
            + installation.reference.rows(of: .instrument).map(\.code)
        guard !known.isEmpty, !known.contains(name) else { return }
        let list = known.uniqued().sorted().joined(separator: ", ")
        throw Refusal.desk(
            "unknown_instrument", fr: "Aucun dispositif « \(name.shortened) » ; connus : \(list).",
            en: "No instrument \"\(name.shortened)\"; known are: \(list).")
    }
}

extension ReferenceRow {
    fileprivate func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && !hasEnded(by: day)
    }

    fileprivate func hasEnded(by day: Day) -> Bool { until.map { $0 <= day } ?? false }
}

extension Refusal {
    fileprivate static func formerITMO(_ row: ReferenceRow) -> Refusal {
        let until = row.until?.written ?? LocalizedText(fr: "", en: "")
        let next = row.successors.joined(separator: ", ")
        return .desk(
            "former_itmo",
            fr: "\(row.code) (\(row.name.fr)) n’est plus un ITMO depuis le \(until.fr)"
                + (next.isEmpty ? "." : " : écrivez \(next)."),
            en: "\(row.code) (\(row.name.en)) is no ITMO since \(until.en)"
                + (next.isEmpty ? "." : ": write \(next)."))
    }

    fileprivate static func unknownITMO(_ code: String, known: [String]) -> Refusal {
        let list = known.joined(separator: ", ")
        return .desk(
            "unknown_itmo", fr: "Aucun ITMO n’a le code « \(code.shortened) » ; connus : \(list).",
            en: "No ITMO has the code \"\(code.shortened)\"; known are: \(list).")
    }
}
