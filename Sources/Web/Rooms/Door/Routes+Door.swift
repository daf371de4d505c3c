extension Routes {
    static let door: [Route] = [
        .get("/login", .anyone) { try $0.loginPage() },
        .post("/login", .anyone) { try await $0.logIn() },
        .post("/login/kept", .anyone) { try $0.carryOn() },
        .get("/login/reset", .anyone) { try $0.resetPage() },
        .post("/login/reset", .anyone) { try await $0.requestReset() },
        .post("/logout", .visitor) { try await $0.logOut() },
        .get("/invitations/:code", .anyone) { try await $0.invitationPage() },
        .post("/invitations/:code", .anyone) { try await $0.acceptInvitation() },
        .get("/account", .account) { try await $0.accountPage() },
        .post("/account/language", .visitor) { try await $0.chooseLanguage() },
        .post("/account/calls", .account) { try await $0.followCalls() },
        .post("/account/password", .account) { try await $0.changePassword() },
        .post("/account/sessions", .account) { try await $0.endSessions() },
        .get("/account/factor", .account) { try $0.factorPage() },
        .post("/account/factor", .account) { try await $0.setFactor() },
    ]
}
