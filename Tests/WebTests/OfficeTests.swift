import Agreements
import Engine
import FoundationEssentials
import Synchronization
import Testing

@testable import Web

@Suite("The office")
struct OfficeTests {
    private func get(_ path: String, roles: Set<String> = ["INT"], _ house: House = House()) async throws
        -> Reply
    {
        let guest = try await house.guest(roles: roles)
        return try await withServer(house: house) { wire in
            try await wire.page(path, of: guest)
        }
    }

    private func post(_ path: String, _ body: String, roles: Set<String> = ["INT"], _ house: House)
        async throws -> Reply
    {
        let guest = try await house.guest(roles: roles)
        let body = "formKey=\(guest.formKey)&\(body)"
        return try await withServer(house: house) { wire in
            try await wire.send(
                "POST \(path)",
                [
                    "Host: localhost", "Connection: close", "Accept: text/html",
                    guest.cookie,
                    "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
                    "Sec-Fetch-Site: same-origin", "Origin: http://localhost",
                ], body: body)
        }
    }

    @Test("The first page counts what waits on what, each with its oldest and its list")
    func office() async throws {
        var house = House()
        let now = Instant(millisecondsSinceEpoch: 1_620_800_000_000)
        house.office.officeView = OfficeView(
            now: now,
            groups: [
                .init(
                    "person", 3, oldest: Instant(millisecondsSinceEpoch: 1_620_000_000_000),
                    path: "/ops/waits?group=person"),
                .init("date", 2, oldest: nil, path: "/ops/waits?group=date"),
            ], late: .init(fr: "3 travaux attendent.", en: "3 jobs wait."),
            sections: [.init("failures", ListTable([.failure, .cause], [], count: 0))])
        let body = try await get("/ops?lang=en", house).body
        for text in [
            "<a href=\"/ops/waits?group=person\">3</a>", "(9 days)", "3 jobs wait.", "Nothing failed.",
            "<a href=\"/ops/waits\">5</a>", "<a href=\"/ops/jobs\">Jobs</a>",
        ] { #expect(body.contains(text), "\(text)") }
        #expect(!body.contains("/ops/clock"))
    }

    @Test(
        "Who does not run the office may not come in; who audits reads and changes nothing",
        arguments: [
            ("/ops", "DG", 403), ("/ops", "AUD", 200), ("/ops/jobs", "PI_FR", 403),
            ("/ops/jobs.csv", "AUD", 200),
        ])
    func access(path: String, role: String, status: Int) async throws {
        #expect(try await get(path, roles: [role]).status == status)
        #expect(try await post("/ops/jobs/7/redrive", "", roles: ["AUD"], House()).status == 403)
    }

    @Test("A dead job gets another life by a button, and a second click finds that it has one")
    func redrive() async throws {
        let asked = Mutex<[Int]>([])
        var house = House()
        house.office.onRedrive = { job in
            let isSecond = asked.withLock { jobs in
                defer { jobs.append(job) }
                return jobs.contains(job)
            }
            if isSecond { throw Refusal(code: "not_dead", text: .init(fr: "non", en: "no")) }
        }
        #expect(try await post("/ops/jobs/7/redrive", "", house).headers["location"] == "/ops/jobs?done=1")
        #expect(try await post("/ops/jobs/7/redrive", "", house).headers["location"] == "/ops/jobs")
        #expect(try await post("/ops/jobs/x/redrive", "", house).status == 404)
        #expect(asked.withLock { $0 } == [7, 7])
    }

    @Test("A notice is shown as it was written, its markup as text, with what each server answered")
    func notice() async throws {
        var house = House()
        let id = UUID()
        house.office.sheets[id] = .sample
        let body = try await get("/ops/notices/\(id.uuidString.lowercased())?lang=en", house).body
        for text in ["Bonjour &lt;b&gt;\nvous", "550 no", "action=\"/ops/jobs/7/redrive\"", "&lt;1@x&gt;"] {
            #expect(body.contains(text), "\(text)")
        }
        house.office.sheets[id]?.address = ""
        #expect(
            try await get("/ops/notices/\(id)?lang=en", house).body.contains(
                "Eliminated, with what was written"))
        #expect(try await get("/ops/notices/\(UUID())", house).status == 404)
        #expect(try await get("/ops/notices/x", house).status == 404)
        let auditor = try await get("/ops/notices/\(id)", roles: ["AUD"], house).body
        #expect(auditor.contains("550 no") && !auditor.contains("/redrive"))
    }

