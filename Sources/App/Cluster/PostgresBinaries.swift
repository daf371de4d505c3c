import FoundationEssentials

/// One installed version of PostgreSQL's server programs.
struct PostgresBinaries: Equatable, Sendable {
    let folder: String
    let version: Int

    static let versionMin = 15
    static let debianFolder = "/usr/lib/postgresql"
    private static let programs = ["postgres", "initdb", "psql"]

    func path(_ program: String) -> String { "\(folder)/\(program)" }

    /// The newest complete installation, or the one of `version` when the data are already of a version.
    static func find(version: Int?, path: String) throws(ClusterFault) -> PostgresBinaries {
        let found = installed(path: path)
        let wanted = found.filter { version == nil || $0.version == version }.max { $0.version < $1.version }
        if let wanted { return wanted }
        guard let version, !found.isEmpty else {
            throw ClusterFault(
                code: .noPostgres, what: "PostgreSQL \(version ?? versionMin) is not installed",
                place: "\(debianFolder)/*/bin and PATH",
                advice:
                    "Install it: apt-get install postgresql; or name a database of your own by DATABASE_URL.")
        }
        let versions = found.map { "\($0.version)" }.sorted().joined(separator: ", ")
        throw ClusterFault(
            code: .wrongVersion, what: "the data are of PostgreSQL \(version); installed: \(versions)",
            place: "\(debianFolder)/*/bin and PATH",
            advice: "Install postgresql-\(version), or bring the data over with pg_upgrade or pg_dump.")
    }

    private static func installed(path: String) -> [PostgresBinaries] {
        let debian = ((try? FileManager.default.contentsOfDirectory(atPath: debianFolder)) ?? [])
            .compactMap { name in
                Int(name).map { PostgresBinaries(folder: "\(debianFolder)/\(name)/bin", version: $0) }
            }
            .filter(\.isComplete)
        let found = debian.isEmpty ? path.split(separator: ":").compactMap { inPath("\($0)") } : debian
        return found.filter { $0.version >= versionMin }
    }

    private var isComplete: Bool {
        Self.programs.allSatisfy { FileManager.default.isExecutableFile(atPath: path($0)) }
    }

    /// Asks the program for its version ("postgres (PostgreSQL) 15.8"), since a folder of PATH does not say
    /// it.
    private static func inPath(_ folder: String) -> PostgresBinaries? {
        guard folder.hasPrefix("/"), PostgresBinaries(folder: folder, version: 0).isComplete,
            let answer = try? Invocation(program: "\(folder)/postgres", arguments: ["--version"]).run(),
            let version = answer.text.split(separator: " ").last?.prefix(while: \.isNumber),
            let number = Int(version)
        else { return nil }
        return PostgresBinaries(folder: folder, version: number)
    }
}
