import Definitions
import Testing

@Suite("SCXML: the null data model")
struct NullModelTests {
    private static func document(_ inside: String) -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\">\(inside)"
            + "<final id=\"pass\"/><final id=\"fail\"/></scxml>"
    }

    @Test(
        "Its conditions ask for states, by an id in quotes or not; import and export keep them",
        arguments: ["In('b')", "In(\"b\")", "In(b)", " In ( b ) "])
    func conditions(condition: String) throws {
        let condition = condition.replacing("\"", with: "&quot;")
        let text = Self.document(
            """
            <parallel id="p"><state id="a"><onentry><raise event="e"/><send event="f" delay="1s"/></onentry>
            <transition event="e" cond="\(condition)" target="fail"/>
            <transition event="f" cond="\(condition)" target="pass"/>
            <transition event="f" target="fail"/></state>
            <state id="c"><state id="d"><transition event="e" target="b"/></state><state id="b"/></state></parallel>
            """)
        let document = try SCXMLReader.read(Array(text.utf8))
        let imported = try ChartFile.read(Array(ChartFile.text(of: document).utf8), file: "c.yaml")
        let exported = try SCXMLReader.read(Array(imported.scxml.utf8))
        #expect([document, imported, exported].compactMap(SCXMLSuite.failure) == [])
    }

    @Test("A child with a data model of its own may have what its parent has not")
    func child() throws {
        let text = Self.document(
            """
            <state id="a"><invoke id="k"><content><scxml version="1.0" datamodel="cel"><datamodel>
            <data id="x" expr="1"/></datamodel><state id="c"><transition cond="x == 1" target="f"/></state>
            <final id="f"/></scxml></content></invoke><transition event="done.invoke.k" target="pass"/></state>
            """)
        #expect(SCXMLSuite.failure(of: try SCXMLReader.read(Array(text.utf8))) == nil)
    }

    @Test(
        "It has no variables, no expressions, no other conditions",
        arguments: [
            ("<datamodel><data id=\"x\"/></datamodel><state/>", "<datamodel>"),
            ("<state><onentry><assign location=\"x\">1</assign></onentry></state>", "<assign>"),
            ("<state><onentry><foreach array=\"x\" item=\"y\"/></onentry></state>", "<foreach>"),
            ("<state><onentry><log expr=\"1\"/></onentry></state>", "expr of <log>"),
            ("<state><onentry><send eventexpr=\"'e'\"/></onentry></state>", "eventexpr of <send>"),
            ("<state><onentry><send event=\"e\"><content>1</content></send></onentry></state>", "<content>"),
            (
                "<state><onentry><send event=\"e\"><param name=\"x\" expr=\"1\"/></send></onentry></state>",
                "<param>"
            ),
            ("<state><onentry><if cond=\"true\"/></onentry></state>", "cond of <if>"),
            ("<state><transition cond=\"!In('a')\"/></state>", "cond of <transition>"),
            ("<state><transition cond=\"In('a') &amp;&amp; In('b')\"/></state>", "cond of <transition>"),
            ("<state><transition cond=\"In()\"/></state>", "cond of <transition>"),
        ])
    func refused(inside: String, name: String) {
        let error = #expect(throws: SCXMLRefusal.self) {
            try SCXMLReader.read(Array(Self.document(inside).utf8))
        }
        #expect(error?.findings.map(\.code) == [.unsupported], "\(String(describing: error))")
        #expect(error?.description.contains(name) == true, "\(String(describing: error))")
    }
}
