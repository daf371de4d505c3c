import Definitions
import Testing

@Suite("SCXML that loads with a warning")
struct SCXMLWarningTests {
    @Test(
        "What is certain to fail when it is executed is warned of, with its line",
        arguments: [
            ("<onentry><send event=\"e\" type=\"smoke\"/></onentry>", "There is no event processor `smoke`."),
            ("<onentry><send event=\"e\" target=\"baz\"/></onentry>", "`baz` is no target for events."),
            ("<onentry><send event=\"e\" delay=\"soon\"/></onentry>", "`soon` is no delay."),
            ("<onentry><send event=\"e\" idlocation=\"y\"/></onentry>", "The variable `y` is not declared."),
            (
                "<onentry><send event=\"e\" target=\"#_internal\" delay=\"1s\"/></onentry>",
                "An event to the internal queue cannot be delayed."
            ),
            (
                "<onentry><assign location=\"_event\" expr=\"1\"/></onentry>", "`_event` cannot be assigned."
            ),
            (
                "<onentry><assign location=\"y.z\" expr=\"1\"/></onentry>",
                "The variable `y` is not declared."
            ),
            (
                "<onentry><assign location=\"x[0]\" expr=\"1\"/></onentry>",
                "`x[0]` is no place that can be assigned."
            ),
            ("<onentry><send event=\"e\" namelist=\"x+1\"/></onentry>", "`x+1` is no location of a value."),
            (
                "<onentry><send event=\"e\" namelist=\"x int\"/></onentry>",
                "The variable `int` is not declared."
            ),
            (
                "<onentry><send event=\"e\"><param name=\"p\" location=\"1\"/></send></onentry>",
                "`1` is no location of a value."
            ),
            ("<transition event=\".*\" target=\"a\"/>", "`.*` matches no event."),
            ("<transition event=\"a..b\" target=\"a\"/>", "`a..b` matches no event."),
            (
                "<transition/>",
                "The transition has neither event nor cond nor target: it would be taken for ever."
            ),
            ("<datamodel><data id=\"a-b\"/></datamodel>", "`a-b` is no name for a variable."),
        ])
    func warned(inside: String, message: String) throws {
        let document = try read(inside)
        #expect(document.warnings.map(\.message) == [message])
        #expect(document.warnings.map(\.line) == [3])
    }

    @Test(
        "What is as it should be has no warning",
        arguments: [
            "<onentry><foreach array=\"[1]\" item=\"i\" index=\"n\"><assign location=\"i\" expr=\"n\"/>"
                + "</foreach><assign location=\"x.y\" expr=\"1\"/></onentry>",
            "<onentry><send event='e' namelist='x x.y'><param name='p' location='_event.data'/></send></onentry>",
            "<onentry><send event='e' id='s' target='#_parent' type='scxml' delay='.5s'/></onentry>",
            "<transition event=\"* a a.b a. a.*\" cond=\"In('a')\" target=\"a\"/>",
        ])
    func clean(inside: String) throws { #expect(try read(inside).warnings == []) }

    private func read(_ inside: String) throws -> SCXMLDocument {
        let text = """
            <scxml xmlns="http://www.w3.org/2005/07/scxml"><datamodel><data id="x"/></datamodel>
            <state id="a">
            \(inside)</state></scxml>
            """
        return try SCXMLReader.read(Array(text.utf8))
    }
}
