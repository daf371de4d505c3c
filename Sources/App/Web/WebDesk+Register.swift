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

    func registerFilters(of list: OfficeList) async throws -> [ListFilter] {
        switch list {
        case .calls: try await callFilters()
        case .successions:
            [
                ListFilter("text", nil),
                ListFilter("kind", Succession.Kind.allCases.map { FormChoice($0.rawValue, $0.words) }),
            ]
        case .organisations: [ListFilter("text", nil)]
        default: [ListFilter("text", nil), ListFilter("standing", Self.standing)]
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
        default: return try await calls(query, now)
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
            .filter {
                Self.passes(
                    query, isCurrent: $0.person.active,
                    [$0.name, $0.email, $0.person.organisation, $0.person.unit])
            }
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
        let grants = try await installation.catalogue.grants()
        let scopes = try await ScopeWords(of: grants.map(\.scope), installation.catalogue)
        let rows = grants.reversed().filter {
            Self.passes(
                query, isCurrent: $0.until.map { now < $0 } ?? true, [names[$0.person], $0.role],
                [RoleTitles.name($0.role), scopes.text($0.scope)])
        }
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
            Self.passes(
                query, isCurrent: $0.until.map { now < $0 } ?? true, [$0.target, $0.legalReference],
                [Self.country($0.target), Self.words(of: $0.kind)])
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

    private func callFilters() async throws -> [ListFilter] {
        let calls = try await installation.catalogue.calls()
        let years = Set(calls.map(\.year)).sorted(by: >).map { "\($0)" }
        return [
            ListFilter("instrument", try await registerFields().instruments),
            ListFilter("year", years.map { FormChoice($0, LocalizedText(fr: $0, en: $0)) }),
            ListFilter("standing", Self.standing),
        ]
    }

    /// A call is current until it closes.
    private func calls(_ query: ListQuery, _ now: Instant) async throws -> ListTable {
        let rows = try await installation.catalogue.calls().filter { call in
            (query["instrument"].map { call.instruments.contains($0) } ?? true)
                && (query["year"] ?? "\(call.year)") == "\(call.year)"
                && Self.passes(query, isCurrent: now <= call.closesAt, [])
        }
        return Self.page([.year, .instruments, .opens, .closes, .ranking, .change], rows, query) {
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

    /// Whether a line is of the asked standing and holds the words, in either language, case and with or without accents.
    static func passes(
        _ query: ListQuery, isCurrent: Bool, _ texts: [String?], _ words: [LocalizedText] = []
    ) -> Bool {
        if let standing = query["standing"], (standing == "now") != isCurrent { return false }
        guard let text = query["text"]?.plainLetters else { return true }
        let said = texts.compactMap(\.self) + words.flatMap { [$0.fr, $0.en] }
        return said.contains { $0.plainLetters.contains(text) }
    }

    static func page<Item>(
        _ columns: [ListColumn], _ items: [Item], _ query: ListQuery, _ line: (Item) -> [ListCell]
    ) -> ListTable {
        ListTable(columns, items.dropFirst(query.offset).prefix(query.limit).map(line), count: items.count)
    }
}
