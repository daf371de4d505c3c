import Agreements
import Testing

@testable import Definitions

@Suite("Parts of the dossier’s amounts")
struct DossierTotalTests {
    private static func sources(_ fields: String) -> WorkflowSources {
        let total = "  - { name: total, title: { fr: T, en: T }, kind: integer, required: false }\n"
        let file = "dossier:\n\(total)\(fields)"
        let text = Sample.text.replacing("entry: call\n", with: "entry: call\ninclude: [common/money.yaml]\n")
        return WorkflowSources(name: "f.yaml", text: text, included: ["common/money.yaml": file])
    }

    private static func field(_ name: String, _ rest: String) -> String {
        "  - { name: \(name), title: { fr: P, en: P }, required: false, \(rest) }\n"
    }

    @Test("A part names the total, and may have a limit of its own, also nothing", arguments: [0, 20, 100])
    func read(_ percent: Int) throws {
        let part = Self.field("part", "kind: integer, partOf: total, percent: \(percent)")
        let sources = Self.sources(part)
        #expect(PeopleGate.findings(sources, [DossierTotals.self]) == [])
        let field = try WorkflowLoader().load(sources).dossier.first { $0.name == "part" }
        #expect(field?.share == DossierField.Share(of: "total", percentMax: percent))
    }

    @Test(
        "What is no whole number, or part of another itself, is no total; only a whole number is a part",
        arguments: [
            ("kind: integer, partOf: nothing", Finding.Code.unknownName),
            ("kind: text, partOf: total", .wrongKind),
            ("kind: integer, partOf: part", .unknownName),
            ("kind: integer, partOf: total, percent: -1", .badValue),
            ("kind: integer, partOf: total, percent: 101", .badValue),
        ])
    func wrong(_ rest: String, _ code: Finding.Code) {
        let findings = PeopleGate.findings(Self.sources(Self.field("part", rest)), [DossierTotals.self])
        #expect(findings.map(\.code) == [code])
    }
}
