/// The layers of the house: a target sees strictly lower layers only, and never a neighbour of its own.
///
/// To add a target, give it a place here, in `Package.swift`, and in the architecture page of App's
/// documentation.
enum Layers {
    static let table: [String: Int] = [
        "entente": 5,
        "App": 4,
        "Web": 3, "Storage": 3, "Notices": 3,
        "Engine": 2, "Definitions": 2,
        "Agreements": 1, "Jobs": 1, "Postgres": 1, "Mail": 1, "Uploads": 1,
        "Statechart": 0, "Expressions": 0, "Schema": 0, "CLibpq": 0, "CCurl": 0, "CZlib": 0,
    ]

    /// Support of the tests, and benchmarks: they see the layers below 3, and no target of the product sees them.
    static let support = ["TestSupport": 3, "CoreBenchmark": 3, "StaffingBenchmark": 3]

    /// Targets that are computation only: they import nothing, not even Foundation.
    static let pure: Set<String> = ["Statechart", "Expressions"]

    /// C libraries stay behind the one target that makes them safe to use.
    static let confined = ["CLibpq": "Postgres", "CCurl": "Mail", "CZlib": "Uploads"]

    static var all: [String: Int] { table.merging(support) { product, _ in product } }
}
