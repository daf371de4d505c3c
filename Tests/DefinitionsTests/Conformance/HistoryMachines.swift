import Testing

@Suite("SCXML: history")
struct HistoryMachines {
    @Test("Each machine ends in pass", arguments: machines)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    static let machines = [
        Machine(
            "Before anything is remembered the default is entered, and its content runs after the entry",
            """
            <datamodel><data id="t" expr="''"/></datamodel><state id="z"><transition target="h"/></state>
            <state id="a"><onentry><assign location="t" expr="t + '1'"/></onentry>
            <initial><transition target="b"><assign location="t" expr="t + 'no'"/></transition></initial>
            <history id="h"><transition target="c"><assign location="t" expr="t + '2'"/></transition>
            </history>
            <state id="b"/><state id="c"><onentry><assign location="t" expr="t + '3'"/></onentry>
            <transition cond="t == '123'" target="pass"/><transition target="fail"/></state></state>
            """),
        Machine(
            "What is remembered comes back without the content of the default",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><transition event="out" target="z"/>
            <history id="h"><transition target="b"><assign location="n" expr="100"/></transition></history>
            <state id="b"><transition target="c"/></state>
            <state id="c"><onentry><assign location="n" expr="n + 1"/><raise event="out"/></onentry>
            <transition cond="n == 2" target="pass"/></state></state>
            <state id="z"><transition target="h"/></state>
            """),
        Machine(
            "A shallow history brings back the child, whose own default is entered",
            """
            <state id="a"><transition event="out" target="z"/><history id="h"><transition target="b"/>
            </history>
            <state id="b"><transition target="d2"/></state>
            <state id="d" initial="d1"><state id="d1"><transition cond="In('d')" target="pass"/></state>
            <state id="d2"><onentry><raise event="out"/></onentry></state></state></state>
            <state id="z"><transition target="h"/></state>
            """),
        Machine(
            "A deep history brings back what was innermost",
            """
            <datamodel><data id="n" expr="0"/></datamodel>
            <state id="a" initial="d2"><transition event="out" target="z"/>
            <history id="h" type="deep"><transition target="b"/></history><state id="b"/>
            <state id="d" initial="d1"><state id="d1"><onentry><raise event="no"/></onentry></state>
            <state id="d2"><onentry><assign location="n" expr="n + 1"/><raise event="out"/></onentry>
            <transition cond="n == 2" target="pass"/></state></state><transition event="no" target="fail"/>
            </state>
            <state id="z"><transition target="h"/></state>
            """),
        Machine(
            "A deep history brings back every region, a shallow one their defaults",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a" initial="r2 s2">
            <history id="deep" type="deep"><transition target="r1"/></history>
            <history id="shallow"><transition target="p"/></history>
            <transition event="one" target="y"/><transition event="two" target="z"/>
            <parallel id="p"><onentry><assign location="n" expr="n + 1"/></onentry>
            <state id="r" initial="r1"><state id="r1"/><state id="r2"/></state>
            <state id="s" initial="s1"><state id="s1"/><state id="s2"/></state></parallel>
            <onentry><if cond="n == 0"><raise event="one"/></if></onentry>
            <transition cond="n == 2 &amp;&amp; In('r2') &amp;&amp; In('s2')" target="z"/>
            <transition cond="n == 3 &amp;&amp; In('r1') &amp;&amp; In('s1')" target="pass"/>
            <transition cond="n &gt; 1" target="fail"/></state>
            <state id="y"><transition target="deep"/></state><state id="z"><transition target="shallow"/>
            </state>
            """),
        Machine(
            "Histories of several regions are targets of one transition",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><transition target="r2 s2"/></state>
            <parallel id="p"><onentry><assign location="n" expr="n + 1"/></onentry>
            <transition cond="n == 1" target="z"/>
            <transition cond="In('r2') &amp;&amp; In('s2')" target="pass"/><transition target="fail"/>
            <state id="r"><history id="rh"><transition target="r1"/></history><state id="r1"/><state id="r2"/>
            </state><state id="s"><history id="sh"><transition target="s1"/></history><state id="s1"/>
            <state id="s2"/></state></parallel><state id="z"><transition target="rh sh"/></state>
            """),
        Machine(
            "A history of one region leaves the others to their defaults",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><transition target="r2 s2"/></state>
            <parallel id="p"><onentry><assign location="n" expr="n + 1"/></onentry>
            <transition cond="n == 1" target="z"/>
            <transition cond="In('r2') &amp;&amp; In('s1')" target="pass"/><transition target="fail"/>
            <state id="r"><history id="rh"><transition target="r1"/></history><state id="r1"/><state id="r2"/>
            </state><state id="s"><state id="s1"/><state id="s2"/></state></parallel>
            <state id="z"><transition target="rh"/></state>
            """),
        Machine(
            "A history may be the default of its parent, and is no state to be in",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a" initial="h">
            <history id="h"><transition target="b"/></history><transition cond="In('h')" target="fail"/>
            <state id="b"><transition target="c"/></state><state id="c">
            <onentry><assign location="n" expr="n + 1"/></onentry><transition cond="n == 2" target="pass"/>
            <transition target="z"/></state></state><state id="z"><transition target="a"/></state>
            """),
        Machine(
            "What is active when its parent is left is remembered, before any exit content runs",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            <history id="h"><transition target="b"/></history>
            <state id="b"><onexit><raise event="e"/></onexit><onentry><assign location="n" expr="n + 1"/>
            </onentry>
            <transition cond="n == 1" target="z"/><transition cond="n == 2" target="pass"/></state>
            <transition event="e" target="c"/><state id="c"><transition target="fail"/></state></state>
            <state id="z"><transition target="h"/></state>
            """),
        Machine(
            "The latest visit counts",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            <history id="h"><transition target="b"/></history>
            <state id="b"><transition target="z"/></state>
            <state id="c"><transition cond="n == 3" target="pass"/><transition target="z"/></state></state>
            <state id="z"><onentry><assign location="n" expr="n + 1"/></onentry>
            <transition cond="n == 2" target="c"/><transition cond="n == 1" target="y"/>
            <transition target="h"/></state><state id="y"><transition target="z"/></state>
            """),
    ]
}
