import Agreements
import HTTPTypes
import Hummingbird

extension Exchange {
    /// What is expected until a day, a month on a page.
    func forecastPage() async throws -> Response {
        do {
            let view = try await ports.office.forecast(until: query["until"], try known())
            let values = ForecastPage(view: view, query: query, language: language, times: times).values
            return try page("forecast", values, title: text("forecast.title"))
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
            return sheet(view.table.sheet(in: language, zone: ports.institution.zone), named: "forecast")
        } catch is FormProblem { throw Problem(.badRequest) }
    }

    /// The same for a calendar.
    func forecastCalendar() async throws -> Response {
        do {
            let text = try await ports.office.calendar(until: query["until"], in: language, try known())
            var response = Response.text(text, type: "text/calendar; charset=utf-8")
            response.headers[.contentDisposition] = "attachment; filename=\"forecast.ics\""
            return response
        } catch is FormProblem { throw Problem(.badRequest) }
    }
}
