/// A checked expression, ready to be evaluated any number of times, from any thread.
package final class Program: Sendable {
    /// A term of the `&&` at the top, or the whole.
    struct Clause: Sendable {
        let node: Node
        let span: Span
    }

    let text: SourceText
    /// The syntax tree, for analysis.
    let tree: Syntax
    let node: Node
    let clauses: [Clause]
    let expecting: CELType?
    /// The static type of the result; `dyn` when only known at run.
    package let resultType: CELType
    /// What the expression was compiled against.
    package let environment: Environment
    let limits: Limits
    let readNames: [String]
    let slots: Int
    /// The paths that the expression may read, as ``Read/path`` spells them, sorted.
    package let readablePaths: [String]

    init(
        text: SourceText, tree: Syntax, node: Node, clauses: [Clause], expecting: CELType?,
        resultType: CELType, environment: Environment, limits: Limits, readNames: [String], slots: Int
    ) {
        (self.text, self.tree, self.node, self.clauses) = (text, tree, node, clauses)
        (self.expecting, self.resultType) = (expecting, resultType)
        (self.environment, self.limits, self.slots) = (environment, limits, slots)
        (self.readNames, readablePaths) = (readNames, readNames.sorted())
    }

    /// The source, as it was compiled.
    package var source: String { text.text }

    /// Evaluates with the values of the declared variables.
    ///
    /// Pure and deterministic: the same bindings give the same value, cost and reads. It ends within the cost
    /// limit; recursion goes no deeper than the expression and its values are nested.
    package func evaluate(_ bindings: ValueMap) -> Evaluation { run(node, bindings, expecting) }

    /// Evaluates with values that are used once; those used again are better made a ``ValueMap`` before.
    package func evaluate(_ bindings: [String: Value]) -> Evaluation { evaluate(ValueMap(bindings)) }

    func run(_ node: Node, _ bindings: ValueMap, _ expecting: CELType?) -> Evaluation {
        var machine = Machine(
            bindings: bindings, zones: environment.zones, costMax: limits.cost, reads: readNames.count,
            slots: slots)
        let result = outcome(of: node, expecting, in: &machine)
        return Evaluation(result: result, cost: machine.cost, records: machine.records, names: readNames)
    }

    private func outcome(
        of node: Node, _ expecting: CELType?, in machine: inout Machine
    ) -> Result<Value, EvaluationError> {
        do throws(Fault) {
            let value = try machine.run(node)
            if let expecting, !expecting.admits(value) {
                let (asked, given) = (Wording.article(expecting), Wording.article(value.typeName))
                throw Fault(.wrongResult, "Expected \(asked), but the result is \(given).")
            }
            return .success(value)
        } catch {
            return .failure(error.error(in: text))
        }
    }
}
