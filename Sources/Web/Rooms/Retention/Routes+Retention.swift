extension Routes {
    static let retention: [Route] = [
        .get("/ops/retention", .retention) { try await $0.retentionPage() },
        .get("/ops/retention.csv", .retention) { try await $0.retentionSheet() },
        .post("/ops/retention/approve", .archive) { try await $0.approveElimination() },
        .post("/ops/retention/run", .elimination) { try await $0.eliminate() },
    ]
}
