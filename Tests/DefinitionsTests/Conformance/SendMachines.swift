import Testing

@Suite("SCXML: send and cancel")
struct SendMachines {
    @Test("Each machine ends in pass", arguments: arguments + delays + targets + data)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    static let arguments = [
        Machine(
            "What a send says is computed when it is executed, not when its event is delivered",
            """
            <datamodel><data id="x" expr="1"/><data id="e" expr="'first'"/></datamodel><state id="a"><onentry>
            <send eventexpr="e" delayexpr="'10' + 'ms'"><param name="x" expr="x"/></send>
            <assign location="x" expr="2"/><assign location="e" expr="'second'"/></onentry>
            <transition event="first" cond="_event.data.x == 1" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A place for the id gets a text that the event and its errors carry, another for each send",
            """
            <datamodel><data id="x"/><data id="y"/></datamodel><state id="a"><onentry>
            <send event="e" idlocation="x"/><send event="e" idlocation="y"/></onentry>
            <transition event="e" cond="type(x) == string &amp;&amp; x != y &amp;&amp; _event.sendid == x"
            target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><transition event="e" cond="_event.sendid == y" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "An event has the id of its send, or none",
            """
            <state id="a"><onentry><send event="e" id="mine"/><send event="f"/></onentry>
            <transition event="e" cond="_event.sendid == 'mine'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><transition event="f" cond="_event.sendid == null" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A send whose place for the id does not exist is an error and sends nothing",
            """
            <state id="a"><onentry><send event="e" idlocation="nowhere"/></onentry>
            <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
            """),
    ]

    static let delays = [
        Machine(
            "The shorter delay comes first, equal delays in the order of sending",
            """
            <datamodel><data id="t" expr="''"/></datamodel><state id="a"><onentry>
            <send event="c" delay="2s"/><send event="a" delay=".5s"/><send event="b" delay="500ms"/>
            <send event="d" delay="2.000s"/></onentry>
            <transition event="d" cond="t + 'd' == 'abcd'" target="pass"/>
            <transition event="d" target="fail"/>
            <transition event="*"><assign location="t" expr="t + _event.name"/></transition></state>
            """),
        Machine(
            "What was cancelled never comes, whatever the state that cancels it",
            """
            <state id="a"><onentry><send event="no" id="x" delay="1s"/><send event="yes" delay="2s"/>
            </onentry>
            <transition target="b"/></state>
            <state id="b"><onentry><cancel sendidexpr="'' + 'x'"/></onentry>
            <transition event="yes" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A cancel without anything to withdraw does nothing, and one of what has come is too late",
            """
            <state id="a"><onentry><send event="e" id="x"/><cancel sendid="x"/><cancel sendid="never"/>
            </onentry>
            <transition event="e" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "One id withdraws all that was sent with it",
            """
            <state id="a"><onentry><send event="no" id="x" delay="1s"/><send event="no" id="x" delay="2s"/>
            <send event="yes" delay="3s"/><cancel sendid="x"/></onentry>
            <transition event="yes" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A delay that is none is an error with the id of the send",
            """
            <state id="a"><onentry><send event="no" id="x" delay="soon"/></onentry>
            <transition event="error.execution" cond="_event.sendid == 'x'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="no" delayexpr="5"/></onentry>
            <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A delayed event outlives the state that sent it",
            """
            <state id="a"><onentry><send event="e" delay="5s"/></onentry><transition target="b"/></state>
            <state id="b"><transition event="e" target="pass"/></state>
            """),
    ]

    static let targets = [
        Machine(
            "The internal queue comes before the external one",
            """
            <state id="a"><onentry><send event="late"/><raise event="one"/>
            <send event="two" target="#_internal"/></onentry>
            <transition event="one" cond="_event.type == 'internal'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><transition event="two" target="c"
            cond="_event.type == 'internal' &amp;&amp; _event.origin == null
            &amp;&amp; _event.origintype == null"/>
            <transition event="*" target="fail"/></state>
            <state id="c"><transition event="late" cond="_event.type == 'external'" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "The address of the session, its origin and its type lead back to it",
            """
            <datamodel><data id="p" expr="'http://www.w3.org/TR/scxml/#SCXMLEventProcessor'"/></datamodel>
            <state id="a"><onentry><send event="e" targetexpr="_ioprocessors[p].location" typeexpr="p"/>
            </onentry>
            <transition event="e" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="f" targetexpr="_event.origin" typeexpr="_event.origintype"/>
            </onentry><transition event="f" cond="_event.origin == '#_scxml_' + _sessionid" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A session that does not exist cannot be reached",
            """
            <state id="a"><onentry><send event="no" id="x" target="#_scxml_nobody"/></onentry>
            <transition event="error.communication"
            cond="_event.sendid == 'x' &amp;&amp; _event.type == 'platform'"
            target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="no" target="#_parent"/></onentry>
            <transition event="error.communication" target="c"/><transition event="*" target="fail"/></state>
            <state id="c"><onentry><send event="no" target="#_child"/></onentry>
            <transition event="error.communication" target="pass"/><transition event="*" target="fail"/>
            </state>
            """),
        Machine(
            "What is no target, or no type, is an error that ends the block",
            """
            <state id="a"><onentry><send event="no" id="x" target="nowhere"/><raise event="no"/></onentry>
            <transition event="error.execution" cond="_event.sendid == 'x'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="no" id="y" type="smoke"/><raise event="no"/></onentry>
            <transition event="error.execution" cond="_event.sendid == 'y'" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
    ]

    /// Sends whose data are no locations.
    private static let failing = [
        "1", "x+1", "x[0]", "x.y", "y", "int", "google.protobuf.Timestamp", "'x'", "true", ".x", "x.",
    ].flatMap { ["namelist=\"\($0)\">", "><param name='p' location=\"\($0)\"/>"] }

    static let data = [
        Machine(
            "Parameters and names come as one map",
            """
            <datamodel><data id="x" expr="1"/><data id="y">{"z": 2}</data></datamodel><state id="a"><onentry>
            <send event="e" namelist="x"><param name="p" expr="x + 2"/><param name="q" location="y.z"/></send>
            </onentry><transition event="e" cond="_event.data == {'x': 1, 'p': 3, 'q': 2}" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A name of the list, or a parameter's place, that is no declared location is an error, and nothing is sent",
            """
            <datamodel><data id="x" expr="1"/></datamodel><state id="a"><onentry><raise event="e"/></onentry>
            \(failing.map { "<onexit><send event='no' \($0)</send></onexit>" }.joined())
            <transition event="e" target="b"/></state>
            <state id="b"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="error.execution"><assign location="x" expr="x + 1"/></transition>
            <transition event="end" cond="x == 1 + \(failing.count)" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "Content is an expression, JSON, or text with its white space normalised",
            """
            <state id="a"><onentry><send event="e"><content expr="[1, 'a']"/></send></onentry>
            <transition event="e" cond="_event.data == [1, 'a']" target="b"/></state>
            <state id="b"><onentry><send event="e"><content>{"k": 2.5}</content></send></onentry>
            <transition event="e" cond="_event.data.k == 2.5" target="c"/></state>
            <state id="c"><onentry><send event="e"><content>
               some   text </content></send></onentry>
            <transition event="e" cond="_event.data == 'some text'" target="d"/></state>
            <state id="d"><onentry><send event="e"/></onentry>
            <transition event="e" cond="_event.data == null" target="pass"/></state>
            """),
        Machine(
            "Data that fails is an error, and nothing is sent",
            """
            <state id="a"><onentry><send event="no" id="x"><param name="p" expr="1 / 0"/></send></onentry>
            <transition event="error.execution" cond="_event.sendid == 'x'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="no" namelist="nothing"/></onentry>
            <transition event="error.execution" target="c"/><transition event="*" target="fail"/></state>
            <state id="c"><onentry><send event="no"><content expr="nothing"/></send></onentry>
            <transition event="error.execution" target="d"/><transition event="*" target="fail"/></state>
            <state id="d"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="end" target="pass"/><transition event="*" target="fail"/></state>
            """),
    ]
}
