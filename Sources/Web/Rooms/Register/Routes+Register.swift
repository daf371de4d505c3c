extension Routes {
    static let register: [Route] = [
        .get("/ops/register/:entry", .registrars) { try await $0.entryPage() },
        .post("/ops/register/:entry", .registrars) { try await $0.enter() },
        .get("/ops/register/:entry/:id", .registrars) { try await $0.entryPage() },
        .post("/ops/register/:entry/:id", .registrars) { try await $0.enter() },
    ]
}
