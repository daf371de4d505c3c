import Testing

@Suite("SCXML: which transitions are taken")
struct SelectionMachines {
    @Test("Each machine ends in pass", arguments: priorities + names + conflicts + kinds)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    static let priorities = [
        Machine(
            "The first in the document, and the inner before the outer",
            """
            <state id="o"><onentry><raise event="e"/><raise event="f"/></onentry>
            <transition event="e" target="fail"/><transition event="f" target="pass"/>
            <state id="i"><transition event="e" cond="false" target="fail"/><transition event="e" target="j"/>
            <transition event="e" target="fail"/></state><state id="j"/></state>
            """),
        Machine(
            "Where the inner condition does not hold, the outer transition is taken",
            """
            <state id="o"><onentry><raise event="e"/></onentry><transition event="e" target="pass"/>
            <state id="i"><transition event="e" cond="1 == 2" target="fail"/></state></state>
            """),
        Machine(
            "Eventless before internal before external",
            """
            <state id="a"><onentry><send event="x"/><raise event="i"/></onentry>
            <transition event="*" target="fail"/><transition target="b"/></state>
            <state id="b"><transition event="i" target="c"/><transition event="x" target="fail"/></state>
            <state id="c"><transition event="x" target="pass"/></state>
            """),
        Machine(
            "An event that nothing waits for is dropped",
            """
            <state id="a"><onentry><raise event="unknown"/><raise event="e"/></onentry>
            <transition event="e" target="b"/></state>
            <state id="b"><onentry><send event="end"/></onentry>
            <transition event="unknown" target="fail"/><transition event="end" target="pass"/></state>
            """),
        Machine(
            "A condition that fails is reported for each event that it is looked at for",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry><raise event="e"/>
            <raise event="e"/><raise event="f"/></onentry>
            <transition event="e" cond="1 / 0 == 1" target="fail"/>
            <transition event="f"><raise event="end"/></transition>
            <transition event="error.execution"><assign location="n" expr="n + 1"/></transition>
            <transition event="end" cond="n == 2" target="pass"/><transition event="end" target="fail"/>
            </state>
            """),
        Machine(
            "A condition that fails for every event is no endless loop",
            """
            <state id="a"><onentry><send event="end" delay="1s"/></onentry>
            <transition event="*" cond="1 / 0 == 1" target="fail"/><transition cond="nothing" target="fail"/>
            <transition event="end" target="pass"/></state>
            """),
        Machine(
            "A change made by content enables an eventless transition elsewhere",
            """
            <datamodel><data id="x" expr="0"/></datamodel><parallel id="p"><onentry><raise event="e"/>
            </onentry>
            <state id="r"><state id="r1"><transition event="e" target="r2"><assign location="x" expr="1"/>
            </transition></state><state id="r2"/></state>
            <state id="s"><transition cond="x == 1 &amp;&amp; In('r2')" target="pass"/></state></parallel>
            """),
    ]

    static let names = [
        Machine(
            "A descriptor is a prefix of whole words",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry><raise event="foo.bar"/>
            <raise event="foo"/><raise event="foo.bar.baz"/><raise event="foot"/><raise event="Foo"/>
            <raise event="end"/></onentry>
            <transition event="foo"><assign location="n" expr="n + 1"/></transition>
            <transition event="end" cond="n == 3" target="pass"/><transition event="end" target="fail"/>
            </state>
            """),
        Machine(
            "A star at the end and a dot at the end mean nothing",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry><raise event="foo.bar"/>
            <raise event="foo"/><raise event="goo"/><raise event="goo.x"/><raise event="end"/></onentry>
            <transition event="foo.* goo."><assign location="n" expr="n + 1"/></transition>
            <transition event="end" cond="n == 4" target="pass"/><transition event="end" target="fail"/>
            </state>
            """),
        Machine(
            "One of several descriptors is enough, and a star is every event",
            """
            <state id="a"><onentry><raise event="c.d"/><raise event="anything.else"/></onentry>
            <transition event="a b   c" target="b"/></state>
            <state id="b"><transition event="*" cond="_event.name == 'anything.else'" target="pass"/></state>
            """),
        Machine(
            "The longer descriptor waits for the longer name only",
            """
            <state id="a"><onentry><raise event="foo"/><raise event="foo.bar"/></onentry>
            <transition event="foo.bar" target="b"/><transition event="foo"/></state>
            <state id="b"><onentry><raise event="end"/></onentry><transition event="end" target="pass"/>
            </state>
            """),
    ]

    static let conflicts = [
        Machine(
            "Regions react together, and what their transitions do runs in document order",
            """
            <datamodel><data id="t" expr="''"/></datamodel><parallel id="p"><onentry><raise event="e"/>
            </onentry>
            <transition cond="t == 'rs' &amp;&amp; In('r2') &amp;&amp; In('s2')" target="pass"/>
            <state id="r"><state id="r1"><transition event="e" target="r2">
            <assign location="t" expr="t + 'r'"/>
            </transition></state><state id="r2"/></state>
            <state id="s"><state id="s1"><transition event="e" target="s2">
            <assign location="t" expr="t + 's'"/>
            </transition></state><state id="s2"/></state></parallel>
            """),
        Machine(
            "Of two transitions that leave a common state, the first in the document wins",
            """
            <parallel id="p"><onentry><raise event="e"/></onentry>
            <state id="r"><transition event="e" target="pass"/></state>
            <state id="s"><transition event="e" target="fail"/></state></parallel>
            """),
        Machine(
            "Of two transitions that leave a common state, the deeper one wins",
            """
            <parallel id="p"><onentry><raise event="e"/></onentry><transition event="e" target="fail"/>
            <state id="r"><state id="r1"><transition event="e" target="pass"/></state></state>
            <state id="s"/></parallel>
            """),
        Machine(
            "A transition inside a region is preempted by an earlier one that leaves the whole",
            """
            <datamodel><data id="x" expr="0"/></datamodel><parallel id="p"><onentry><raise event="e"/>
            </onentry>
            <state id="r"><transition event="e" target="z"/></state>
            <state id="s"><state id="s1"><transition event="e" target="s2"><assign location="x" expr="1"/>
            </transition></state><state id="s2"/></state></parallel>
            <state id="z"><transition cond="x == 0" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "A targetless transition preempts nothing",
            """
            <datamodel><data id="x" expr="0"/></datamodel><parallel id="p"><onentry><raise event="e"/>
            </onentry>
            <state id="r"><transition event="e"><assign location="x" expr="1"/></transition></state>
            <state id="s"><transition event="e" target="z"/></state></parallel>
            <state id="z"><transition cond="x == 1" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "A transition that both regions inherit is taken once",
            """
            <datamodel><data id="x" expr="0"/></datamodel><parallel id="p"><onentry><raise event="e"/>
            <raise event="end"/></onentry>
            <transition event="e"><assign location="x" expr="x + 1"/></transition>
            <transition event="end" cond="x == 1" target="pass"/><transition event="end" target="fail"/>
            <state id="r"/><state id="s"/></parallel>
            """),
    ]

    static let kinds = [
        Machine(
            "A targetless transition leaves and enters nothing",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            <onentry><assign location="n" expr="n + 1"/></onentry>
            <onexit><assign location="n" expr="n + 10"/></onexit>
            <transition event="e"><raise event="f"/></transition>
            <transition event="f" cond="n == 1" target="pass"/><transition event="f" target="fail"/>
            <state id="b"><onentry><raise event="e"/></onentry></state></state>
            """),
        Machine(
            "A transition of a state to itself leaves it and enters it again",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            <onentry><assign location="n" expr="n + 1"/><raise event="e"/></onentry>
            <onexit><assign location="n" expr="n + 10"/></onexit>
            <transition event="e" cond="n == 1" target="a"/><transition event="e" cond="n == 12"
            target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "An internal transition to the inside does not leave its state, an external one does",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a" initial="b">
            <onexit><assign location="n" expr="n + 1"/></onexit>
            <transition event="in" type="internal" target="c"/><transition event="out" target="d"/>
            <state id="b"><onentry><raise event="in"/></onentry></state>
            <state id="c"><onentry><raise event="out"/></onentry>
            <transition cond="n != 0" target="fail"/></state>
            <state id="d"><transition cond="n == 1" target="pass"/><transition target="fail"/></state></state>
            """),
        Machine(
            "An internal transition to the outside, and one of a parallel state, are external",
            """
            <datamodel><data id="n" expr="0"/></datamodel>
            <parallel id="p"><onexit><assign location="n" expr="n + 1"/></onexit>
            <onentry><if cond="n == 0"><raise event="e"/></if></onentry>
            <transition event="e" type="internal" target="r2"/>
            <transition cond="In('r2')" type="internal" target="q"/>
            <state id="r"><state id="r1"/><state id="r2"/></state><state id="s"/></parallel>
            <state id="q"><transition cond="n == 2" target="pass"/><transition target="fail"/></state>
            """),
    ]
}
