// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A layer of the product: it may depend on strictly lower layers only (Tests/HouseTests holds it).
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], _ more: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + more)
}

/// What computes much and calls nothing outside is optimised in debug builds too: proofs and long random
/// runs then take seconds, and tests on real servers are not starved beside them.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Generic code that other modules run with types of their own: they compile it for these.
let specialised: [SwiftSetting] = [
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

func tests(of name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: data,
        swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "entente",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "entente", targets: ["entente"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Layer 5
        .executableTarget(
            name: "entente",
            dependencies: [
                "App", "Web", "Storage", "Notices", "Engine", "Definitions", "Agreements", "Postgres",
                logging, lifecycle,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Layer 4
        layer(
            "App",
            [
                "Web", "Storage", "Notices", "Engine", "Definitions", "Agreements", "Jobs", "Postgres",
                "Mail", "Statechart", "Expressions", "Schema", "Uploads", crypto, logging, lifecycle, signals,
                .product(name: "Configuration", package: "swift-configuration"),
            ]),
        // Layer 3
        layer(
            "Web",
            [
                "Engine", "Agreements", "Uploads", mustache, logging, lifecycle,
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        layer(
            "Storage",
            ["Engine", "Definitions", "Agreements", "Jobs", "Postgres", "Schema", crypto, logging]),
        layer("Notices", ["Engine", "Definitions", "Agreements", "Jobs", "Mail", mustache, crypto, logging]),
        // Layer 2
        layer("Engine", ["Agreements", "Jobs", crypto, cryptoExtras]),
        layer(
            "Definitions",
            ["Agreements", "Statechart", "Expressions", crypto, .product(name: "Yams", package: "Yams")],
            optimised),
        // Layer 1
        layer("Agreements", ["Statechart", "Expressions", crypto], optimised),
        layer("Jobs", [logging]),
        layer("Postgres", ["CLibpq", logging]),
        layer("Mail", ["CCurl", crypto]),
        layer("Uploads", ["CZlib"], optimised),
        // Layer 0
        layer("Statechart", [], optimised + specialised),
        layer("Expressions", [], optimised),
        .target(
            name: "Schema", path: "SQL", resources: [.embedInCode("migrations"), .embedInCode("schema.sql")],
            swiftSettings: strict),
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Benchmarks
        .executableTarget(
            name: "CoreBenchmark", dependencies: ["Definitions", "Statechart", "Expressions"],
            path: "Benchmarks/Core",
            swiftSettings: strict),
        .executableTarget(
            name: "StaffingBenchmark", dependencies: ["Agreements", "Definitions"],
            path: "Benchmarks/Staffing",
            swiftSettings: strict),
        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "Engine", "Definitions", "Agreements", "Jobs", "Postgres", "Mail", "Statechart",
                "Expressions",
                "Schema",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Statechart"),
        tests(of: "Expressions"),
        tests(of: "Agreements", ["Statechart", "Expressions", crypto]),
        tests(of: "Jobs"),
        tests(of: "Postgres"),
        tests(of: "Mail"),
        tests(of: "Uploads", ["CZlib"]),
        tests(of: "Engine", ["Agreements", "Definitions", crypto]),
        tests(of: "Definitions", ["Agreements", "Statechart", "Expressions"], data: ["Proof/Corpus/sound"]),
        tests(of: "Storage", ["Engine", "Agreements", "Postgres", "Jobs", "Schema", "Definitions"]),
        tests(of: "Notices", ["Engine", "Agreements", "Mail", "Jobs", "Definitions", crypto]),
        tests(of: "Web", ["Engine", "Agreements", "Uploads", logging, lifecycle, crypto]),
        tests(
            of: "App",
            [
                "Web", "Storage", "Notices", "Engine", "Definitions", "Agreements", "Postgres", "Mail",
                "Jobs",
                "Schema", "Uploads",
            ], data: ["Scenarios/small"]),
        .testTarget(name: "HouseTests", dependencies: [], swiftSettings: strict + optimised),
    ],
    swiftLanguageModes: [.v6]
)
