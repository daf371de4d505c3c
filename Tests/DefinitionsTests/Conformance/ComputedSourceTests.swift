import Definitions
import Statechart
import Testing

@Suite("Child sessions whose document is computed")
struct ComputedSourceTests {
    private static func document(_ inside: String) -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"cel\">\(inside)</scxml>"
    }

    /// A folder of children; only what is not in it is asked of `asked`.
    private static let folder = SCXMLFolder { name throws(SCXMLFolder.Failure) in
        guard let text = files[name] else { throw .unreadable }
        return text
    }

    private static let files = [
        "ends.scxml": document("<final id=\"f\"/>"),
        "parent.scxml": document(
            """
            <state id="a"><invoke><content>\(document("<final id=\"f\"/>"))</content></invoke>
            <transition event="done.invoke" target="b"/></state>
            <state id="b"><invoke src="ends.scxml"/><transition event="done.invoke" target="f"/></state>
            <final id="f"/>
            """),
        "broken.scxml": "<scxml",
    ]

    private func end(srcexpr: String) throws -> [String] {
        let text = Self.document(
            """
            <datamodel><data id="x"/></datamodel>
            <state id="a"><onentry><assign location="x" expr="'ends'"/></onentry>
            <invoke srcexpr="\(srcexpr)"/>
            <transition event="done.invoke" target="done"/>
            <transition event="error.communication" cond="_event.data == \(srcexpr)" target="refused"/>
            <transition event="*" target="other"/></state>
            <final id="done"/><final id="refused"/><final id="other"/>
            """)
        var tree = try SCXMLReader.read(Array(text.utf8), in: Self.folder).tree()
        tree.start()
        tree.runToEnd()
        return tree.root.atomicStates
    }

    @Test(
        "One in the document's own folder is run, with its own children",
        arguments: ["x + '.scxml'", "'file:' + x + '.scxml'", "'parent.scxml'"])
    func inside(srcexpr: String) throws { #expect(try end(srcexpr: srcexpr) == ["done"]) }

    @Test(
        "One that is not there, is no document or lies outside is refused by its name",
        arguments: [
            "x", "'broken.scxml'", "'../ends.scxml'", "'/ends.scxml'", "'http://example.org/ends.scxml'",
            "'parent.scxml#9'",
        ])
    func outside(srcexpr: String) throws { #expect(try end(srcexpr: srcexpr) == ["refused"]) }
}
