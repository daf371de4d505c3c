/// A regular expression in RE2 syntax, compiled to an automaton that is run over all its states at once.
///
/// Matching takes time proportional to text times pattern, whatever both are (Thompson 1968; Cox, "Regular
/// Expression Matching: the Virtual Machine Approach"). Groups capture nothing: only yes or no is asked.
/// Back references and look-around do not exist; scripts (`\p{Greek}`) are refused, general categories known.
struct Pattern: Sendable {
    /// The most instructions that a pattern may compile to; counted repetitions are copies.
    static let sizeMax = 5_000

    let instructions: [PatternInstruction]

    init(_ text: String) throws(Fault) {
        var parser = PatternParser(text)
        let tree = try parser.parse()
        var compiler = PatternCompiler()
        try compiler.emit(tree)
        try compiler.append(.match)
        instructions = compiler.instructions
    }

    /// Whether the pattern matches anywhere in the text.
    func matches(_ text: String) -> Bool {
        var matcher = PatternMatcher(instructions: instructions)
        return matcher.run(Array(text.unicodeScalars))
    }

    /// What a match costs at most, in steps of the cost limit (one stands for some 32 thread steps).
    func cost(of text: String) -> Int { Self.cost(bytes: text.utf8.count, instructions: instructions.count) }

    static func cost(bytes: Int, instructions: Int) -> Int { (bytes / 16 + 1) * (instructions / 2 + 1) }
}

extension Machine {
    mutating func match(_ value: Value, _ pattern: Pattern, at span: Span?) throws(Fault) -> Value {
        guard case .string(let text) = value else {
            throw Fault(.noSuchOverload, "`matches` is not defined for (\(value.typeName)).", at: span)
        }
        try charge(pattern.cost(of: text))
        return .bool(pattern.matches(text))
    }
}
