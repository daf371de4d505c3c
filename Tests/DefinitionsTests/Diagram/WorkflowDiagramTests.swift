import Agreements
import Definitions
import Testing

@Suite("Diagrams of workflows")
struct WorkflowDiagramTests {
    private func diagram(
        _ language: Language, _ configuration: Set<String> = [], depth: Int? = nil
    ) throws -> WorkflowDiagram {
        let workflow = try Sample.load(Sample.text)
        let life = try #require(workflow.processes["life"])
        return WorkflowDiagram(
            life, of: workflow, in: language, configuration: configuration, depth: depth)
    }

    @Test("Graphviz shows titles, roles, deadlines, acts and ends, in either language")
    func dot() throws {
        let english = try diagram(.english).dot
        for text in [
            "<b>Draft</b>", "PI_FR, closing of the call", "<Send", "■ <b>Abandoned</b>", "label=\"H*\"",
        ] {
            #expect(english.contains(text), "\(text) is missing in \(english)")
        }
        let french = try diagram(.french).dot
        for text in ["<b>Brouillon</b>", "PI_FR, clôture de", "à l’échéance", "Légende"] {
            #expect(french.contains(text), "\(text) is missing in \(french)")
        }
    }

    @Test("Conditions are shown as what is refused, never as expressions; not where a whole life is shown")
    func guards() throws {
        let life = try diagram(.english)
        #expect(!life.dot.contains("unless: "))
        var process = life.process
        process.name = "detail"
        let dot = WorkflowDiagram(process, of: try Sample.load(Sample.text), in: .english).dot
        #expect(dot.contains("unless: "))
        #expect(!dot.contains("call.isOpen"))
    }

    @Test("A state that waits for its children has two parts with words of their own")
    func waiting() throws {
        let text = Small.life(
            "a: { title: { fr: Signature, en: Signing }, children: [{ name: c, forEach: p in agreement.parties, run: child, join: all }], on: { done: { to: z } } }\nz: { $T, final: true }",
            more: "child:\n  $T\n  initial: z\n  states:\n    z: { $T, final: true }")
        let life = try #require(try Sample.load(text).processes["life"])
        let (english, french) = (
            WorkflowDiagram(life, in: .english).dot, WorkflowDiagram(life, in: .french).dot
        )
        for (dot, title, words) in [
            (english, "Signing", ["Under way", "All done"]), (french, "Signature", ["En cours", "Terminé"]),
        ] {
            #expect(dot.split(separator: "<b>\(title)</b>", omittingEmptySubsequences: false).count == 2)
            for word in words { #expect(dot.contains("<b>\(word)</b>")) }
        }
    }

    @Test("Active states are highlighted, and only they")
    func active() throws {
        let fill = "bgcolor=\"#cfe3f7\""
        #expect(try !diagram(.english).dot.contains(fill))
        let dot = try diagram(.english, ["draft"]).dot
        // Once for the state, once in the legend.
        #expect(dot.split(separator: "\n").filter { $0.contains(fill) }.count == 2)
        #expect(try diagram(.english, ["draft"]).mermaid.contains("class s1 active"))
    }

    @Test("A state carries what is told of it from outside, and the legend says what it is")
    func marks() throws {
        var marked = try diagram(.english)
        #expect(!marked.dot.contains("◆") && !marked.mermaid.contains("◆"))
        marked.marks = ["draft": "3 files, 12 d"]
        #expect(marked.dot.contains(">◆ 3 files, 12 d</font>") && marked.dot.contains("files, longest wait"))
        #expect(marked.mermaid.contains("◆ 3 files, 12 d"))
    }

    @Test("An overview shows the stages closed, with what lies inside them, and no arrow of the inside")
    func overview() throws {
        let (whole, overview) = (try diagram(.english), try diagram(.english, depth: 1))
        #expect(whole.dot.contains("subgraph"))
        #expect(!overview.dot.contains("subgraph"))
        let arrows = [whole, overview].map { $0.dot.split(separator: "\n").count { $0.contains(" -> ") } }
        #expect(arrows[1] < arrows[0])
        #expect(overview.dot.contains("· "))
    }

    @Test("What leads from a state to itself is a note beside it; an act to several states is named once")
    func notes() throws {
        let text = Small.life(
            "a: { $T, on: { again: { title: { fr: Encore, en: Again }, by: [INT], to: a }, fork: { title: { fr: Partager, en: Fork }, by: [INT], to: [p.l.m, p.r.m] } } }\np: { $T, parallel: { l: { $T, initial: k, states: { k: { $T }, m: { $T, final: true } } }, r: { $T, initial: k, states: { k: { $T }, m: { $T, final: true } } } }, on: { done: { to: z } } }\nz: { $T, final: true }"
        )
        let life = try #require(try Sample.load(text).processes["life"])
        let dot = WorkflowDiagram(life, in: .english).dot
        #expect(dot.contains("s1n0 [label=<Again"))
        #expect(dot.contains("s1 -> s1n0 [dir=back"))
        #expect(!dot.contains("s1 -> s1 "))
        #expect(dot.split(separator: "label=<Fork", omittingEmptySubsequences: false).count == 2)
    }

    @Test("Mermaid nests states and separates regions")
    func mermaid() throws {
        let text = try diagram(.english).mermaid
        #expect(text.hasPrefix("---\ntitle: \"Life\"\n---\nstateDiagram-v2\n  [*] --> s1\n"))
        #expect(text.contains("state \"Draft — PI_FR, closing of the call\" as s1"))
        #expect(text.split(separator: "\n").contains { $0.trimmingPrefix(while: { $0 == " " }) == "--" })
    }

    @Test("A quote, a bracket, a backslash or a line break in a title breaks no picture")
    func escapes() throws {
        let text = Sample.text.replacing(
            "{ fr: Brouillon, en: Draft }", with: #"{ fr: A, en: "a \"b\" <\\ c\nd; e" }"#)
        let life = try #require(try Sample.load(text).processes["life"])
        let diagram = WorkflowDiagram(life, in: .english)
        #expect(diagram.dot.contains(#"<b>a &quot;b&quot; &lt;\ c d; e</b>"#))
        #expect(diagram.mermaid.contains("state \"a 'b'  \\ c d  e — PI_FR"))
    }
}
