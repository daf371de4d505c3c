extension TidyRules {
    /// Migrations are `0001_name.sql`, `0002_…`, each number once and none left out.
    static func migrationNumbers(_ names: [String]) -> [Finding] {
        names.sorted().enumerated().compactMap { index, name in
            let expected = String(repeating: "0", count: 4 - min(4, "\(index + 1)".count)) + "\(index + 1)_"
            guard !name.hasPrefix(expected) else { return nil }
            return Finding(
                file: "SQL/migrations/\(name)", line: 1,
                message:
                    "expected a name that begins with \(expected): numbers run from 0001 without gap or twin")
        }
    }

    static func isShell(_ file: SourceFile) -> Bool {
        let first = file.lines.first ?? ""
        return file.name.hasSuffix(".sh")
            || (first.hasPrefix("#!") && (first.hasSuffix("bash") || first.hasSuffix("sh")))
    }

    static func looseScripts(_ scripts: [SourceFile]) -> [Finding] {
        scripts.filter { !$0.lines.contains("set -euo pipefail") }.map {
            $0.finding("a script that goes on after an error: add a line `set -euo pipefail`")
        }
    }
}
