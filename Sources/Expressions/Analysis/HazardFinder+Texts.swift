extension HazardFinder {
    /// Notes what a reader reads: of a choice each side, of a sum each part.
    mutating func noteText(
        _ operand: Syntax, _ index: Int, of reader: String, _ tests: [Test], isWhole: Bool = true
    ) {
        if case .conditional(let test, let yes, let no) = operand.kind {
            noteText(yes, index, of: reader, tests + [(test, true)], isWhole: isWhole)
            return noteText(no, index, of: reader, tests + [(test, false)], isWhole: isWhole)
        }
        let values = isWhole ? values(of: operand, tests) : []
        if values.isEmpty, case .operation("+", let parts) = operand.kind {
            for part in parts { noteText(part, index, of: reader, tests, isWhole: false) }
            return
        }
        let path = path(of: operand)
        texts.append(
            TextUse(
                function: reader, argument: index, source: program.text.text(of: operand.span),
                span: operand.span, path: path, isWhole: isWhole,
                problems: values.compactMap { problem(of: $0, index, of: reader) }, isKnown: !values.isEmpty,
                mayBeEmpty: path != nil && values.isEmpty && isText(operand)
                    && mayBe(operand, .string(""), tests),
                isMatched: tests.contains { $0.isTrue && $0.tree.matches(Canonical.text(of: operand)) }))
    }

    /// The values that are known of an operand and that the tests let it have.
    private func values(of operand: Syntax, _ tests: [Test]) -> [Value] {
        let facts = knowledge.values.filter { !$0.key.contains(".") }
        if let value = alone(operand, nil)?.evaluate(facts).value { return [value] }
        guard let path = path(of: operand) else { return [] }
        let choices = Abstraction(program.environment, knowledge).domains.paths[path]?.choices ?? []
        return choices.filter { mayBe(operand, $0, tests) }
    }

    private func path(of operand: Syntax) -> String? {
        guard let chain = Compiler.chain(of: operand), program.environment.variables[chain.root] != nil,
            alone(operand, nil) != nil
        else { return nil }
        return Abstraction.spelling([chain.root] + chain.fields)
    }

    private func isText(_ operand: Syntax) -> Bool {
        guard let chain = Compiler.chain(of: operand) else { return false }
        return Abstraction(program.environment, knowledge).type(ofPath: [chain.root] + chain.fields)
            == .string
    }

    private func mayBe(_ operand: Syntax, _ value: Value, _ tests: [Test]) -> Bool {
        let literal = Syntax(.literal(value), at: operand.span)
        let same = Syntax(.operation("==", [operand, literal]), at: operand.span)
        if case .no? = satisfiability(of: (same, true), tests) { return false }
        return true
    }

    /// Why a reader cannot read a value; nil where it can.
    ///
    /// The function itself is asked.
    private func problem(of value: Value, _ index: Int, of reader: String) -> TextUse.Problem? {
        var arguments = readers[reader] ?? []
        guard arguments.indices.contains(index) else { return nil }
        arguments[index] = value
        let whole = Span(start: 0, end: 0)
        let operands = arguments.map { Syntax(.literal($0), at: whole) }
        let call = Syntax(.call(reader, target: nil, operands), at: whole)
        var compiler = Compiler(
            environment: program.environment, source: SourceText(text: ""), limits: program.limits)
        let reason: String?
        do throws(ExpressionError) {
            reason = try compiler.program(of: call, expecting: nil).evaluate([:]).error?.message
        } catch {
            reason = error.message
        }
        return reason.map { TextUse.Problem(value: value.description, reason: $0) }
    }
}

extension Syntax {
    /// Whether it holds only when an operand, by its canonical text, is of the form that a pattern asks.
    fileprivate func matches(_ operand: String) -> Bool {
        switch kind {
        case .call("matches", let target, let arguments):
            (target ?? arguments.first).map { Canonical.text(of: $0) == operand } ?? false
        case .and(let terms): terms.contains { $0.matches(operand) }
        default: false
        }
    }
}

extension Program {
    /// What an expression hands to functions that cannot read every text.
    ///
    /// `readers` gives, for each function, arguments that it can read. The expression runs only after the
    /// guards `premises` held. Of a value that is known, by itself or as one of the choices of its domain, it
    /// is tried whether the function reads it.
    package func textUses(
        by readers: [String: [Value]], knowing knowledge: Knowledge, after premises: [Program] = []
    ) -> [TextUse] {
        var finder = HazardFinder(program: self, knowledge: knowledge, readers: readers)
        finder.visit(tree, premises.map(\.tree).map { (tree: $0, isTrue: true) })
        return finder.texts
    }
}
