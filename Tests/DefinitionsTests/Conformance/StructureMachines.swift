import Testing

@Suite("SCXML: entering, leaving, ending")
struct StructureMachines {
    @Test("Each machine ends in pass", arguments: entries + exits + ends + endings)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    private static let log = "<datamodel><data id=\"t\" expr=\"''\"/></datamodel>"

    private static func add(_ word: String) -> String { "<assign location=\"t\" expr=\"t + '\(word)'\"/>" }

    static let entries = [
        Machine(
            "Without an initial the first state in the document is entered",
            "<state id=\"a\"><state id=\"b\"><transition target=\"pass\"/></state>"
                + "<state id=\"c\"><transition target=\"fail\"/></state></state>"),
        Machine(
            "Entry, then the content of the default, then the entry of the child",
            """
            \(log)<state id="a"><initial><transition target="c">\(add("2"))</transition></initial>
            <onentry>\(add("1"))</onentry><state id="b"/><state id="c"><onentry>\(add("3"))</onentry>
            <transition cond="t == '123'" target="pass"/><transition target="fail"/></state></state>
            """),
        Machine(
            "The content of a default is passed over when the child is the target",
            """
            \(log)<state id="z"><transition target="c"/></state>
            <state id="a"><initial><transition target="b">\(add("no"))</transition></initial>
            <state id="b"/><state id="c"><transition cond="t == ''" target="pass"/>
            <transition target="fail"/></state></state>
            """),
        Machine(
            "An initial may lie deep, and name one state in each region", attributes: "initial=\"r2 s3\"",
            """
            <state id="o"><parallel id="p"><transition cond="In('r2') &amp;&amp; In('s3')" target="pass"/>
            <state id="r"><state id="r1"/><state id="r2"/></state>
            <state id="s"><state id="s1"/><state id="s2" initial="s4"><state id="s3"/><state id="s4"/></state>
            </state></parallel></state>
            """),
        Machine(
            "A state's initial may name states deep inside it",
            """
            <state id="o" initial="s2 r2"><parallel id="p">
            <transition cond="In('r2') &amp;&amp; In('s2')" target="pass"/>
            <state id="r"><state id="r1"/><state id="r2"/></state>
            <state id="s"><state id="s1"/><state id="s2"/></state></parallel></state>
            """),
        Machine(
            "A transition with several targets enters them all, other regions by default",
            """
            <state id="a"><transition target="r2 u2"/></state><parallel id="p">
            <transition cond="In('r2') &amp;&amp; In('s1') &amp;&amp; In('u2')" target="pass"/>
            <transition target="fail"/><state id="r"><state id="r1"/><state id="r2"/></state>
            <state id="s"><state id="s1"/><state id="s2"/></state>
            <state id="u"><state id="u1"/><state id="u2"/></state></parallel>
            """),
        Machine(
            "States are entered from the outside in, and in document order",
            """
            \(log)<parallel id="p"><onentry>\(add("p"))</onentry>
            <transition cond="t == 'prxsy'" target="pass"/><transition target="fail"/>
            <state id="r"><onentry>\(add("r"))</onentry><state id="x"><onentry>\(add("x"))</onentry></state>
            </state><state id="s"><onentry>\(add("s"))</onentry>
            <state id="y"><onentry>\(add("y"))</onentry></state></state></parallel>
            """),
        Machine(
            "A state is active while its entry runs, and no longer after its exit",
            """
            \(log)<state id="a"><onentry><if cond="In('a') &amp;&amp; !In('b')">\(add("1"))</if></onentry>
            <onexit><if cond="In('a')">\(add("2"))</if></onexit>
            <transition target="z"><if cond="!In('a') &amp;&amp; !In('z')">\(add("3"))</if></transition>
            </state>
            <state id="b"/><state id="z"><transition cond="t == '123'" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "There is no state that does not exist",
            "<state id=\"a\"><transition cond=\"In('nothing')\" target=\"fail\"/>"
                + "<transition target=\"pass\"/></state>"),
    ]

    static let exits = [
        Machine(
            "States are left from the inside out, the last in the document first, then content, then entry",
            """
            \(log)<parallel id="p"><onexit>\(add("p"))</onexit>
            <state id="r"><onexit>\(add("r"))</onexit><state id="x"><onexit>\(add("x"))</onexit></state>
            </state>
            <state id="s"><onexit>\(add("s"))</onexit><state id="y"><onexit>\(add("y"))</onexit>
            <transition target="z">\(add("."))</transition></state></state></parallel>
            <state id="z"><onentry>\(add("z"))</onentry><transition cond="t == 'ysxrp.z'" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "Several blocks of entry and exit run in document order",
            """
            \(log)<state id="a"><onentry>\(add("1"))</onentry><onentry>\(add("2"))</onentry>
            <onexit>\(add("3"))</onexit><onexit>\(add("4"))</onexit><transition target="b"/></state>
            <state id="b"><transition cond="t == '1234'" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "Events raised on the way out come before those raised on the way in",
            """
            <state id="a"><onexit><raise event="out"/></onexit>
            <transition target="b"><raise event="way"/></transition></state>
            <state id="b"><onentry><raise event="in"/></onentry><transition event="out" target="c"/>
            <transition event="*" target="fail"/></state>
            <state id="c"><transition event="way" target="d"/><transition event="*" target="fail"/></state>
            <state id="d"><transition event="in" target="pass"/><transition event="*" target="fail"/></state>
            """),
    ]

    static let ends = [
        Machine(
            "The entry of a final state runs before the event that its parent is done",
            """
            <state id="a"><transition event="first" target="b"/>
            <transition event="done.state.a" target="fail"/>
            <final id="f"><onentry><raise event="first"/></onentry></final></state>
            <state id="b"><transition event="done.state.a" target="pass"/></state>
            """),
        Machine(
            "A parallel state is done when all its regions are, and not before",
            """
            <parallel id="p"><onentry><send event="go" delay="1s"/></onentry>
            <transition event="done.state.p" cond="In('rf') &amp;&amp; In('sf')" target="pass"/>
            <transition event="done.state.p" target="fail"/>
            <state id="r"><state id="r1"><transition target="rf"/></state><final id="rf"/></state>
            <state id="s"><state id="s1"><transition event="go" target="sf"/></state><final id="sf"/></state>
            </parallel>
            """),
        Machine(
            "The regions are done before the parallel state around them",
            """
            \(log)<parallel id="p"><transition event="done.state.p" cond="t == 'rs'" target="pass"/>
            <transition event="done.state.p" target="fail"/>
            <transition event="done.state.r">\(add("r"))</transition>
            <transition event="done.state.s">\(add("s"))</transition>
            <state id="r"><final id="rf"/></state><state id="s"><final id="sf"/></state></parallel>
            """),
        Machine(
            "A parallel state that is done ends the parallel state around it",
            """
            <parallel id="o"><transition event="done.state.o" target="pass"/>
            <transition event="end" target="fail"/>
            <parallel id="p"><state id="r"><final id="rf"/></state><state id="s"><final id="sf"/></state>
            </parallel>
            <state id="u"><final id="uf"/></state><onentry><send event="end"/></onentry></parallel>
            """),
        Machine(
            "A compound state is done by a final child only, not by what is done further in",
            """
            <state id="o"><onentry><send event="end"/></onentry>
            <transition event="done.state.o" target="fail"/>
            <transition event="end" target="pass"/><state id="i"><final id="f"/></state></state>
            """),
        Machine(
            "A done event comes from the platform, and can be waited for by its prefix",
            """
            <state id="a"><transition event="done" cond="_event.name == 'done.state.a' &amp;&amp;
            _event.type == 'platform' &amp;&amp; _event.data == null" target="pass"/><final id="f"/></state>
            """),
        Machine(
            "A done event carries parameters or content",
            """
            <datamodel><data id="x" expr="3"/></datamodel><state id="a">
            <transition event="done.state.a" cond="_event.data == {'p': 4, 'q': 3}" target="b"/>
            <final id="f"><donedata><param name="p" expr="x + 1"/><param name="q" location="x"/></donedata>
            </final>
            </state><state id="b"><transition event="done.state.b" cond="_event.data == [3]" target="c"/>
            <final id="g"><donedata><content expr="[x]"/></donedata></final></state>
            <state id="c"><transition event="done.state.c" cond="_event.data == 'all right'" target="pass"/>
            <final id="h"><donedata><content>all   right</content></donedata></final></state>
            """),
        Machine(
            "What fails in done data is reported, and the done event comes without it",
            """
            <state id="a"><transition event="error.execution" target="b"/>
            <transition event="done.state.a" target="fail"/>
            <final id="f"><donedata><param name="p" expr="1 / 0"/><param name="q" expr="2"/></donedata>
            </final>
            </state><state id="b"><transition event="done.state.a" cond="_event.data == {'q': 2}"
            target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
    ]

    static let endings = [
        Machine(
            "Nothing is processed once a top-level final state was entered",
            """
            <state id="a"><onexit><raise event="e"/></onexit><transition target="pass"/>
            <transition event="e" target="fail"/></state>
            """)
    ]
}
