import Definitions
import Expressions
import Statechart
import Testing

@Suite("SCXML that is read")
struct SCXMLReaderTests {
    private func read(_ inside: String, _ attributes: String = "") throws -> SCXMLDocument {
        let text = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" \(attributes)>\n\(inside)</scxml>"
        return try SCXMLReader.read(Array(text.utf8))
    }

    private func value(_ name: String, after inside: String) throws -> Value? {
        var session = try read(inside).session()
        _ = session.start()
        return session.model.variables[name]
    }

    @Test("An expression that does not compile loads with a warning, and is an error when it is executed")
    func warnings() throws {
        let document = try read(
            """
            <state id="a"><onentry><log expr="1 +"/></onentry>
            <transition cond="In(" target="a"/></state>
            """
        )
        #expect(document.warnings.map(\.line) == [2, 3])
        var session = document.session()
        #expect(
            session.start().flatMap(\.trace.failures).map(\.event) == ["error.execution", "error.execution"])
    }

    static let inlineTexts: [(String, Value)] = [
        ("7", Value.int(7)), ("7.0", .double(7)), ("-1e2", .double(-100)),
        ("[1, \"a\", null, true]", [1, "a", .null, true]),
        ("{\"a\": {\"b\": []}}", ["a": ["b": []]]), ("\"\\u00e9\\ud83d\\ude00\\n\"", "é😀\n"),
        ("  two\n  words ", "two words"),
        ("[1,]", "[1,]"), ("01", "01"), ("{\"a\":1,\"a\":2}", ["a": 2]),
        ("1 2", "1 2"), ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1e999 m", "1e999 m"),
    ]

    @Test(
        "Inline content is JSON, else its text with white space normalised",
        arguments: inlineTexts)
    func inline(text: String, value: Value) throws {
        #expect(
            try self.value("x", after: "<datamodel><data id=\"x\">\(text)</data></datamodel><state/>")
                == value)
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test(
        "JSON that no value can hold is an error and a warning, never a text",
        arguments: [
            (nested(129), "nested deeper than 128 levels"), (nested(5_000), "nested deeper than 128 levels"),
            ("{\"a\": 1e999}", "1e999"), ("\"\\ud800\"", "surrogate"),
        ])
    func excessive(text: String, reason: String) throws {
        let document = try read(
            """
            <datamodel><data id="x">\(text)</data><data id="y" expr="1"/></datamodel>
            <state><onentry><assign location="y">\(text)</assign></onentry>
            <onentry><send event="e"><content>\(text)</content></send></onentry></state>
            """)
        #expect(document.warnings.map(\.line) == [2, 3, 4])
        #expect(document.warnings.allSatisfy { $0.message.contains(reason) })
        var session = document.session()
        let failures = session.start().flatMap(\.trace.failures)
        #expect(failures.map(\.event) == Array(repeating: "error.execution", count: 3))
        #expect(failures.allSatisfy { $0.description.contains(reason) })
        #expect(session.model.variables == ["x": .null, "y": 1])
    }

    @Test("A deeply nested text that is no JSON stays a text, and JSON of 128 levels is a value")
    func deepInline() throws {
        for text in [String(repeating: "[", count: 500), Self.nested(128)] {
            let value = try value("x", after: "<datamodel><data id=\"x\">\(text)</data></datamodel><state/>")
            #expect((value == .string(text)) == (text.last == "["))
        }
    }

    @Test("A chain of many terms is a condition like any other")
    func chains() throws {
        let sum = Array(repeating: "1", count: 100).joined(separator: " + ")
        let choice = String(repeating: "false ? 0 : ", count: 100) + "100"
        let long = Array(repeating: "true", count: 2_000).joined(separator: " &amp;&amp; ")
        for condition in ["\(sum) == 100", "(\(choice)) == 100", long] {
            var session = try read(
                "<state><transition cond=\"\(condition)\" target=\"z\"/></state><final id=\"z\"/>"
            )
            .session()
            _ = session.start()
            #expect(session.atomicStates == ["z"])
        }
    }

    @Test(
        "An assignment goes to a declared variable or a field of a map in it, and nowhere else",
        arguments: [
            ("x", true), ("x.a", true), ("x.new", true), ("x.m.n", true), ("y", false), ("x.none.n", false),
            ("x.a.b", false),
            ("x['a']", false), ("_event", false), ("_name", false), ("_event.data", false), ("", false),
            ("x.", false), ("1", false), ("x.if", true), ("x.m.while", true), ("x.`a-b`", true),
            ("x.`a-b`.c", false), ("x.m.`c d`", true), ("x.in", false), ("x.true", false), ("x.`a", false),
            ("x.``", false), ("x.`a`b", false), ("`x`", false), ("if.a", false), ("x.`é`", false),
        ])
    func locations(location: String, isLegal: Bool) throws {
        let document = try read(
            """
            <datamodel><data id="x">{"a": 1, "m": {}}</data></datamodel>
            <state><onentry><assign location="\(location)" expr="5"/></onentry></state>
            """)
        var session = document.session()
        let failures = session.start().flatMap(\.trace.failures)
        #expect(failures.isEmpty == isLegal)
    }

    @Test("A variable that grows without end is stopped, and the session goes on")
    func growth() throws {
        var session = try read(
            """
            <datamodel><data id="x" expr="[0]"/></datamodel>
            <state id="a"><transition event="error.execution" target="b"/>
            <transition target="a"><assign location="x" expr="[x]"/></transition></state>
            <state id="b"/>
            """
        ).session()
        _ = session.start()
        guard case .faulted(.endlessMicrosteps) = session.status else {
            return #expect(session.atomicStates == ["b"])
        }
    }

    @Test("Branches of if, in order")
    func branches() throws {
        let inside = """
            <datamodel><data id="x" expr="0"/></datamodel><state><onentry>
            <if cond="false"><assign location="x" expr="1"/>
            <elseif cond="x == 0"/><assign location="x" expr="2"/>
            <assign location="x" expr="x + 10"/><else/><assign location="x" expr="3"/></if></onentry></state>
            """
        #expect(try value("x", after: inside) == 12)
    }

    @Test("A child written inside its parent gets its parameters, reports back, and is finalized into place")
    func inlineChild() throws {
        var tree = try read(
            """
            <datamodel><data id="got" expr="0"/><data id="sent" expr="20"/></datamodel>
            <state id="a">
              <invoke id="kid" type="scxml" namelist="sent"><param name="got" location="got"/>
                <content><scxml version="1.0">
                  <datamodel><data id="sent" expr="1"/><data id="got"/></datamodel>
                  <state id="c"><onentry><send event="result" target="#_parent">
                    <param name="got" expr="sent + 1"/></send></onentry>
                    <transition event="bye" target="f"/></state>
                  <final id="f"><donedata><content expr="'farewell'"/></donedata></final></scxml></content>
                <finalize/></invoke>
              <transition event="result" cond="got == 21 &amp;&amp; _event.invokeid == 'kid'">
                <send event="bye" target="#_kid"/></transition>
              <transition event="done.invoke.kid" cond="_event.data == 'farewell'" target="z"/>
            </state><final id="z"/>
            """
        ).tree()
        tree.start()
        #expect(tree.root.atomicStates == ["z"])
        #expect(tree.root.model.variables["got"] == 21)
    }

    @Test("Transitions carry their line as label, and findings of the chart the line of their state")
    func labels() throws {
        let document = try read("<state id=\"a\">\n<transition event=\"e\" target=\"a\"/></state>")
        #expect(document.chart.transitions.map(\.label) == ["line 3"])
    }

    @Test("A prefix for the namespace and CDATA for text mean nothing")
    func spelling() throws {
        let text =
            """
            <s:scxml xmlns:s="http://www.w3.org/2005/07/scxml"><s:datamodel>
            <s:data id="x"><![CDATA[<!DOCTYPE]]></s:data></s:datamodel>
            <!-- <!DOCTYPE --><s:state id="a"/></s:scxml>
            """
        var session = try SCXMLReader.read(Array(text.utf8)).session()
        _ = session.start()
        #expect(session.atomicStates == ["a"] && session.model.variables["x"] == "<!DOCTYPE")
    }
}
