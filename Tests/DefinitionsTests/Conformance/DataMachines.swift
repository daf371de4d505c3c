import Testing

@Suite("SCXML: variables and what every session knows")
struct DataMachines {
    @Test("Each machine ends in pass", arguments: variables + names + late + system)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    static let variables = [
        Machine(
            "Every variable is seen everywhere, with early binding before its state was entered",
            """
            <state id="a"><transition cond="x == 5 &amp;&amp; y == 6" target="pass"/>
            <transition target="fail"/>
            </state><state id="b"><datamodel><data id="x" expr="5"/></datamodel>
            <state id="c"><datamodel><data id="y" expr="x + 1"/></datamodel></state></state>
            """),
        Machine(
            "A variable without a value, and one whose value fails, is null; the failure is reported",
            """
            <datamodel><data id="x"/><data id="y" expr="1 / 0"/><data id="z" expr="nothing"/></datamodel>
            <state id="a"><transition event="error.execution" target="b"/></state>
            <state id="b"><transition event="error.execution" target="c"/></state>
            <state id="c"><transition cond="x == null &amp;&amp; y == null &amp;&amp; z == null"
            target="pass"/>
            </state>
            """),
        Machine(
            "Inline values are JSON or text",
            """
            <datamodel><data id="i"> 7 </data><data id="d">7.0</data><data id="t">7 and
              more</data><data id="m">{"a": [true, null]}</data></datamodel><state id="a">
            <transition cond="type(i) == int &amp;&amp; type(d) == double &amp;&amp; t == '7 and more'
            &amp;&amp; m == {'a': [true, null]}" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "Inline XML is the text that it is written as, wherever data stands",
            """
            <datamodel><data id="b"> <book xmlns="" title="a">
              <p>1 &lt; 2</p><p/></book> </data><data id="c"/></datamodel><state id="s"><onentry>
            <assign location="c"><script xmlns="">c</script></assign>
            <send event="e"><content><note xmlns="" z="1" a="2">n</note> m</content></send></onentry>
            <transition event="e" cond="b == '&lt;book title=&quot;a&quot; xmlns=&quot;&quot;> &lt;p>1 &amp;lt; 2&lt;/p>&lt;p/>&lt;/book>'
            &amp;&amp; c == '&lt;script xmlns=&quot;&quot;>c&lt;/script>'
            &amp;&amp; _event.data == '&lt;note a=&quot;2&quot; xmlns=&quot;&quot; z=&quot;1&quot;>n&lt;/note> m'" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A document that stands in data, an assignment or a message is a text like any inline XML",
            """
            <datamodel><data id="b"><scxml><final id="f"/></scxml></data><data id="c"/></datamodel>
            <state id="s"><onentry><assign location="c"><scxml version="1.0"><state id="x"><invoke><content>
            <scxml><final/></scxml></content></invoke><data>1</data></state></scxml></assign>
            <send event="e"><content><scxml><final/></scxml></content></send></onentry>
            <transition event="e" cond="b == '&lt;scxml>&lt;final id=&quot;f&quot;/>&lt;/scxml>' &amp;&amp; c ==
            '&lt;scxml version=&quot;1.0&quot;>&lt;state id=&quot;x&quot;>&lt;invoke>&lt;content> &lt;scxml>&lt;final/>&lt;/scxml>&lt;/content>&lt;/invoke>&lt;data>1&lt;/data>&lt;/state>&lt;/scxml>'
            &amp;&amp; _event.data == '&lt;scxml>&lt;final/>&lt;/scxml>'" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "Inline XML says its namespace where that is not that of its place",
            """
            <datamodel><data id="b"><a xmlns="urn:a"><b/><c xmlns="urn:c"/><p:d xmlns:p="urn:p"><p:e/></p:d></a></data>
            </datamodel><state id="s"><transition cond="b ==
            '&lt;a xmlns=&quot;urn:a&quot;>&lt;b/>&lt;c xmlns=&quot;urn:c&quot;/>&lt;p:d xmlns:p=&quot;urn:p&quot;>&lt;p:e/>&lt;/p:d>&lt;/a>'"
            target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "An undeclared variable is an error, and its condition false",
            """
            <state id="a"><onentry><raise event="e"/></onentry>
            <transition event="e" cond="x == null" target="fail"/>
            <transition event="error.execution" target="pass"/></state>
            """),
        Machine(
            "The name of a type is the type, unless a variable is called so",
            """
            <datamodel><data id="int" expr="3"/></datamodel><state id="a"><transition
            cond="type('') == string &amp;&amp; type(int) == type(3) &amp;&amp; type(null) == null_type &amp;&amp;
            type(timestamp(0)) == google.protobuf.Timestamp" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "A function that is called with too few or too many operands is an error",
            """
            <state id="a"><onentry><raise event="e"/></onentry>
            <transition event="e" cond="size() == 0 || 'a'.matches() || matches('a')" target="fail"/>
            <transition event="error.execution" target="b"/></state>
            <state id="b"><onentry><raise event="e"/></onentry>
            <transition event="e" cond="!In('b', 'b') || !In()" target="fail"/>
            <transition event="error.execution" target="c"/></state>
            <state id="c"><onentry><log expr="In(5)"/></onentry>
            <transition event="error.execution" target="pass"/></state>
            """),
        Machine(
            "Values of different types are unequal, without an error",
            """
            <datamodel><data id="x" expr="1"/></datamodel><state id="a"><onentry><raise event="e"/></onentry>
            <transition event="error" target="fail"/>
            <transition event="e" cond="x != null &amp;&amp; x != '1' &amp;&amp; x != [1] &amp;&amp; x == 1.0"
            target="pass"/></state>
            """),
    ]

    static let names = [
        "list", "map", "type", "int", "uint", "double", "string", "bool", "bytes", "null_type", "google",
        "duration", "timestamp", "dyn", "size", "has", "exists", "In",
    ].map { name in
        Machine(
            "A variable may be called \(name): in conditions, loops, assignments and what is sent",
            """
            <datamodel><data id="\(name)" expr="[1,2]"/><data id="sum" expr="0"/></datamodel>
            <state id="a"><onentry><foreach array="\(name)" item="i"><assign location="sum" expr="sum + i"/></foreach>
            <assign location="\(name)" expr="\(name) + [sum]"/>
            <send event="e" namelist="\(name)"><param name="p" location="\(name)"/></send></onentry>
            <transition event="e" cond="\(name) == [1, 2, 3] &amp;&amp; _event.data.\(name) == .\(name)
            &amp;&amp; _event.data.p[2] == 3 &amp;&amp; \(name).exists(x, x == sum)" target="pass"/>
            <transition event="*" target="fail"/></state>
            """)
    }

    static let late = [
        Machine(
            "With late binding a variable is null until its state is entered", attributes: "binding=\"late\"",
            """
            <state id="a"><onentry><raise event="e"/></onentry><transition event="error" target="fail"/>
            <transition event="e" cond="x == null" target="b"/></state>
            <state id="b"><datamodel><data id="x" expr="5"/></datamodel><onentry><raise event="f"/></onentry>
            <transition event="f" cond="x == 5" target="pass"/><transition event="f" target="fail"/></state>
            """),
        Machine(
            "A late value is given once, at the first entry", attributes: "binding=\"late\"",
            """
            <datamodel><data id="n" expr="0"/></datamodel>
            <state id="b"><datamodel><data id="x" expr="5"/></datamodel>
            <onentry><assign location="n" expr="n + 1"/><assign location="x" expr="x + 1"/></onentry>
            <transition cond="n == 1" target="b"/><transition cond="x == 7" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "A late value sees what was assigned before", attributes: "binding=\"late\"",
            """
            <datamodel><data id="n" expr="1"/></datamodel>
            <state id="a"><onexit><assign location="n" expr="2"/></onexit><transition target="b"/></state>
            <state id="b"><datamodel><data id="x" expr="n * 10"/></datamodel>
            <transition cond="x == 20" target="pass"/><transition target="fail"/></state>
            """),
    ]

