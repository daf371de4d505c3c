import Agreements
import HTTPTypes
import Hummingbird

extension Exchange {
    /// What is expected until a day, a month on a page.
    func forecastPage() async throws -> Response {
        do {
            let number = try pageNumber()
            let view = try await ports.office.forecast(until: query["until"], try known())
            let shown = ForecastPage(
                view: view, filter: forecastFilter, query: query, number: number, language: language,
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
            let view = try await ports.office.forecast(until: query["until"], try known())
            let table = view.table(forecastFilter)
            return sheet(table.sheet(in: language, zone: ports.institution.zone), named: "forecast")
        } catch is FormProblem { throw Problem(.badRequest) }
    }

    /// The same for a calendar.
    func forecastCalendar() async throws -> Response {
        do {
            let text = try await ports.office.calendar(
                until: query["until"], forecastFilter, in: language, try known())
            var response = Response.text(text, type: "text/calendar; charset=utf-8")
            response.headers[.contentDisposition] = "attachment; filename=\"forecast.ics\""
            return response
        } catch is FormProblem { throw Problem(.badRequest) }
    }

    private var forecastFilter: ForecastFilter { ForecastFilter(kind: query["kind"], file: query["file"]) }
}
