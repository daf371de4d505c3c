import Agreements
import Definitions
import Testing

@Suite("Diagrams of workflows")
struct WorkflowDiagramTests {
    private func diagram(_ language: Language, _ configuration: Set<String> = []) throws -> WorkflowDiagram {
        let life = try #require(try Sample.load(Sample.text).processes["life"])
        return WorkflowDiagram(life, in: language, configuration: configuration)
    }

    @Test("Graphviz shows titles, roles, deadlines, acts and ends, in either language")
    func dot() throws {
        let english = try diagram(.english).dot
        #expect(english.contains("label=\"Draft\\nPI_FR, call.closesAt\""))
        #expect(english.contains("[label=\"Send\", lhead=cluster_"))
        #expect(english.contains("label=\"Abandoned\", peripheries=2"))
        #expect(english.contains("label=\"Recall (H)\""))
        let french = try diagram(.french).dot
        #expect(french.contains("label=\"Brouillon\\nPI_FR, call.closesAt\""))
        #expect(french.contains("label=\"à l'échéance : close\""))
    }

    @Test("Active states are highlighted, and only they")
    func active() throws {
        #expect(try !diagram(.english).dot.contains("#ffe0b3"))
        let dot = try diagram(.english, ["draft"]).dot
        #expect(dot.split(separator: "\n").filter { $0.contains("#ffe0b3") }.count == 1)
        #expect(try diagram(.english, ["draft"]).mermaid.contains("class s1 active"))
    }

    @Test("Mermaid nests states and separates regions")
    func mermaid() throws {
        let text = try diagram(.english).mermaid
        #expect(text.hasPrefix("---\ntitle: \"Life\"\n---\nstateDiagram-v2\n  [*] --> s1\n"))
        #expect(text.contains("state \"Draft — PI_FR, call.closesAt\" as s1"))
        #expect(text.split(separator: "\n").contains { $0.trimmingPrefix(while: { $0 == " " }) == "--" })
    }

    @Test("A quote, a backslash or a line break in a title breaks no picture")
    func escapes() throws {
        let text = Sample.text.replacing(
            "{ fr: Brouillon, en: Draft }", with: #"{ fr: A, en: "a \"b\" \\ c\nd; e" }"#)
        let life = try #require(try Sample.load(text).processes["life"])
        let diagram = WorkflowDiagram(life, in: .english)
        #expect(diagram.dot.contains(#"label="a \"b\" \\ c\nd; e\nPI_FR"#))
        #expect(diagram.mermaid.contains("state \"a 'b' \\ c d  e — PI_FR"))
    }
}
