import Testing

@Suite("SCXML: child sessions")
struct ChildMachines {
    @Test("Each machine ends in pass", arguments: lives + kinds + talks + contents)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    private static func child(_ attributes: String, _ inside: String, more: String = "") -> String {
        "<invoke type='scxml' \(attributes)>\(more)<content><scxml version='1.0' datamodel='cel'>"
            + "\(inside)</scxml></content></invoke>"
    }

    static let lives = [
        Machine(
            "A child that ends is done, and its done data come along",
            """
            <state id="a">\(child("id='k'", "<final id='f'><donedata><content expr='7'/></donedata></final>"))
            <transition event="done.invoke.k" target="pass" cond="_event.data == 7 &amp;&amp;
            _event.invokeid == 'k' &amp;&amp; _event.type == 'external'"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "Without an id one is made of the state's, and stored where the document says",
            """
            <datamodel><data id="x"/></datamodel><state id="a">
            \(child("idlocation='x'", "<final id='f'/>"))
            <transition event="done.invoke" cond="_event.invokeid == x &amp;&amp; x.startsWith('a.')"
            target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A child starts at the end of the macrostep: a state that is left before has none",
            """
            <state id="a">
            \(child("", "<state><onentry><send event='no' target='#_parent'/></onentry></state>"))
            <transition target="b"/></state>
            <state id="b"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="no" target="fail"/>
            <transition event="end" target="pass"/></state>
            """),
        Machine(
            "A child whose state is left is cancelled, runs its exits, and reports nothing",
            """
            <state id="a"><onentry><send event="go" delay="1s"/></onentry>
            \(child("id='k'", "<state id='c'><onentry><send event='e' delay='2s'/></onentry>"
                + "<onexit><send event='out' target='#_parent'/>"
                + "<send event='out' target='#_parent' delay='1s'/></onexit>"
                + "<transition event='e' target='f'/></state><final id='f'/>"))
            <transition event="go" target="b"/></state>
            <state id="b"><onentry><send event="end" delay="5s"/></onentry>
            <transition event="done.invoke" target="fail"/><transition event="out" target="fail"/>
            <transition event="end" target="pass"/></state>
            """),
        Machine(
            "Whoever cancels a child hears nothing of it by any other name either",
            """
            <state id="a"><onentry><send event="go" delay="1s"/></onentry>
            \(child("id='k'", "<datamodel><data id='home'/></datamodel>"
                + "<state id='c'><onentry><send event='hello' target='#_parent'/></onentry>"
                + "<onexit><send event='out' targetexpr='home'/></onexit>"
                + "<transition event='answer'><assign location='home' expr='_event.origin'/></transition>"
                + "</state>"))
            <transition event="hello"><send event="answer" targetexpr="_event.origin"/></transition>
            <transition event="go" target="b"/></state>
            <state id="b"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="out" target="fail"/><transition event="end" target="pass"/></state>
            """),
        Machine(
            "A whole line of sessions falls silent when its first is cancelled",
            """
            <state id="a"><onentry><send event="go" delay="1s"/></onentry>
            \(child("id='k'", "<state id='c'>"
                + child("id='l'", "<state id='d'><onexit><send event='out' target='#_parent'/></onexit>"
                    + "</state>")
                + "<transition event='out'><send event='out' target='#_parent'/></transition></state>"))
            <transition event="go" target="b"/></state>
            <state id="b"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="out" target="fail"/><transition event="end" target="pass"/></state>
            """),
        Machine(
            "Several children run beside each other",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            \(child("id='k'", "<final id='f'/>"))\(child("id='l'", "<final id='f'/>"))
            <transition event="done.invoke"><assign location="n" expr="n + 1"/></transition>
            <transition cond="n == 2" target="pass"/></state>
            """),
        Machine(
            "A state that starts children for ever comes to the point where it can start no more",
            """
            <state id="a">\(child("id='k'", "<final id='f'/>"))
            <transition event="done.invoke.k" target="a"/>
            <transition event="error.communication" target="pass"/></state>
            """),
        Machine(
            "A child has children of its own",
            """
            <state id="a">\(child("id='k'", "<state id='c'>"
                + child("id='l'", "<state id='d'><onentry><send event='up' target='#_parent'/>"
                    + "</onentry></state>")
                + "<transition event='up' target='f'/></state><final id='f'/>"))
            <transition event="up" target="fail"/><transition event="done.invoke.k" target="pass"/></state>
            """),
    ]

    static let kinds = [
        Machine(
            "The kind of a child can be computed when it starts",
            """
            <datamodel><data id="x" expr="'scx'"/></datamodel><state id="a">
            \(child("id='k'", "<final id='f'/>").replacing("type='scxml'", with: "typeexpr=\"x + 'ml'\""))
            <transition event="done.invoke.k" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A kind that there is not is an error when it is computed",
            """
            <state id="a">
            \(child("id='k'", "<final id='f'/>").replacing("type='scxml'", with: "typeexpr=\"'voicexml'\""))
            <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A kind that there is not is an error when it is written, too, and exported again",
            """
            <state id="a"><invoke type="voicexml" id="k"/>
            <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A document that is written and not there is an error when it is to start",
            """
            <state id="a"><invoke id="k" src="missing.scxml"/>
            <transition event="error.communication" cond="_event.data == 'missing.scxml'" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A document whose name is computed and that is not there is an error when it is to start",
            """
            <state id="a"><invoke id="k" srcexpr="'a' + '.scxml'"/>
            <transition event="error.communication" cond="_event.data == 'a.scxml'" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "Expressions know the zones by name",
            """
            <state id="a"><transition
            cond="timestamp('2026-07-01T12:00:00Z').getHours('Europe/Paris') == 14" target="pass"/>
            <transition target="fail"/></state>
            """),
    ]

