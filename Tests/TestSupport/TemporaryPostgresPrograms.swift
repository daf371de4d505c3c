import Foundation
import Glibc

/// Where PostgreSQL's programs are and as whom they run.
struct TemporaryPostgresPrograms: Sendable {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    let folder: String

    /// The user that owns the cluster: `postgres` under root, which PostgreSQL refuses; else whoever runs the tests.
    let user: String

    /// The user who runs the tests, as `peer` authentication sees it.
    let runner: String

    static func find() throws -> TemporaryPostgresPrograms {
        let runner = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""
        return TemporaryPostgresPrograms(
            folder: try findFolder(), user: getuid() == 0 ? "postgres" : runner, runner: runner)
    }

    /// The words that start a program as the cluster's user.
    func command(_ program: String, _ arguments: [String]) -> [String] {
        let path = program.contains("/") ? program : "\(folder)/\(program)"
        guard user != runner else { return [path] + arguments }
        return ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--", path]
            + arguments
    }

    private static func findFolder() throws -> String {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newestFirst = versions.compactMap(Int.init).filter { $0 >= 15 }.sorted(by: >)
        let candidates =
            newestFirst.map { "/usr/lib/postgresql/\($0)/bin" } + ["/usr/local/pgsql/bin", "/usr/bin"]
        for candidate in candidates where FileManager.default.isExecutableFile(atPath: candidate + "/initdb")
        {
            return candidate
        }
        throw Missing(description: "PostgreSQL 15 or later is not installed: no initdb in \(candidates)")
    }
}
