import Testing

@testable import Expressions

@Suite("Expressions whose names and types are looked at when they run")
struct OpenEnvironmentTests {
    private static let environment = Environment(
        variables: ["active": .list(.string)],
        functions: [
            Function("In", [.string], .bool, reading: ["active"]) { .bool($0.count == 2) },
            Function("isOpen", receiver: true, [.dyn, .timestamp], .bool) { _ in true },
        ], isOpen: true)

    private func evaluate(_ source: String, _ bindings: [String: Value] = [:]) throws -> Evaluation {
        try Self.environment.compile(source, expecting: nil).evaluate(bindings)
    }

    private static let typeNames = [
        "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
    ]

    @Test(
        "A variable may be called as a type is; where none is bound, the name is the type",
        arguments: typeNames)
    func typeName(name: String) throws {
        let bound: [String: Value] = [name: ["a": [1, 2]]]
        #expect(try evaluate(name).value == .type(name))
        #expect(try evaluate("type(\(name)) == type", bound).value == false)
        #expect(try evaluate(".\(name) == {'a': [1, 2]}", bound).holds)
        #expect(try evaluate("\(name).a[1] == 2 && \(name)['a'][0] == 1 && has(\(name).a)", bound).holds)
        #expect(try evaluate("\(name).a.map(\(name), \(name) + 1) == [2, 3]", bound).holds)
        #expect(try evaluate("\(name).a", [:]).error?.kind == .unboundVariable)
    }

    @Test("A variable may be called as a package of types is")
    func package() throws {
        #expect(try evaluate("google == [1]", ["google": [1]]).holds)
        #expect(try evaluate("google.protobuf.Duration", [:]).value == .type("google.protobuf.Duration"))
        let bound: [String: Value] = ["google": ["protobuf": ["Duration": 1]]]
        #expect(try evaluate("google.protobuf.Duration", bound).value == 1)
        #expect(try evaluate("has(google.protobuf.Duration) && has(google.protobuf)", bound).holds)
        #expect(try evaluate("google", [:]).error?.kind == .unboundVariable)
        #expect(try evaluate("google['protobuf'].Duration", [:]).error?.kind == .unboundVariable)
    }

    @Test("What a variable's name decided counts as read")
    func reads() throws {
        let evaluation = try evaluate("list == [1]", ["list": [1]])
        #expect(evaluation.reads == [Read(path: "list", value: [1])])
        #expect(try evaluate("list == type(1)").reads == [])
    }

    @Test("A call with another count of operands than any overload has is an error when it runs")
    func counts() throws {
        let functions = Standard.overloads.filter { $0.key.allSatisfy(\.isLetter) }
        #expect(functions.count > 20)
        for (name, overloads) in functions {
            for count in 0...4 {
                let operands = Array(repeating: "'a'", count: count)
                try check(
                    "\(name)(\(operands.joined(separator: ", ")))", count, overloads.filter { !$0.isReceiver }
                )
                let arguments = operands.dropFirst().joined(separator: ", ")
                guard count > 0 else { continue }
                try check("'a'.\(name)(\(arguments))", count, overloads.filter(\.isReceiver))
            }
        }
    }

    private func check(_ call: String, _ count: Int, _ overloads: [Overload]) throws {
        let error = try evaluate("[\(call)].size()").error
        if overloads.isEmpty {
            #expect(error?.kind == .unknownFunction, "\(call)")
        } else if !overloads.contains(where: { $0.parameters.count == count }) {
            #expect(error?.kind == .noSuchOverload, "\(call)")
        }
    }

    @Test(
        "Added functions take what they are declared for",
        arguments: [
            ("In('a')", nil), ("In()", .noSuchOverload), ("In('a', 'b')", .noSuchOverload),
            ("In(5)", .noSuchOverload), ("In(null)", .noSuchOverload), ("'a'.In()", .unknownFunction),
            ("x.isOpen(timestamp(0))", nil), ("x.isOpen()", .noSuchOverload),
            ("x.isOpen(1)", .noSuchOverload),
            ("x.isOpen(timestamp(0), 1)", .noSuchOverload), ("isOpen(x, timestamp(0))", .unknownFunction),
        ] as [(String, EvaluationError.Kind?)])
    func added(call: String, kind: EvaluationError.Kind?) throws {
        let evaluation = try evaluate(call, ["active": ["a"], "x": 1])
        #expect(evaluation.error?.kind == kind)
        #expect(kind != nil || evaluation.holds)
        #expect(try evaluate("\(call) || true", ["active": ["a"], "x": 1]).holds)
    }
}
