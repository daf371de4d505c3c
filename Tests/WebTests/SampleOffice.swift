import Agreements
import Engine
import FoundationEssentials
import Web

/// An office that answers what a test gave it.
struct SampleOffice: OfficeDesk {
    var choices: [ListFilter] = []
    var list = ListTable([.file], [], count: 0)
    var view = PortfolioView(today: Day(daysSinceEpoch: 18_000), figures: [], charts: [], terms: [])
    var onQuery: @Sendable (OfficeList, ListQuery) -> Void = { _, _ in }

    func filters(of list: OfficeList, _ visitor: Visitor) async throws -> [ListFilter] { choices }
    func table(_ list: OfficeList, _ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        onQuery(list, query)
        return self.list
    }
    func portfolio(_ visitor: Visitor) async throws -> PortfolioView { view }
}
