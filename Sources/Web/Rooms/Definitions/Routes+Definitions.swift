extension Routes {
    static let definitions: [Route] = [
        .get("/ops/definitions", .watch) { try await $0.definitionsPage() },
        .get("/ops/definitions/:definition/:version", .watch) { try await $0.definitionPage() },
        .get("/ops/definitions/:definition/:version/:process", .watch) { try await $0.definitionPicture() },
        .get("/ops/candidate", .office) { try await $0.candidatePage() },
        .post("/ops/candidate", .office, .upload) { try await $0.bringCandidate() },
        .get("/ops/candidate/pictures/:process", .office) { try await $0.candidatePicture() },
        .post("/ops/candidate/publish", .office) { try await $0.publishCandidate() },
    ]
}
