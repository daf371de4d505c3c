import Agreements
import HTTPTypes
import Hummingbird

extension Exchange {
    /// A list: its filters, one page of its lines, the way to the others.
    func listPage(
        _ list: OfficeList, with more: [String: Any] = [:], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let visitor = try known()
        let filters = try await ports.office.filters(of: list, visitor)
        let number = try pageNumber()
        var asked = try listQuery(filters)
        asked.offset = (number - 1) * ListQuery.pageSize
        var table = try await ports.office.table(list, asked, visitor)
        if let last = beyondLast(list.path, table.count, ListQuery.pageSize, number) { return last }
        if !Access.registrars.admits(visitor) { table = table.without(.change) }
        let view = ListPage(
            list: list, table: table, filters: filters, query: query, number: number, language: language,
            times: times)
        var values = view.values
        if query["done"] != nil { values["done"] = true }
        if list.isOffice { values["isOffice"] = Access.watch.admits(visitor) }
        values["entries"] = RegisterEntry.links(for: list, visitor, in: language)
        values["hasEntries"] = !RegisterEntry.links(for: list, visitor, in: language).isEmpty
        return try page(
            "list", values.merging(more) { $1 }, title: text("list.\(list.rawValue)"), status: status)
    }

    /// The same lines for a spreadsheet: all that the filter lets through.
    func listSheet(_ list: OfficeList) async throws -> Response {
        let visitor = try known()
        var asked = try listQuery(try await ports.office.filters(of: list, visitor))
        asked.limit = ListQuery.sheetMax
        let table = try await ports.office.table(list, asked, visitor)
        return sheet(table.sheet(in: language, zone: ports.institution.zone), named: list.rawValue)
    }

    /// Rows as a spreadsheet opens them; the mark at the head says that it is UTF-8.
    func sheet(_ rows: [[String]], named name: String) -> Response {
        var response = Response.text(
            "\u{FEFF}\(CSVText.write(rows))", type: "text/csv; charset=utf-8; header=present")
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        response.headers[.vary] = "Accept-Language"
        response.headers[.contentLanguage] = language.rawValue
        return response
    }

    /// What the address asks for; a value that cannot be chosen is refused rather than passed over.
    func listQuery(_ filters: [ListFilter]) throws(Problem) -> ListQuery {
        var values: [String: String] = [:]
        for filter in filters {
            guard let value = query[filter.name] else { continue }
            guard filter.admits(value) else { throw Problem(.unknownFilter) }
            values[filter.name] = value
        }
        return ListQuery(values)
    }

    /// The way from beyond the last page of a list to the last, whatever else the address asks for; nil on every other page.
    func beyondLast(_ path: String, _ count: Int, _ size: Int, _ number: Int) -> Response? {
        let last = PageLinks.last(count, size)
        guard number > last else { return nil }
        let encoded = query.with("page", last == 1 ? nil : "\(last)").encoded
        return redirect(to: encoded.isEmpty ? path : "\(path)?\(encoded)")
    }

    /// Which page the address asks for; the first where it names none.
    func pageNumber() throws(Problem) -> Int {
        guard let text = query["page"] else { return 1 }
        guard let number = Int(text), (1...100_000).contains(number) else { throw Problem(.badRequest) }
        return number
    }
}
