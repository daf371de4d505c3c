import Expressions
import Testing

@Suite("Every error of an expression")
struct IndependentErrorsTests {
    @Test(
        "Parts are wrong by themselves, and nothing is said that follows from another error",
        arguments: [
            ("n > 1", []), ("m > 1 && n > 'a'", [1, 10]), ("m + o > 1", [1, 5]),
            ("n > 'a' ? m : [o, n]", [1, 11, 16]),
            ("n && n > 1", [1]), ("size(m) > n + 'a'", [6, 11]), ("l.all(x, y > m)", [10]), ("n +", [4]),
        ] as [(String, [Int])])
    func errors(source: String, columns: [Int]) {
        let environment = Environment(variables: ["n": .int, "l": .list(.int)])
        #expect(environment.errors(in: source).map(\.column) == columns)
    }
}