    static let contents = [
        Machine(
            "A document that was assigned can be run as a child",
            """
            <datamodel><data id="x" expr="1"/></datamodel><state id="a">
            <onentry><assign location="x"><scxml version="1.0" datamodel="cel"><final id="f"><donedata>
            <content expr="7"/></donedata></final></scxml></assign></onentry>
            <invoke type="http://www.w3.org/TR/scxml/" id="k"><content expr="x"/></invoke>
            <transition event="done.invoke.k" cond="_event.data == 7" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A child whose document is computed gets its values, and its own children are found",
            """
            <datamodel><data id="x"><scxml><datamodel><data id="y"/></datamodel><state id="c">
            <invoke><content><scxml><state id="d"><invoke id="l"><content><scxml><final id="f"/></scxml></content>
            </invoke><transition event="done.invoke.l" target="f"/></state><final id="f"/></scxml></content></invoke>
            <transition event="done.invoke" cond="y == 3" target="f"/></state><final id="f"/></scxml></data></datamodel>
            <state id="a"><invoke id="k"><param name="y" expr="3"/><content expr="x + '&lt;!-- end -->\n'"/></invoke>
            <transition event="done.invoke.k" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "The document of a child can be a text",
            """
            <state id="a"><invoke id="k"><content>
            <![CDATA[<scxml xmlns="http://www.w3.org/2005/07/scxml"><final id="f"/></scxml>]]></content></invoke>
            <transition event="done.invoke.k" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "What is computed and is no document cannot be started",
            """
            <state id="a"><invoke id="k"><content expr="'&lt;scxml>'"/></invoke>
            <transition event="error.communication" cond="_event.invokeid == 'k' &amp;&amp; _event.data == null"
            target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><invoke id="l"><content><book xmlns=""/></content></invoke>
            <transition event="error.communication" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A document that is no text, and none at all, are errors when they are to start",
            """
            <state id="a"><invoke><content expr="{'a': 1}"/></invoke>
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><invoke/><transition event="error.execution" target="c"/>
            <transition event="*" target="fail"/></state>
            <state id="c"><invoke><content> </content></invoke><transition event="error.execution" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
    ]

    private static let location =
        "_ioprocessors['http://www.w3.org/TR/scxml/#SCXMLEventProcessor'].location"

    static let talks = [
        Machine(
            "A child reaches its parent by the address that the parent publishes, and is known by its id",
            """
            <state id="a">
            \(child("id='k'",
                "<datamodel><data id='up'/></datamodel>"
                    + "<state><onentry><send event='up' targetexpr='up'/></onentry></state>",
                more: "<param name='up' expr=\"\(location)\"/>"))
            <transition event="up" cond="_event.invokeid == 'k'" target="b"/>
            <transition event="*" target="fail"/></state>
            <state id="b">
            \(child("id='l'",
                "<datamodel><data id='up'/></datamodel>"
                    + "<state><onentry><send event='up' targetexpr='up' delay='1s'/></onentry></state>",
                more: "<param name='up' expr=\"'#_scxml_' + _sessionid\"/>"))
            <transition event="up" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "A child reaches another by the address that it publishes",
            """
            <datamodel><data id="x"/></datamodel><parallel id="p"><transition event="heard" target="pass"/>
            <transition event="error" target="fail"/><state id="a">
            \(child("id='k'", "<state><onentry><send event='here' target='#_parent'><param name='at' "
                + "expr=\"\(location)\"/></send></onentry><transition event='hello' cond='_event.invokeid == null'>"
                + "<send event='heard' target='#_parent'/></transition></state>"))
            </state><state id="b"><state id="c">
            <transition event="here" target="d"><assign location="x" expr="_event.data.at"/></transition></state>
            <state id="d">
            \(child("id='l'", "<datamodel><data id='x'/></datamodel>"
                + "<state><onentry><send event='hello' targetexpr='x'/></onentry></state>",
                more: "<param name='x' expr='x'/>"))
            </state></state></parallel>
            """),
        Machine(
            "A child gets its values by name, and only those that it declares",
            """
            <datamodel><data id="x" expr="1"/></datamodel><state id="a">
            \(child("id='k' namelist='x'",
                "<datamodel><data id='x' expr='0'/><data id='y' expr='0'/></datamodel>"
                    + "<state id='c'><transition cond='x == 1 &amp;&amp; y == 2' target='f'/></state>"
                    + "<final id='f'/>",
                more: "<param name='y' expr='x + 1'/><param name='unknown' expr='3'/>"))
            <transition event="done.invoke.k" target="pass"/></state>
            """),
        Machine(
            "A child whose values are no locations does not start",
            """
            <datamodel><data id="x" expr="1"/></datamodel><state id="a">
            \(child("namelist='x+1'", "<final id='f'/>"))
            \(child("", "<final id='f'/>", more: "<param name='x' location='1'/>"))
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="error.execution" target="c"/></state>
            <state id="c"><transition event="end" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "Parent and child send to each other, and the child's events carry its id",
            """
            <state id="a">\(child("id='k'", "<state id='c'><onentry><send event='hello' target='#_parent'/>"
                + "</onentry><transition event='answer' cond='_event.invokeid == null' target='f'/></state>"
                + "<final id='f'/>"))
            <transition event="hello" cond="_event.invokeid == 'k'"><send event="answer" target="#_k"/>
            </transition>
            <transition event="done.invoke.k" target="pass"/></state>
            """),
        Machine(
            "The origin of a child's event leads back to the child",
            """
            <state id="a">\(child("id='k'", "<state id='c'><onentry><send event='hello' target='#_parent'/>"
                + "</onentry><transition event='answer' target='f'/></state><final id='f'/>"))
            <transition event="hello"><send event="answer" targetexpr="_event.origin"/></transition>
            <transition event="done.invoke.k" target="pass"/></state>
            """),
        Machine(
            "Events from outside are forwarded to a child that asks for them, as they were",
            """
            <state id="a"><onentry><send event="e" delay="1s"><param name="p" expr="5"/></send></onentry>
            \(child("id='k' autoforward='true'", "<state id='c'>"
                + "<transition event='e' cond='_event.data.p == 5' target='f'/></state><final id='f'/>"))
            <transition event="done.invoke.k" target="pass"/></state>
            """),
        Machine(
            "A child that does not ask for them gets none",
            """
            <state id="a"><onentry><send event="e" delay="1s"/><send event="end" delay="3s"/></onentry>
            \(child("id='k'", "<state id='c'><transition event='*' target='f'/></state><final id='f'/>"))
            <transition event="done.invoke.k" target="fail"/><transition event="end" target="pass"/></state>
            """),
        Machine(
            "What finalizes runs before transitions are looked at, and for events of the child only",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry><send event="own"/></onentry>
            \(child("id='k'", "<state id='c'><onentry><send event='e' target='#_parent'>"
                + "<param name='v' expr='4'/></send></onentry></state>",
                more: "<finalize><assign location='n' expr='n + _event.data.v'/></finalize>"))
            <transition event="own" cond="n != 0" target="fail"/>
            <transition event="e" cond="n == 4" target="pass"/><transition event="e" target="fail"/></state>
            """),
        Machine(
            "A send to a child that is not there is an error of communication",
            """
            <state id="a"><onentry><send event="e" target="#_k"/></onentry>
            <transition event="error.communication" target="pass"/><transition event="*" target="fail"/>
            </state>
            """),
    ]
}
