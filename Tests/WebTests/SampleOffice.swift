import Agreements
import Engine
import FoundationEssentials
import Web

/// An office that answers what a test gave it.
struct SampleOffice: OfficeDesk {
    var choices: [ListFilter] = []
    var list = ListTable([.file], [], count: 0)
    var view = PortfolioView(today: Day(daysSinceEpoch: 18_000), figures: [], charts: [], terms: [])
    var officeView = OfficeView(now: .epoch, groups: [], late: nil, sections: [])
    var sheets: [UUID: NoticeSheet] = [:]
    var onRedrive: @Sendable (Int) throws -> Void = { _ in }
    var onNote: @Sendable (NoticeSheet.Note, UUID, String) throws -> Void = { _, _, _ in }
    var timers: [String: StuckTimer] = [:]
    var onSkip: @Sendable (_ timer: String, _ reason: String, _ request: String) throws -> Void = { _, _, _ in
    }
    var onLoad: @Sendable () throws -> Void = {}
    var onAdvance: @Sendable (String) throws -> Void = { _ in }
    var onCalendar: @Sendable (ForecastFilter) -> Void = { _ in }
    var onQuery: @Sendable (OfficeList, ListQuery) -> Void = { _, _ in }

    func filters(of list: OfficeList, _ visitor: Visitor) async throws -> [ListFilter] { choices }
    func table(_ list: OfficeList, _ query: ListQuery, _ visitor: Visitor) async throws -> ListTable {
        onQuery(list, query)
        return self.list
    }
    var forecastView = ForecastView(
        today: Day(daysSinceEpoch: 18_628), until: Day(daysSinceEpoch: 18_993), entries: [], isPartial: false)
    func office(_ visitor: Visitor) async throws -> OfficeView { officeView }
    func notice(_ id: UUID, _ visitor: Visitor) async throws -> NoticeSheet? { sheets[id] }
    func redrive(job: Int, _ visitor: Visitor) async throws { try onRedrive(job) }
    func note(_ note: NoticeSheet.Note, notice: UUID, because reason: String, _ visitor: Visitor) async throws
    {
        try onNote(note, notice, reason)
    }
    func stuckTimer(_ id: String, _ visitor: Visitor) async throws -> StuckTimer? { timers[id] }
    func skip(timer: String, because reason: String, requestID: String, _ visitor: Visitor) async throws {
        try onSkip(timer, reason, requestID)
    }
    func advance(to time: String, _ visitor: Visitor) async throws { try onAdvance(time) }
    func loadReference(_ visitor: Visitor) async throws { try onLoad() }
    func forecast(until day: String?, _ visitor: Visitor) async throws -> ForecastView {
        if day == "never" { throw FormProblem(["until": .init(fr: "un jour", en: "a day")]) }
        return forecastView
    }
    func calendar(
        until day: String?, _ filter: ForecastFilter, in language: Language, _ visitor: Visitor
    ) async throws -> String {
        onCalendar(filter)
        return "BEGIN:VCALENDAR\r\n"
    }
    func portfolio(_ visitor: Visitor) async throws -> PortfolioView { view }
}

extension StuckTimer {
    /// A timer whose cause holds markup.
    static let sample = StuckTimer(
        name: "tick", file: .init(fr: "LIA-1", en: "LIA-1"), filePath: "/files/LIA-1",
        cause: .init(fr: "Il manque <count>.", en: "There is no <count>."), since: .epoch)
}

extension NoticeSheet {
    /// A notice that one server refused; its text must be escaped.
    static var sample: NoticeSheet {
        var sheet = NoticeSheet(
            notice: "N20", recipient: "Anne", address: "anne@x.example", copy: nil, language: "fr",
            subject: "Sujet", text: "Bonjour <b>\nvous",
            written: .epoch, status: .init(fr: "Refusé", en: "Bounced"), messageID: "<1@x>")
        sheet.file = .init(name: .init(fr: "LIA-1", en: "LIA-1"), path: "/files/LIA-1")
        sheet.verdicts = [
            .init(
                address: "anne@x.example", outcome: .init(fr: "Refusé", en: "Refused"),
                reply: .init(fr: "550 no", en: "550 no"))
        ]
        sheet.redrive = "/ops/jobs/7/redrive"
        return sheet
    }
}
