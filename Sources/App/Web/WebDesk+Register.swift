import Agreements
package import Engine
import Storage
package import Web

/// The register as lists: read whole, then cut to the page.
extension WebDesk {
    static let standing = [
        FormChoice("now", LocalizedText(fr: "En cours", en: "Current")),
        FormChoice("past", LocalizedText(fr: "Passés", en: "Past")),
    ]

    static func registerFilters(of list: OfficeList) -> [ListFilter] {
        switch list {
        case .calls, .successions: []
        case .organisations: [ListFilter("text", nil)]
        default: [ListFilter("text", nil), ListFilter("standing", standing)]
        }
    }

    func register(_ list: OfficeList, _ query: ListQuery) async throws -> ListTable {
        let now = try await installation.clock.now()
        switch list {
        case .people: return try await people(query)
        case .organisations: return try await organisations(query)
        case .grants: return try await grants(query, now)
        case .delegations: return try await delegations(query, now)
        case .absences: return try await absences(query, now)
        case .successions: return try await successions(query)
        case .measures: return try await measures(query, now)
        default: return try await calls(query)
        }
    }

    /// The forms that change a line, while there is something to change.
    static func entries(
        _ entries: RegisterEntry..., about id: some CustomStringConvertible, if isOpen: Bool = true
    ) -> ListCell {
        .entries(isOpen ? entries : [], about: id.description)
    }

    /// The name of somebody; of whom it was erased, that.
    static func cell(named name: String?) -> ListCell { name.map(ListCell.text) ?? .words(erased) }

    static let erased = LocalizedText(fr: "(éliminé)", en: "(eliminated)")

    private func people(_ query: ListQuery) async throws -> ListTable {
        let rows = try await installation.catalogue.people()
            .filter { Self.passes(query, isCurrent: $0.person.active, [$0.name, $0.email, $0.person.unit]) }
        return Self.page(
            [.name, .address, .organisation, .unit, .language, .status, .left, .change], rows, query
        ) { row in
            [
                Self.cell(named: row.name), .text(row.email),
                .text(row.person.organisation),
                .text(row.person.unit), .text(row.person.language?.rawValue.uppercased()),
                .words(
                    row.person.active
                        ? LocalizedText(fr: "En poste", en: "Active") : LocalizedText(fr: "Parti", en: "Left")
                ),
                .moment(row.person.leftAt),
                Self.entries(
                    .invitation, .departure, about: row.person.id, if: row.person.active),
            ]
        }
    }

    private func grants(_ query: ListQuery, _ now: Instant) async throws -> ListTable {
        let names = try await CommandDesk(installation).names()
        let rows = try await installation.catalogue.grants().reversed().filter {
            Self.passes(
                query, isCurrent: $0.until.map { now < $0 } ?? true,
                [names[$0.person], $0.role, RoleTitles.name($0.role).fr, RoleTitles.name($0.role).en])
        }
        let scopes = try await ScopeWords(of: rows.map(\.scope), installation.catalogue)
        return Self.page([.name, .role, .scope, .from, .until, .change], rows, query) { grant in
            [
                Self.cell(named: names[grant.person]), .words(RoleTitles.name(grant.role)),
                scopes.cell(grant.scope), .moment(grant.from), .moment(grant.until),
                Self.entries(.grantEnd, about: grant.id, if: grant.until.map { now < $0 } ?? true),
            ]
        }
    }

    private func measures(_ query: ListQuery, _ now: Instant) async throws -> ListTable {
        let rows = try await installation.catalogue.measures().reversed().filter {
            Self.passes(query, isCurrent: $0.until.map { now < $0 } ?? true, [$0.target, $0.legalReference])
        }
        return Self.page([.target, .kind, .from, .until, .law, .exempt, .change], rows, query) { measure in
            [
                .words(Self.country(measure.target)), .words(Self.words(of: measure.kind)),
                .moment(measure.from),
                .moment(measure.until), .text(measure.legalReference),
                .text((measure.exempt ?? []).map(\.description).joined(separator: ", ")),
                Self.entries(.measureEnd, about: measure.id, if: measure.until.map { now < $0 } ?? true),
            ]
        }
    }

    private func calls(_ query: ListQuery) async throws -> ListTable {
        Self.page(
            [.year, .instruments, .opens, .closes, .ranking, .change],
            try await installation.catalogue.calls(), query
        ) {
            [
                .text("\($0.year)"), .text($0.instruments.joined(separator: ", ")), .moment($0.opensAt),
                .moment($0.closesAt), .moment($0.rankingAt), Self.entries(.callExtension, about: $0.id),
            ]
        }
    }

    static func words(of kind: Measure.Kind) -> LocalizedText {
        switch kind {
        case .noNew: LocalizedText(fr: "Rien de nouveau", en: "Nothing new")
        case .noPayment: LocalizedText(fr: "Aucun paiement", en: "No payment")
        case .excludePublic:
            LocalizedText(fr: "Exclusion des organismes publics", en: "Public bodies excluded")
        case .noEvent: LocalizedText(fr: "Aucune manifestation", en: "No event")
        case .screen: LocalizedText(fr: "À examiner", en: "To be screened")
        }
    }

    /// Whether a line is of the asked standing and holds the words.
    static func passes(_ query: ListQuery, isCurrent: Bool, _ texts: [String?]) -> Bool {
        if let standing = query["standing"], (standing == "now") != isCurrent { return false }
        guard let text = query["text"]?.lowercased() else { return true }
        return texts.contains { $0?.lowercased().contains(text) ?? false }
    }

    static func page<Item>(
        _ columns: [ListColumn], _ items: [Item], _ query: ListQuery, _ line: (Item) -> [ListCell]
    ) -> ListTable {
        ListTable(columns, items.dropFirst(query.offset).prefix(query.limit).map(line), count: items.count)
    }
}
