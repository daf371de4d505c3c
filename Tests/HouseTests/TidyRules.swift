/// The rules of tidiness, as pure functions over text.
enum TidyRules {
    static let fileLinesMax = 500
    static let fileLinesMedianMax = 100
    static let functionLinesMax = 70
    static let functionLinesMedianMax = 10

    static func longFiles(_ files: [SourceFile]) -> [Finding] {
        files.filter { $0.lines.count > fileLinesMax }.map {
            $0.finding("\($0.lines.count) lines; at most \(fileLinesMax): move a topic to Type+Topic.swift")
        }
    }

    static func longFunctions(_ files: [SourceFile]) -> [Finding] {
        files.flatMap { file in
            FunctionScanner.functions(inCode: file.code).filter { $0.length > functionLinesMax }.map {
                file.finding(
                    "a function of \($0.length) lines; at most \(functionLinesMax): split it", line: $0.line)
            }
        }
    }

    static func forbiddenCode(_ files: [SourceFile]) -> [Finding] {
        let forbidden = [
            "try!": "throw, or say by `precondition` why it cannot fail",
            "as!": "use `as?` and say what happens otherwise",
            "fatalError(": "`precondition` for our own mistake, `throw` for the world's",
        ]
        return files.filter { forbidden.keys.contains(where: $0.code.contains) }.flatMap { file in
            numbered(file.code).flatMap { number, line in
                forbidden.filter { line.contains($0.key) }
                    .map { file.finding("`\($0.key)` is not written here: \($0.value)", line: number) }
            }
        }
    }

    static func unfinished(_ files: [SourceFile]) -> [Finding] {
        matching(["TO" + "DO", "FIX" + "ME", "XX" + "X:"], in: files) {
            "`\($0)`: finish it, or write it down where work is planned"
        }
    }

    static func machinePaths(_ files: [SourceFile]) -> [Finding] {
        matching(["/wo" + "rk/", "/ro" + "ot/", "/tmp/de" + "v", "/Us" + "ers/"], in: files) {
            "`\($0)` is a path of one machine: derive it from the checkout or the configuration"
        }
    }

    private static func matching(
        _ words: [String], in files: [SourceFile], message: (String) -> String
    ) -> [Finding] {
        files.flatMap { file in
            words.contains(where: file.text.contains)
                ? numbered(file.text).flatMap { number, line in
                    words.filter { line.contains($0) }.map { file.finding(message($0), line: number) }
                } : []
        }
    }

    static func numbered(_ text: String) -> [(number: Int, line: Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }
}
