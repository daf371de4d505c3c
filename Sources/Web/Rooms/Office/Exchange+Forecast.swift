import Agreements
import HTTPTypes
import Hummingbird

extension Exchange {
    /// What is expected until a day, a month on a page.
    func forecastPage() async throws -> Response {
        do {
            let (number, filter) = (try pageNumber(), try forecastFilter())
            let view = try await ports.office.forecast(until: query["until"], try known())
            let shown = ForecastPage(
                view: view, filter: filter, query: query, number: number, language: language,
                times: times)
            return try beyondLast("/forecast", shown.lineCount, ForecastPage.pageSize, number)
                ?? page("forecast", shown.values, title: text("forecast.title"))
        } catch let problem as FormProblem {
            let values: [String: Any] = [
                "until": query["until"] ?? "", "hasProblems": true, "isRefused": true,
                "problems": problem.fields.map {
                    ["id": "until", "label": text("forecast.until"), "problem": $0.value[language]]
                },
            ]
            return try page(
                "forecast", values, title: text("forecast.title"), status: .unprocessableContent)
        }
    }

    func forecastSheet() async throws -> Response {
        do {
            let filter = try forecastFilter()
            let view = try await ports.office.forecast(until: query["until"], try known())
            let table = view.table(filter)
            return sheet(table.sheet(in: language, zone: ports.institution.zone), named: "forecast")
        } catch is FormProblem { throw Problem(.badRequest) }
    }

    /// The same for a calendar.
    func forecastCalendar() async throws -> Response {
        do {
            let text = try await ports.office.calendar(
                until: query["until"], try forecastFilter(), in: language, try known())
            var response = Response.text(text, type: "text/calendar; charset=utf-8")
            response.headers[.contentDisposition] = "attachment; filename=\"forecast.ics\""
            return response
        } catch is FormProblem { throw Problem(.badRequest) }
    }

    /// What the address asks for; a value that cannot be chosen is refused rather than passed over.
    private func forecastFilter() throws(Problem) -> ForecastFilter {
        let filter = ForecastFilter(kind: query["kind"], file: query["file"])
        guard filter.isPossible, query["month"].map(CalendarMonth.isCode) ?? true else {
            throw Problem(.unknownFilter)
        }
        return filter
    }
}
