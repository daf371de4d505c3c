import Testing

@testable import Engine

@Suite("What a password must be")
struct PasswordRuleTests {
    private static let rule = PasswordRule(
        context: ["Institut Pasteur", "Anne Martin", "anne.martin@lab.example"])

    @Test(
        "Long ones that nobody guesses first are taken, whatever signs they are made of",
        arguments: [
            "violet canot", "un canot violet sous la lune", "éclair à neuf", "tr0ub4dor&3xyz",

            "Entente-2016-canot", "martin and the violet canoe", "lab.example.canot",
            "canot violet orage brume colline bruyère fougère mousse écorce galet ruisseau clairière",
        ])
    func taken(password: String) { #expect(Self.rule.flaw(of: password) == nil) }

    @Test(
        "Others are refused, each for its reason",
        arguments: [
            ("", .tooShort), ("short", .tooShort), ("elevenchars", .tooShort),
            (String(repeating: "xyzw ab", count: 19), .tooLong),
            ("aaaaaaaaaaaa", .common), ("            ", .common), ("abcabcabcabc", .common),
            (String(repeating: "a9", count: 64), .common), ("🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊", .common),
            ("password1234", .common), ("P@ssw0rd2016!", .common), ("motdepasse2016", .common),
            ("mot de passe!", .common), ("a b c d e f g", .common), ("azertyuiop123", .common),
            ("qwertyuiop12", .common),
            ("123456789012", .common), ("123456azerty!", .common), ("Printemps2016!", .common),
            ("correct horse battery staple", .common), ("ententeentente", .common),
            ("Ann3M4rtin2016", .context), ("annemartin!!", .context), ("anne martin lab", .context),
            ("institut-pasteur", .context), ("Pasteur2021!!", .context),
        ] as [(String, PasswordRule.Flaw)])
    func refused(password: String, flaw: PasswordRule.Flaw) {
        #expect(Self.rule.flaw(of: password) == flaw)
    }

    @Test("The limits count characters, not bytes")
    func limits() {
        #expect(PasswordRule.lengthMin == 12 && PasswordRule.lengthMax >= 64)
        #expect(Self.rule.flaw(of: "violet cano\u{0301}") == .tooShort)
        #expect(Self.rule.flaw(of: "violet canot\u{0301}") == nil)
    }
}
