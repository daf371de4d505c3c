import Expressions
import Testing

@Suite("Checking an expression when it is loaded")
struct CheckingTests {
    @Test(
        "What cannot be right is refused, and what was meant is suggested",
        arguments: [
            ("1:1: Unknown variable `cal`. Did you mean `call`?", "cal.year == 1"),
            ("1:1: Unknown variable `zebra`.", "zebra"),
            ("1:1: There is no field `closeAt` in a Call. Did you mean `closesAt`?", "call.closeAt < now"),
            ("1:1: There is no field `yaer` in a Call. Did you mean `year`?", "dossier.call['yaer'] == 1"),
            (
                "1:17: There is no field `knd` in a Visa. Did you mean `kind`?",
                "visas.exists(v, v.knd == 'DU')"
            ),
            ("1:1: There are no fields in an int, so there is no `x`.", "n.x"),
            ("1:1: `+` is not defined for (int, string).", "n + 'a'"),
            ("1:10: `<` is not defined for (list(int), list(int)).", "n > 1 && [1] < [2]"),
            ("1:1: `!` is not defined for (int).", "!n"),
            ("1:1: `-` is not defined for (uint).", "-(5u)"),
            ("1:1: `==` compares an int with a string: both have to be of one type.", "n == 'a'"),
            (
                "1:1: `==` compares a list(int) with a list(double): both have to be of one type.",
                "[1] == [1.0]"
            ),
            ("1:1: `in` looks for an int in a map(string, int): it holds another type.", "n in amounts"),
            ("1:1: `in` needs a list or a map on its right, but this is an int.", "n in n"),
            (
                "1:1: Unknown function `strtsWith` on a value. Did you mean `startsWith`?",
                "note.strtsWith('a')"
            ),
            ("1:1: Unknown function `sise`. Did you mean `size`?", "sise(visas)"),
            ("1:1: `isOpen` is not defined for (Call, int).", "call.isOpen(n)"),
            ("1:1: `In` is not defined for (int).", "In(n)"),
            ("1:9: `&&` needs a bool, but this is an int.", "true && n"),
            ("1:1: `?:` needs a bool, but this is an int.", "n ? 1 : 2"),
            ("1:1: The results of `?:` differ: int and string.", "true ? 1 : 'a'"),
            ("1:1: `all` needs a list or a map, but this is an int.", "n.all(x, true)"),
            ("1:7: A list is indexed by an int, not by a string.", "visas['a'] == 1"),
            ("1:2: A map cannot have a double as a key.", "{1.5: 1}"),
            ("1:8: This map is indexed by an int, not by a string.", "{1: 2}['a'] == 2"),
            ("1:1: This map is indexed by an int, not by a string.", "years['a'] == 2"),
            ("1:5: This map is indexed by an int, not by a string.", "has(tables['a']['b'].c)"),
            (
                "1:1: The text is no timestamp such as 2012-03-01T12:00:00Z.",
                "timestamp('2012-02-30T00:00:00Z')"
            ),
            ("1:1: The pattern has a group that is not closed.", "note.matches('(a')"),
        ] as [(String, String)])
    func refusals(report: String, source: String) {
        #expect(Guards.refusal(of: source)?.description == report)
    }

    @Test("A guard must be a bool, or not known before it runs")
    func expected() throws {
        #expect(
            Guards.refusal(of: "n + 1", expecting: .bool)?.message == "Expected a bool, but this is an int.")
        #expect(try Guards.evaluate("anything.x", expecting: .bool).error?.kind == .wrongResult)
    }

    @Test(
        "The type of an expression is known",
        arguments: [
            ("n", "int"), ("call.closesAt - now", "duration"), ("visas.map(v, v.kind)", "list(string)"),
            ("visas.filter(v, v.given)", "list(Visa)"), ("amounts.map(k, amounts[k])", "list(int)"),
            ("[1, 'a']", "list(dyn)"), ("{'a': 1}", "map(string, int)"), ("anything.a.b", "dyn"),
            ("has(anything.a.b)", "bool"), ("dyn(n)", "dyn"), ("type(n)", "type"),
            ("now.getFullYear()", "int"),
            ("true ? call : null", "Call"), ("[1] + [2]", "list(int)"), ("note", "nullable(string)"),
            ("call.isOpen(now)", "bool"), ("size(note)", "int"), ("anything + 1", "int"),
        ] as [(String, String)])
    func types(source: String, type: String) throws {
        #expect(try Guards.environment.compile(source, expecting: nil).resultType.description == type)
    }

    @Test("An open environment leaves unknown names and types to the run")
    func open() throws {
        let environment = Environment(variables: [:], isOpen: true)
        let program = try environment.compile("_event.data.a == 1 && _event.name == 'e'")
        #expect(program.evaluate(["_event": ["name": "e", "data": ["a": 1]]]).holds)
        #expect(program.evaluate([:]).error?.kind == .unboundVariable)
        #expect(try environment.compile("'a' + 1 == 2 || true").evaluate([:]).holds)
        #expect(try environment.compile("Var1 != null").evaluate(["Var1": 1]).holds)
    }
}
