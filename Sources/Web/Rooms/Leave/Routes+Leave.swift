extension Routes {
    static let leave: [Route] = [
        .get("/leave", .account) { try await $0.leavePage() },
        .post("/leave/absences", .account) { try await $0.addAbsence() },
        .post("/leave/absences/end", .account) { try await $0.endAbsence() },
        .post("/leave/delegations", .account) { try await $0.delegate() },
        .post("/leave/delegations/revoke", .account) { try await $0.revoke() },
    ]
}
