extension TidyRules {
    /// Tests that wait for a length of time: too short on a slow machine, too long on every other.
    ///
    /// In Swift code, and in the programs of other languages that tests hold as files or as text.
    static func sleeps(_ tests: [SourceFile]) -> [Finding] {
        tests.filter { $0.text.contains("sleep") }.flatMap { file in
            let code = numbered(file.code).filter { sleeps($0.line) }
            let scripts = numbered(file.text).filter { row in
                scriptSleeps.contains { row.line.contains($0) }
            }
            return Set((code + scripts).map(\.number)).sorted().map {
                file.finding("a test waits for what it needs, never for a length of time", line: $0)
            }
        }
    }

    private static let scriptSleeps = ["time.sl" + "eep(", "asyncio.sl" + "eep("]

    /// A call of C's functions, of a task's or thread's, or of a clock's.
    private static func sleeps(_ line: Substring) -> Bool {
        line.contains(
            /(?:^|[^\w.])(?:u|nano)?sleep\(|(?:Task|Thread)\.sleep|\.sleep\((?:for|until|forTimeInterval):/)
    }
}
