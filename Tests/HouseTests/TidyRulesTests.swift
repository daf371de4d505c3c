import Testing

@Suite("The rules of tidiness catch what they forbid")
struct TidyRulesTests {
    private func swift(_ text: String) -> [SourceFile] { [SourceFile(path: "Sources/A/B.swift", text: text)] }

    @Test("A file of 501 lines is too long, one of 500 is not")
    func fileLength() {
        #expect(TidyRules.longFiles(swift(String(repeating: "\n", count: 500))).isEmpty)
        #expect(TidyRules.longFiles(swift(String(repeating: "\n", count: 501))).count == 1)
    }

    @Test("A function of 71 lines is named with its first line")
    func functionLength() {
        let body = String(repeating: "    a()\n", count: 69)
        #expect(TidyRules.longFunctions(swift("func f() {\n" + body.dropFirst(8) + "}\n")).isEmpty)
        #expect(TidyRules.longFunctions(swift("\nfunc f() {\n" + body + "}\n")).map(\.line) == [2])
    }

    @Test(
        "Code that stops the process is found, the same letters in a comment or a string are not",
        arguments: [
            ("let a = try! f()", 1), ("let a = b as! C", 1), ("fatalError(\"x\")", 1),
            ("// try! as! fatalError(", 0), ("let a = \"try! as! fatalError(\"", 0), ("let a = try? f()", 0),
            ("let a = \"\\(try! f())\"", 1),
        ])
    func forbiddenCode(source: String, count: Int) {
        #expect(TidyRules.forbiddenCode(swift(source)).count == count)
    }

    @Test(
        "A straight apostrophe of a French text is found, that of English, of code and of a comment is not",
        arguments: [
            ("say(\"l'accord\", \"\")", 1), ("fr: \"Jusqu'au jour\"", 1), ("\"d'\\(name)\"", 1),
            ("\"aujourd'hui, qu'il n'a\"", 1), ("\"l’accord\"", 0), ("en: \"the agreement's, it isn't\"", 0),
            ("// l'accord", 0), ("In('a') == 'l'", 0),
        ])
    func apostrophes(source: String, count: Int) {
        #expect(TidyRules.straightApostrophes(swift(source)).count == count)
    }

    @Test(
        "A test that waits for a length of time is found; a clock of its own, or a program that lasts, is none",
        arguments: [
            ("try await Task.sleep(for: .seconds(1))", 1), ("try? await clock.sleep(until: end)", 1),
            ("usleep(10_000)", 1), ("if a { sleep(1) }", 1), ("Thread.sleep(forTimeInterval: 1)", 1),
            ("let program = \"import time; time.sl" + "eep(1)\"", 1), ("await clock.sleeper(of: length)", 0),
            ("let clock = RunnerClock(now: now, sleep: time.clock.sleep)", 0), ("// sleep(1)", 0),
            ("query(\"SELECT pg_sleep(60)\")", 0), ("run(\"/bin/sleep\", \"60\")", 0),
        ])
    func sleeps(source: String, count: Int) {
        #expect(TidyRules.sleeps(swift(source)).count == count)
        let python = SourceFile(path: "Tests/a.py", text: source)
        #expect(TidyRules.sleeps([python]).isEmpty || source.contains("time.sl" + "eep("))
    }

    @Test("Marks of unfinished work and paths of one machine are found, wherever they stand")
    func words() {
        #expect(TidyRules.unfinished(swift("a\n// TO" + "DO: later")).map(\.line) == [2])
        #expect(TidyRules.machinePaths(swift("let home = \"/ro" + "ot/x\"")).map(\.line) == [1])
        #expect(TidyRules.machinePaths(swift("let run = \"/run/entente\"")).isEmpty)
    }

    @Test(
        "Migrations are numbered from 0001 without gap or twin",
        arguments: [
            (["0001_a.sql", "0002_b.sql"], 0), ([], 0), (["0002_a.sql"], 1),
            (["0001_a.sql", "0003_b.sql"], 1),
            (["0001_a.sql", "0001_b.sql"], 1), (["1_a.sql"], 1),
        ])
    func migrations(names: [String], count: Int) {
        #expect(TidyRules.migrationNumbers(names).count == count)
    }

    @Test("A shell script without the strict line is found, another file is no shell script")
    func scripts() {
        let loose = SourceFile(path: "deploy/a", text: "#!/usr/bin/env bash\nset -e\n")
        let strict = SourceFile(path: "deploy/a", text: "#!/usr/bin/env bash\nset -euo pipefail\n")
        #expect(TidyRules.looseScripts([loose, strict]).count == 1)
        #expect(TidyRules.isShell(loose) && TidyRules.isShell(SourceFile(path: "a.sh", text: "")))
        #expect(!TidyRules.isShell(SourceFile(path: "a", text: "#!/usr/bin/env python3\n")))
    }

    @Test(
        "What other targets see carries a documentation comment",
        arguments: [
            ("package struct A {}", 1), ("/// A.\npackage struct A {}", 0), ("struct A {}", 0),
            ("/// A.\n@frozen\npublic enum A {}", 0), ("package import A", 0), ("package extension A {}", 0),
            ("@MainActor package final class A {}", 1), ("package static func f() {}", 1),
            ("package private(set) var a = 1", 0), ("package var a: Int { f() }", 1),
            ("package var description: String { \"\" }", 0),
            ("package init(a: A) { self.a = a }", 0), ("package init(a: A) { self.a = f(a) }", 1),
            ("// package struct A", 0), ("package class func f() {}", 1), ("package indirect enum A {}", 1),
        ])
    func documentation(source: String, count: Int) {
        #expect(TidyRules.undocumented(swift(source)).count == count)
    }

    @Test("The median is the lower of two middle values")
    func median() {
        #expect([5, 1, 9].median == 5)
        #expect([4, 1, 9, 5].median == 4)
        #expect([Int]().median == 0)
    }
}