    @Test("The clock goes where the form says; a time that cannot be is told in the form")
    func clock() async throws {
        var house = House()
        house.office.onAdvance = {
            if $0 != "2021-06-01T09:00" { throw FormProblem(["to": .init(fr: "non", en: "no")]) }
        }
        #expect(
            try await post("/ops/clock", "to=2021-06-01T09%3A00", house).headers["location"] == "/ops?done=1")
        #expect(try await post("/ops/clock", "to=", house).status == 422)
        #expect(try await post("/ops/clock", "to=x", roles: ["DG"], house).status == 403)
    }

    private static func entry(
        _ day: Day, at: Instant?, _ kind: String, _ title: String
    ) -> ForecastView.Entry {
        ForecastView.Entry(
            day: day, at: at, file: "LIA-1", path: "/files/LIA-1",
            kind: FormChoice(kind, .init(fr: kind, en: kind)), title: .init(fr: title, en: title), whom: [])
    }

    @Test("The forecast is a page, a calendar and a spreadsheet; a day that cannot be is told in the form")
    func forecast() async throws {
        var house = House()
        house.office.forecastView.entries = [
            Self.entry("2021-02-20", at: nil, "deadline", "Decide"),
            Self.entry("2021-02-21", at: "2021-02-20T23:00:00.000Z", "notice", "Reminder"),
            Self.entry("2021-03-01", at: nil, "deadline", "Report"),
        ]
        let page = try await get("/forecast?lang=en", house).body
        for part in [
            "February 2021 <span class=\"subject\">2\u{A0}lines",
            "<h3 id=\"d2021-02-20\">Saturday 20 February 2021</h3>",
            "<a href=\"#d2021-02-21\">21 <span>1<span class=\"word\">\u{A0}line</span></span></a>", "all day",
            "Decide",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(!page.contains("Report"), "Another month stands on its own page.")
        let march = try await get("/forecast?lang=en&month=2021-03&kind=deadline", house).body
        #expect(march.contains("Report") && !march.contains("Decide"))
        #expect(try await get("/forecast?kind=notice&month=2021-02", house).body.contains("Decide") == false)
        #expect(page.contains("href=\"/forecast.ics?until=2022-01-01&amp;lang=en\""))
        let calendar = try await get("/forecast.ics?until=2022-01-01")
        #expect(calendar.headers["content-type"] == "text/calendar; charset=utf-8")
        #expect(try await get("/forecast?until=never").status == 422)
    }

    @Test("What the forecast is narrowed to, its spreadsheet and its calendar are narrowed to as well")
    func narrowedForecast() async throws {
        let asked = Mutex<[ForecastFilter]>([])
        var house = House()
        house.office.onCalendar = { filter in asked.withLock { $0.append(filter) } }
        house.office.forecastView.entries = [
            Self.entry("2021-02-20", at: nil, "deadline", "Decide"),
            Self.entry("2021-02-21", at: nil, "notice", "Reminder"),
            Self.entry("2021-03-01", at: nil, "deadline", "Report"),
        ]
        let page = try await get("/forecast?lang=en&kind=deadline&file=%2Ffiles%2FLIA-1", house).body
        let query = "until=2022-01-01&lang=en&kind=deadline&file=%2Ffiles%2FLIA-1"
        for path in ["/forecast.csv", "/forecast.ics"] {
            let link = "\(path)?\(query)".replacing("&", with: "&amp;")
            #expect(page.contains("href=\"\(link)\""), "\(path)")
        }
        let sheet = try await get("/forecast.csv?\(query)", house).body
        #expect(sheet.contains("Decide") && sheet.contains("Report") && !sheet.contains("Reminder"))
        let other = try await get("/forecast.csv?file=%2Ffiles%2FLIA-2", house).body
        #expect(!other.contains("LIA-1"))
        for path in ["/forecast.ics?\(query)", "/forecast.ics"] {
            #expect(try await get(path, house).status == 200)
        }
        let whole = ForecastFilter()
        #expect(
            asked.withLock(\.self) == [ForecastFilter(kind: "deadline", file: "/files/LIA-1"), whole])
    }

    @Test(
        "What the forecast cannot be narrowed to is refused, on its page, its spreadsheet and its calendar",
        arguments: ["kind=zz", "file=LIA-1", "month=2021-13", "month=zz", "month=2021-2"])
    func unknownFilter(query: String) async throws {
        for path in ["/forecast", "/forecast.csv", "/forecast.ics"] {
            let reply = try await get("\(path)?\(query)")
            #expect(reply.status == 400, "\(path)")
        }
    }

    @Test("A file of which nothing is expected stays chosen, over no line")
    func otherFile() async throws {
        var house = House()
        house.office.forecastView.entries = [Self.entry("2021-02-20", at: nil, "deadline", "Decide")]
        let body = try await get("/forecast?lang=en&file=%2Ffiles%2FLIA-2&kind=legal", house).body
        #expect(body.contains("<option value=\"/files/LIA-2\" selected>LIA-2</option>"))
        #expect(body.contains("<option value=\"legal\" selected>") && !body.contains("Decide"))
    }

    @Test("Beyond the last page of a month the forecast leads to the last")
    func forecastPages() async throws {
        var house = House()
        house.office.forecastView.entries = (0..<150).map {
            Self.entry("2021-02-20", at: nil, "deadline", "Decide \($0)")
        }
        let beyond = try await get("/forecast?month=2021-02&page=3", house)
        #expect(beyond.status == 303 && beyond.headers["location"] == "/forecast?month=2021-02&page=2")
        #expect(try await get("/forecast?page=2", house).body.contains("Decide 149"))
    }
}
