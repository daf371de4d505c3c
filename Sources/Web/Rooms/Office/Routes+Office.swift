extension Routes {
    static let office: [Route] = pages + sheets

    private static let pages: [Route] = [
        .get("/files", .account) { try await $0.listPage(.files) },
        .get("/portfolio", .overview) { try await $0.portfolioPage() },
        .get("/forecast", .overview) { try await $0.forecastPage() },
        .get("/forecast.csv", .overview) { try await $0.forecastSheet() },
        .get("/forecast.ics", .overview) { try await $0.forecastCalendar() },
        .post("/ops/clock", .office) { try await $0.advanceClock() },
        .get("/ops", .watch) { try await $0.officePage() },
        .get("/ops/waits", .watch) { try await $0.listPage(.waits) },
        .get("/ops/steps", .watch) { try await $0.listPage(.steps) },
        .get("/ops/notices", .watch) { try await $0.listPage(.notices) },
        .get("/ops/notices/:notice", .watch) { try await $0.noticeSheetPage() },
        .post("/ops/notices/:notice/acknowledge", .office) { try await $0.note(.acknowledge) },
        .post("/ops/notices/:notice/bounce", .office) { try await $0.note(.bounce) },
        .get("/ops/timers/:timer", .watch) { try await $0.timerPage() },
        .post("/ops/timers/:timer", .office) { try await $0.skipTimer() },
        .get("/ops/jobs", .watch) { try await $0.listPage(.jobs) },
        .post("/ops/jobs/:job/redrive", .office) { try await $0.redriveJob() },
        .get("/ops/people", .watch) { try await $0.listPage(.people) },
        .get("/ops/organisations", .watch) { try await $0.listPage(.organisations) },
        .get("/ops/grants", .watch) { try await $0.listPage(.grants) },
        .get("/ops/delegations", .watch) { try await $0.listPage(.delegations) },
        .get("/ops/absences", .watch) { try await $0.listPage(.absences) },
        .get("/ops/successions", .watch) { try await $0.listPage(.successions) },
        .get("/ops/measures", .measures) { try await $0.listPage(.measures) },
        .get("/ops/calls", .watch) { try await $0.listPage(.calls) },
        .get("/ops/subscriptions", .watch) { try await $0.listPage(.subscriptions) },
        .get("/ops/reference", .watch) { try await $0.referencePage() },
        .post("/ops/reference/load", .office) { try await $0.loadReference() },
    ]

    /// The lists for spreadsheets.
    private static let sheets = OfficeList.allCases.map { list in
        Route.get("\(list.path).csv", list.access) { try await $0.listSheet(list) }
    }
}

extension OfficeList {
    /// Who may open it.
    fileprivate var access: Access {
        switch self {
        case .files: .account
        case .measures: .measures
        default: .watch
        }
    }
}
