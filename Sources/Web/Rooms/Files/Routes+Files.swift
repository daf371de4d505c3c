extension Routes {
    static let files: [Route] = [
        .get("/todo", .account) { try await $0.worklistPage() },
        .get("/todo/acts/:event", .account) { try await $0.batchPage() },
        .post("/todo/acts/:event", .account) { try await $0.batchAct() },
        .get("/files/:file", .visitor) { try await $0.filePage() },
        .get("/files/:file/changes", .visitor) { try await $0.changes() },
        .get("/files/:file/acts/:event", .visitor) { try await $0.actPage() },
        .post("/files/:file/acts/:event", .visitor, .upload) { try await $0.act() },
        .get("/files/:file/acts/:event/paper", .visitor) { try await $0.paperPage() },
        .post("/files/:file/acts/:event/paper", .visitor, .upload) { try await $0.signOnPaper() },
    ]
}
