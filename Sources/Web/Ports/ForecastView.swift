package import Agreements

/// What is expected until the end of a day, the next first.
package struct ForecastView: Sendable, Hashable {
    package var until: Day
    package var table: ListTable

    package init(until: Day, table: ListTable) {
        self.until = until
        self.table = table
    }

    /// Lines that the page shows.
    package static let shownMax = 500
}
