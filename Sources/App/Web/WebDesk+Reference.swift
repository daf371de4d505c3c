import Agreements
package import Engine
import Logging
import Storage
package import Web

/// The reference lists: read whole, then cut to the page.
extension WebDesk {
    static let referenceFilters = [
        ListFilter("text", nil),
        ListFilter("list", ReferenceRow.List.allCases.map { FormChoice($0.rawValue, words(of: $0)) }),
        ListFilter("standing", standing),
    ]

    func reference(_ query: ListQuery) async throws -> ListTable {
        let today = try await today()
        let list = query["list"].flatMap(ReferenceRow.List.init(rawValue:))
        let rows = try await installation.reference.rows(of: list).filter { row in
            Self.passes(
                query, isCurrent: row.until.map { today < $0 } ?? true,
                [row.code, row.member],
                [row.name, Self.words(of: row.list)] + (row.member.map { [Self.country($0)] } ?? []))
        }
        return Self.page(
            [.code, .list, .name, .country, .from, .until, .next, .details, .change], rows, query
        ) {
            row in
            [
                .text(row.code), .words(Self.words(of: row.list)), .words(row.name),
                row.member.map { ListCell.words(Self.country($0)) } ?? .none, .day(row.from), .day(row.until),
                .text(row.successors.joined(separator: ", ")), .text(Self.details(row)),
                Self.entries(.referenceChange, .referenceEnd, about: row.key, if: row.until == nil),
            ]
        }
    }

    /// Brings the reference lists up to the server's files.
    package func loadReference(_ visitor: Visitor) async throws {
        try await answering {
            guard try await desk(visitor).isOfOffice(visitor.person) else { throw Refusal.notForYou }
            do { try await ReferenceLoader(installation).load() } catch let fault as ReferenceFault {
                installation.logger.error("reference data not loaded", metadata: ["why": "\(fault)"])
                throw Refusal.referenceUnreadable
            }
        }
    }

    private static func details(_ row: ReferenceRow) -> String? {
        let details = (row.details ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let all = [row.alpha3].compactMap(\.self) + details
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }

    static func words(of list: ReferenceRow.List) -> LocalizedText {
        switch list {
        case .country: LocalizedText(fr: "Pays", en: "Countries")
        case .region: LocalizedText(fr: "Régions", en: "Regions")
        case .itmo: LocalizedText(fr: "ITMO", en: "Thematic institutes")
        case .instrument: LocalizedText(fr: "Dispositifs", en: "Instruments")
        case .retention: LocalizedText(fr: "Durées de conservation", en: "Retention periods")
        }
    }
}

extension Refusal {
    fileprivate static let notForYou = Refusal.desk(
        "not_authorized", fr: "Seul le bureau met les listes à jour.",
        en: "Only the office brings the lists up to date.")
    fileprivate static let referenceUnreadable = Refusal.desk(
        "reference_unreadable",
        fr: "Les fichiers de référence ne se lisent pas ; le journal du serveur dit où. Rien n’a changé.",
        en: "The reference files cannot be read; the server's log says where. Nothing was changed.")
}
