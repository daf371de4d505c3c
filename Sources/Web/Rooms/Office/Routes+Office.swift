extension Routes {
    static let office: [Route] = [
        .get("/files", .account) { try await $0.listPage(.files) },
        .get("/files.csv", .account) { try await $0.listSheet(.files) },
        .get("/portfolio", .overview) { try await $0.portfolioPage() },
    ]
}