    static let system = [
        Machine(
            "The name and the id of the session are texts that stay", attributes: "name=\"the machine\"",
            """
            <datamodel><data id="id" expr="_sessionid"/></datamodel><state id="a">
            <transition cond="_name == 'the machine' &amp;&amp; type(_sessionid) == string &amp;&amp;
            _sessionid != '' &amp;&amp; id == _sessionid" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "An event has its seven fields, the blank ones null",
            """
            <state id="a"><onentry><raise event="e"/></onentry><transition event="e" target="pass"
            cond="_event == {'name': 'e', 'type': 'internal', 'sendid': null, 'origin': null,
            'origintype': null, 'invokeid': null, 'data': null}"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "The event stays known until the next one, also to eventless transitions and entries",
            """
            <datamodel><data id="n"/></datamodel><state id="a"><onentry><raise event="e"/></onentry>
            <transition event="e" target="b"/></state>
            <state id="b"><onentry><assign location="n" expr="_event.name"/></onentry>
            <transition cond="_event.name == 'e' &amp;&amp; n == 'e'" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "An error is an event of the platform",
            """
            <state id="a"><onentry><log expr="1 / 0"/></onentry><transition event="error"
            cond="_event.name == 'error.execution' &amp;&amp; _event.type == 'platform'" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "The processor of SCXML events is known with its address",
            """
            <state id="a"><transition target="pass"
            cond="_ioprocessors['http://www.w3.org/TR/scxml/#SCXMLEventProcessor'].location
            == '#_scxml_' + _sessionid"/><transition target="fail"/></state>
            """),
    ]
}
