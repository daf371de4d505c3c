import Expressions
import Testing

@Suite("Finding fields")
struct FieldTests {
    private static let names = ["a", "b", "c", "d", "e"]
    private let environment = Environment(
        variables: ["f": .map(.string, .int), "o": .object("O"), "p": .int],
        objects: ["O": Dictionary(uniqueKeysWithValues: names.map { ($0, .int) })])

    @Test(
        "A field is found whichever others are there", arguments: [[], ["0"], ["z"], ["0", "1", "2", "3"]])
    func others(strangers: [String]) throws {
        let programs = try Self.names.map { name in
            (name, try environment.compile("has(o.\(name)) ? o.\(name) : 0", expecting: nil))
        }
        for subset in 0..<1 << Self.names.count {
            let present = Self.names.enumerated().filter { subset & 1 << $0.offset != 0 }.map(\.element)
            let values = (present + strangers).enumerated().map { ($1, Value.int(Int64($0 + 1))) }
            let fields = Dictionary(uniqueKeysWithValues: values)
            for (name, program) in programs {
                #expect(program.evaluate(["o": .object(fields)]).value == fields[name] ?? 0)
            }
        }
    }

    @Test("A variable is found whichever others are bound")
    func variables() throws {
        let program = try environment.compile("p == 1")
        #expect(program.evaluate(["p": 1]).holds && program.evaluate(["f": [:], "o": [:], "p": 1]).holds)
        #expect(program.evaluate(ValueMap(["a": 0, "b": 0, "c": 0, "d": 0, "p": 1])).holds)
        #expect(program.evaluate(["f": [:]]).error?.kind == .unboundVariable)
    }

    @Test(
        "Text that only looks the same is another name",
        arguments: [
            ("\u{212B}", "A\u{30A}"), ("A\u{30A}", "\u{212B}"), ("K", "\u{212A}"), ("\u{212A}", "K"),
            ("\u{E9}", "e\u{301}"),
        ])
    func lookAlikes(asked: String, other: String) throws {
        let program = try environment.compile("f['\(asked)'] == 1")
        #expect(program.evaluate(["f": [asked: 1]]).holds)
        #expect(program.evaluate(["f": [other: 1]]).error?.kind == .noSuchField)
    }
}
