import Agreements
package import Engine
import Storage
package import Web

extension WebDesk: OfficeDesk {
    /// What a list can be narrowed and ordered by.
    package func filters(of list: OfficeList, _ visitor: Visitor) async throws -> [ListFilter] {
        try await answering {
            switch list {
            case .files: try await fileFilters(visitor)
            case .waits: try await waitFilters()
            case .steps: try await stepFilters(visitor)
            case .notices: Self.noticeFilters(visitor)
            case .jobs: Self.jobFilters(visitor)
            case .people, .organisations, .grants, .delegations, .absences, .successions, .measures, .calls:
                try await registerFilters(of: list)
            case .subscriptions: try await subscriptionFilters()
            case .reference: Self.referenceFilters
            }
        }
    }

    /// A part of a list, with the count of the whole.
    package func table(_ list: OfficeList, _ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        try await answering {
            switch list {
            case .files: try await files(query, visitor)
            case .waits: try await waits(query, visitor)
            case .steps: try await steps(query, visitor)
            case .notices: try await notices(query, visitor)
            case .jobs: try await jobs(query, visitor)
            case .people, .organisations, .grants, .delegations, .absences, .successions, .measures, .calls:
                try await register(list, query)
            case .subscriptions: try await subscriptions(query, visitor)
            case .reference: try await reference(query)
            }
        }
    }

    func today() async throws -> Day { zone.day(of: try await installation.clock.now()) }
}

extension WebDesk {
    /// Months within which a term may end.
    static let endings = [3, 6, 12]

    private func fileFilters(_ visitor: Visitor) async throws -> [ListFilter] {
        let words = try await PortfolioWords(self)
        return [
            ListFilter("text", nil), ListFilter("instrument", words.instruments),
            ListFilter("legal", LegalStatus.allCases.map { FormChoice($0.rawValue, Self.legal($0)) }),
            ListFilter("stage", words.stages),
            ListFilter(
                "country", try await catalogue(visitor).partnerCountries().map(Self.choice).sortedByFrench),
            ListFilter("region", words.regions), ListFilter("itmo", words.itmos + [PortfolioWords.unstated]),
            ListFilter("ending", Self.endings.map(Self.ending) + [PortfolioWords.openEnded]),
            .day("endsFrom"), .day("endsUntil"),
            ListFilter("sort", Self.orders, isFixed: true),
        ]
    }

    private static func choice(_ code: String) -> FormChoice { FormChoice(code, country(code)) }

    private static func ending(_ months: Int) -> FormChoice {
        FormChoice("\(months)", LocalizedText(fr: "Dans les \(months) mois", en: "Within \(months) months"))
    }

    private static let orders = PortfolioFilter.Order.allCases.map { order in
        switch order {
        case .recent:
            FormChoice(order.rawValue, LocalizedText(fr: "Derniers actes d’abord", en: "Latest acts first"))
        case .opened:
            FormChoice(
                order.rawValue, LocalizedText(fr: "Ouverts en dernier d’abord", en: "Opened last first"))
        case .reference: FormChoice(order.rawValue, LocalizedText(fr: "Référence", en: "Reference"))
        case .ending: FormChoice(order.rawValue, LocalizedText(fr: "Fin du terme", en: "End of term"))
        }
    }

    private func files(_ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        let filter = Self.filter(query, today: try await today())
        let rows = try await catalogue(visitor).files(filter, offset: query.offset, limit: query.limit)
        var lines: [[ListCell]] = []
        for row in rows {
            lines.append(Self.line(row, try await installation.engine.workflow(row.workflow, row.version)))
        }
        return ListTable(
            [.file, .subject, .instrument, .stage, .legal, .countries, .itmo, .start, .end], lines,
            count: try await catalogue(visitor).count(of: filter))
    }

    static func filter(_ query: ListQuery, today: Day) -> PortfolioFilter {
        var filter = PortfolioFilter(today: today)
        filter.instrument = query["instrument"]
        filter.legal = query["legal"].flatMap(LegalStatus.init(rawValue:))
        filter.stage = query["stage"]
        (filter.country, filter.region, filter.itmo) = (query["country"], query["region"], query["itmo"])
        filter.endingBy = query["ending"].flatMap(Int.init).map { today.adding(months: $0) }
        filter.isOpenEnded = query["ending"] == PortfolioWords.openEnded.value
        (filter.endsFrom, filter.endsUntil) = (query.day("endsFrom"), query.day("endsUntil"))
        filter.text = query["text"]
        filter.order = query["sort"].flatMap(PortfolioFilter.Order.init(rawValue:)) ?? .recent
        return filter
    }

    private static func line(_ row: PortfolioRow, _ workflow: Workflow) -> [ListCell] {
        let name = row.reference ?? row.id.description
        return [
            .link(file(row.reference), to: path(name)), .text(row.subject), .words(workflow.title),
            .several(stages(row.state, in: workflow)), .tag(legal(row.legal), code: row.legal.rawValue),
            .several(row.countries.map(country)), .text(row.itmo), .day(row.termStart), .day(row.termEnd),
        ]
    }

    /// What a file is called in a list.
    static func file(_ reference: String?) -> LocalizedText {
        reference.map { LocalizedText(fr: $0, en: $0) } ?? LocalizedText(fr: "Brouillon", en: "Draft")
    }

    /// The reference of a file; of one that has none yet its acronym, where the visitor may know it.
    func name(
        of file: Agreement.ID, called reference: String?, _ visitor: Visitor
    ) async throws -> LocalizedText {
        guard reference == nil, let agreement = try await agreement(file.description, visitor),
            let acronym = try await desk(visitor).dossier(of: agreement)["acronym"]?.text
        else { return Self.file(reference) }
        return LocalizedText(fr: "\(acronym) (brouillon)", en: "\(acronym) (draft)")
    }

    /// Where the page of a file is.
    static func path(_ name: String) -> String { "/files/\(name)" }

    /// The stages that active states belong to, each once.
    static func stages(_ state: [String], in workflow: Workflow) -> [LocalizedText] {
        let life = workflow.processes["life"]
        var stages: [String] = []
        for stage in state.map({ String($0.prefix { $0 != "." }) }) where !stages.contains(stage) {
            stages.append(stage)
        }
        return stages.map { life?.states[$0]?.title ?? LocalizedText(fr: $0, en: $0) }
    }

    static func legal(_ status: LegalStatus) -> LocalizedText {
        switch status {
        case .none: LocalizedText(fr: "Sans effet", en: "No effect yet")
        case .inForce: LocalizedText(fr: "En vigueur", en: "In force")
        case .suspended: LocalizedText(fr: "Suspendu", en: "Suspended")
        case .expiredPending: LocalizedText(fr: "Échu, suite attendue", en: "Expired, pending")
        case .ended: LocalizedText(fr: "Terminé", en: "Ended")
        }
    }
}
