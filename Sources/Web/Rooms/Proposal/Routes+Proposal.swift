extension Routes {
    /// They stand before the routes of files: `new` is no file's name.
    static let proposal: [Route] = [
        .get("/files/new", .account) { try await $0.newFilePage() },
        .post("/files/new", .account) { try await $0.beginProposal() },
        .post("/files/new/:draft/discard", .account) { try await $0.discardProposal() },
        .get("/files/new/:draft/:step", .account) { try await $0.proposalPage() },
        .post("/files/new/:draft/:step", .account) { try await $0.saveProposal() },
        .get("/files/:file/edit", .visitor) { try await $0.dossierPage() },
        .post("/files/:file/edit", .visitor) { try await $0.saveDossier() },
        .get("/files/:file/documents", .visitor) { try await $0.documentsPage() },
        .post("/files/:file/documents", .visitor, .upload) { try await $0.addDocument() },
        .get("/files/:file/documents/:document", .visitor) { try await $0.download() },
        .get("/files/:file/documents/:document/difference", .visitor) { try await $0.differencePage() },
    ]
}
