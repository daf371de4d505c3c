import Testing

@Suite("The checkout is tidy")
struct TidyTests {
    @Test("No file is too long, half of them are short")
    func files() {
        let found = TidyRules.longFiles(Checkout.swift)
        #expect(found.isEmpty, "\(found.report)")
        #expect(Checkout.sources.map(\.lines.count).median <= TidyRules.fileLinesMedianMax)
        #expect(!Checkout.swift.isEmpty, "No source was found: is the package somewhere else?")
    }

    @Test("No function is too long, half of them are short")
    func functions() {
        let found = TidyRules.longFunctions(Checkout.swift)
        #expect(found.isEmpty, "\(found.report)")
        let lengths = Checkout.sources.flatMap { FunctionScanner.functions(inCode: $0.code).map(\.length) }
        #expect(lengths.median <= TidyRules.functionLinesMedianMax)
    }

    @Test("Nothing in the code stops the process instead of saying what went wrong")
    func forbiddenCode() {
        let found = TidyRules.forbiddenCode(Checkout.swift)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("Nothing is left unfinished, and nothing names a path of one machine")
    func words() {
        let found = TidyRules.unfinished(Checkout.all) + TidyRules.machinePaths(Checkout.all)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("No test sleeps")
    func sleeps() {
        let tests = Checkout.all.filter { $0.path.hasPrefix("Tests/") }
        let found = TidyRules.sleeps(tests)
        #expect(found.isEmpty, "\(found.report)")
        #expect(tests.contains { $0.path.hasSuffix(".py") } && tests.contains { !$0.code.isEmpty })
    }

    @Test("French texts have curved apostrophes")
    func apostrophes() {
        let found = TidyRules.straightApostrophes(Checkout.swift)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("What other targets see carries a documentation comment")
    func documentation() {
        let found = TidyRules.undocumented(Checkout.swift)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("Migrations are numbered without gaps")
    func migrations() {
        let found = TidyRules.migrationNumbers(Checkout.migrations)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("Every shell script stops at the first error")
    func scripts() {
        let found = TidyRules.looseScripts(Checkout.scripts)
        #expect(found.isEmpty, "\(found.report)")
        #expect(!Checkout.scripts.isEmpty)
    }
}
