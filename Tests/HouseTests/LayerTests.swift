import Testing

@Suite("A target sees strictly lower layers only")
struct LayerTests {
    private static let manifest = ManifestTarget.read(Checkout.file("Package.swift")?.text ?? "")

    @Test("Package.swift declares the targets of the table, and no arrow that points up or sideways")
    func dependencies() {
        let found = LayerRules.findings(in: Self.manifest)
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("No import points up or sideways, and each is declared in Package.swift")
    func imports() {
        let found = Self.manifest.filter { !$0.isTest }.flatMap { target in
            Checkout.swift.filter { $0.path.hasPrefix("\(target.path ?? "Sources/\(target.name)")/") }.flatMap
            {
                LayerRules.findings(in: $0, of: target.name, declared: Set(target.dependencies))
            }
        }
        #expect(found.isEmpty, "\(found.report)")
    }

    @Test("Every source belongs to a target of the table")
    func rooms() {
        let paths = Self.manifest.map { "\($0.path ?? ($0.isTest ? "Tests/" : "Sources/") + $0.name)/" }
        let homeless = Checkout.swift.filter { file in !paths.contains { file.path.hasPrefix($0) } }
        #expect(homeless.map(\.path) == [], "They belong to no target: declare one in Package.swift")
    }
}
