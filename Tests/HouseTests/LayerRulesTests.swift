import Testing

@Suite("The rule of layers catches what it forbids")
struct LayerRulesTests {
    private let layers = ["Top": 2, "Left": 1, "Right": 1, "Base": 0, "TestSupport": 3]

    @Test(
        "Down is allowed, up and sideways are not",
        arguments: [
            ("Top", "Left", true), ("Top", "Base", true), ("Left", "Base", true),
            ("Left", "Foundation", true),
            ("Left", "Right", false), ("Base", "Left", false), ("Base", "Top", false),
            ("Top", "TestSupport", false),
            ("Unknown", "Base", false),
        ])
    func arrows(target: String, other: String, allowed: Bool) {
        #expect((LayerRules.objection(target, sees: other, layers: layers) == nil) == allowed)
    }

    @Test("A forbidden import is named with file, line and a way out")
    func forbiddenImport() {
        let file = SourceFile(
            path: "Sources/Engine/X.swift", text: "import Foundation\n\npackage import Storage\n")
        let found = LayerRules.findings(in: file, of: "Engine", declared: ["Storage"])
        #expect(found.map { "\($0.file):\($0.line)" } == ["Sources/Engine/X.swift:3"])
        #expect(found.report.contains("turn the arrow round"))
    }

    @Test("An import that the manifest does not declare is found")
    func undeclared() {
        let file = SourceFile(path: "Sources/Engine/X.swift", text: "import Agreements")
        #expect(LayerRules.findings(in: file, of: "Engine", declared: []).count == 1)
        #expect(LayerRules.findings(in: file, of: "Engine", declared: ["Agreements"]).isEmpty)
    }

    @Test("A pure target imports nothing, and a C library has one keeper")
    func purityAndKeepers() {
        let pure = SourceFile(path: "Sources/Statechart/X.swift", text: "import Foundation")
        #expect(LayerRules.findings(in: pure, of: "Statechart", declared: []).count == 1)
        let stray = SourceFile(path: "Sources/Storage/X.swift", text: "import CLibpq")
        #expect(
            LayerRules.findings(in: stray, of: "Storage", declared: ["CLibpq"]).report.contains(
                "Postgres only"))
    }

    @Test(
        "Every way to write an import is read",
        arguments: [
            ("import A", ["A"]), ("@testable import A", ["A"]), ("@preconcurrency package import A", ["A"]),
            ("import struct A.B", ["A"]), ("public import A; import B", ["A", "B"]), ("// import A", []),
            ("let a = \"\"\"\nimport A\n\"\"\"", []), ("@_spi(X) import A", ["A"]),
            ("func import_(a: A)", []),
        ])
    func scanning(source: String, modules: [String]) {
        #expect(ImportScanner.imports(inCode: SwiftMask.code(in: source)).map(\.module) == modules)
    }

    @Test("A manifest is read with its dependencies, products and settings left out")
    func manifest() {
        let targets = ManifestTarget.read(
            """
            func layer(_ name: String) {}
                layer("A", ["B", logging, .product(name: "P", package: "p")]),
                .executableTarget(name: "x", dependencies: ["A"], swiftSettings: strict),
                .target(name: "S", path: "SQL", resources: [.embedInCode("m")]),
                .systemLibrary(name: "C", pkgConfig: "c", providers: [.apt(["libc"])]),
                tests(of: "A", ["B"]),
            """)
        #expect(targets.map(\.name) == ["A", "x", "S", "C", "ATests"])
        #expect(targets.map(\.dependencies) == [["B"], ["A"], [], [], ["A", "B"]])
        #expect(targets.map(\.isTest) == [false, false, false, false, true])
        #expect(targets.map(\.path) == [nil, nil, "SQL", nil, nil])
        #expect(targets.map(\.line) == [2, 3, 4, 5, 6])
    }

    @Test("A target without a layer, a layer without a target and an arrow that points up are found")
    func badManifest() {
        let targets = ManifestTarget.read(" layer(\"Base\", [\"Top\"]),\n layer(\"New\"),\n layer(\"Top\")")
        let found = LayerRules.findings(in: targets, layers: ["Base": 0, "Top": 1, "Gone": 0])
        #expect(found.count == 3, "\(found.report)")
    }
}
