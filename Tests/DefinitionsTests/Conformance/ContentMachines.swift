import Testing

@Suite("SCXML: executable content")
struct ContentMachines {
    @Test("Each machine ends in pass", arguments: blocks + loops + assignments)
    func machine(_ machine: Machine) throws { #expect(try machine.failures() == []) }

    static let blocks = [
        Machine(
            "Raised events are served in the order in which they were raised",
            """
            <state id="a"><onentry><raise event="one"/><raise event="two"/></onentry>
            <transition event="one" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><transition event="two" target="pass"/><transition event="*" target="fail"/></state>
            """),
        Machine(
            "Of several branches the first that holds runs, and the conditions after it are not looked at",
            """
            <datamodel><data id="x" expr="0"/></datamodel><state id="a"><onentry>
            <if cond="false"><raise event="no"/><elseif cond="true"/><assign location="x" expr="1"/>
            <elseif cond="1 / 0 == 1"/><raise event="no"/><else/><raise event="no"/></if></onentry>
            <transition event="*" target="fail"/><transition cond="x == 1" target="b"/></state>
            <state id="b"><onentry><raise event="end"/></onentry>
            <transition event="error" target="fail"/><transition event="end" target="pass"/></state>
            """),
        Machine(
            "A condition of if that fails counts as false, is reported, and does not end the block",
            """
            <state id="a"><onentry><if cond="1 / 0 == 1"><raise event="no"/><else/><raise event="yes"/></if>
            <raise event="after"/></onentry>
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><transition event="yes" target="c"/><transition event="*" target="fail"/></state>
            <state id="c"><transition event="after" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A condition that is no boolean counts as false and is reported",
            """
            <state id="a"><onentry><raise event="e"/></onentry>
            <transition event="e" cond="'true'" target="fail"/>
            <transition event="error.execution" target="pass"/><transition event="*"/></state>
            """),
        Machine(
            "What fails ends its block, and no other block",
            """
            <datamodel><data id="x" expr="0"/></datamodel><state id="a">
            <onentry><assign location="x" expr="1 / 0"/><raise event="no"/></onentry>
            <onentry><assign location="x" expr="x + 1"/><raise event="yes"/></onentry>
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><transition event="yes" cond="x == 1" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A failure inside a branch ends the block around it",
            """
            <state id="a"><onentry><if cond="true"><log expr="1 / 0"/></if><raise event="no"/></onentry>
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><onentry><raise event="end"/></onentry><transition event="end" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A log changes nothing",
            """
            <state id="a"><onentry><log/><log label="l"/><log label="l" expr="'v'"/>
            <raise event="e"/></onentry><transition event="e" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
    ]

    static let loops = [
        Machine(
            "A loop goes through its list in order, and its index counts from zero",
            """
            <datamodel><data id="t" expr="''"/><data id="n" expr="0"/></datamodel>
            <state id="a"><onentry><foreach array="['a', 'b', 'c']" item="x" index="i">
            <assign location="t" expr="t + x"/><assign location="n" expr="n * 10 + i"/></foreach></onentry>
            <transition cond="t == 'abc' &amp;&amp; n == 12 &amp;&amp; x == 'c' &amp;&amp; i == 2"
            target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "A loop goes through a copy: what is done to the list meanwhile does not count",
            """
            <datamodel><data id="l" expr="[1, 2]"/><data id="n" expr="0"/></datamodel>
            <state id="a"><onentry><foreach array="l" item="x"><assign location="l" expr="l + [x]"/>
            <assign location="x" expr="0"/><assign location="n" expr="n + 1"/></foreach></onentry>
            <transition cond="n == 2 &amp;&amp; l == [1, 2, 1, 2]" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "A loop over nothing declares its variables all the same",
            """
            <state id="a"><onentry><foreach array="[]" item="x" index="i"><raise event="no"/></foreach>
            <assign location="x" expr="7"/></onentry>
            <transition event="*" target="fail"/><transition cond="x == 7 &amp;&amp; i == null"
            target="b"/></state>
            <state id="b"><onentry><raise event="end"/></onentry><transition event="end" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A loop over what is no list is an error and ends the block",
            """
            <state id="a"><onentry><foreach array="7" item="x"><raise event="no"/></foreach>
            <raise event="no"/></onentry><transition event="error.execution" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "A failure inside a loop ends the loop and the block",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry>
            <foreach array="[2, 0, 1]" item="x"><assign location="n" expr="n + 2 / x"/></foreach>
            <assign location="n" expr="100"/></onentry>
            <transition event="error.execution" cond="n == 1" target="pass"/>
            <transition event="*" target="fail"/></state>
            """),
        Machine(
            "Loops lie within each other",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a"><onentry>
            <foreach array="[[1, 2], [3]]" item="row"><foreach array="row" item="x">
            <assign location="n" expr="n * 10 + x"/></foreach></foreach></onentry>
            <transition cond="n == 123" target="pass"/><transition target="fail"/></state>
            """),
        Machine(
            "A system variable is no item of a loop",
            """
            <state id="a"><onentry><foreach array="[1]" item="_event"><raise event="no"/></foreach></onentry>
            <transition event="error.execution" target="pass"/><transition event="*" target="fail"/></state>
            """),
    ]

    static let assignments = [
        Machine(
            "A field is replaced, a new last field is added, and nothing else changes",
            """
            <datamodel><data id="x">{"a": {"b": 1, "c": 2}}</data></datamodel><state id="a"><onentry>
            <assign location="x.a.b" expr="5"/><assign location="x.a.d" expr="6"/></onentry>
            <transition cond="x == {'a': {'b': 5, 'c': 2, 'd': 6}}" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "Inline content is JSON, else text with its white space normalised",
            """
            <datamodel><data id="x"/><data id="y"/></datamodel><state id="a"><onentry>
            <assign location="x">[1, {"k": null}]</assign>
            <assign location="y">  two
               words </assign></onentry>
            <transition cond="x == [1, {'k': null}] &amp;&amp; y == 'two words'" target="pass"/>
            <transition target="fail"/></state>
            """),
        Machine(
            "Nothing is declared by an assignment",
            """
            <state id="a"><onentry><assign location="x" expr="1"/><raise event="no"/></onentry>
            <transition event="error.execution" target="b"/><transition event="*" target="fail"/></state>
            <state id="b"><onentry><log expr="x"/></onentry>
            <transition event="error.execution" target="pass"/></state>
            """),
        Machine(
            "No system variable can be assigned, nor a field of one", attributes: "name=\"m\"",
            """
            <datamodel><data id="n" expr="0"/></datamodel><state id="a">
            <onentry><assign location="_sessionid" expr="'x'"/></onentry>
            <onentry><assign location="_name" expr="'x'"/></onentry>
            <onentry><assign location="_event" expr="'x'"/></onentry>
            <onentry><assign location="_ioprocessors" expr="'x'"/></onentry>
            <onentry><assign location="_event.data" expr="'x'"/></onentry><onentry><raise event="end"/>
            </onentry>
            <transition event="error.execution"><assign location="n" expr="n + 1"/></transition>
            <transition event="end" cond="n == 5 &amp;&amp; _name == 'm'" target="pass"/>
            <transition event="end" target="fail"/></state>
            """),
    ]
}
