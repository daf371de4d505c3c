import Agreements
import App
import ArgumentParser
import Definitions

extension CELCommand {
    /// The command `entente cel eval`.
    struct Eval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Evaluate one expression within the limits of a guard.",
            discussion: """
                A binding is plain JSON, or {"type": T, "value": V} with T of the conformance suites. \
                With --json, the value is answered in that form. Exit code 1 when there is no value.
                Write -- before an expression that begins with a minus sign.
                """)

        @Argument(help: "The expression.")
        var expression: String

        @Option(help: "The variables, as a JSON object.")
        var bindings = "{}"

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            do throws(CELEvaluation.Failure) {
                let evaluation = try CELEvaluation.evaluate(expression, bindings: bindings)
                console.show(
                    ["value": evaluation.json, "cost": .integer(Int64(evaluation.cost))],
                    else: evaluation.text)
            } catch {
                throw report(error, console)
            }
        }

        private func report(_ failure: CELEvaluation.Failure, _ console: Console) -> Exit {
            switch failure {
            case .bindings(let message):
                console.report("wrong_usage", "--bindings: \(message)", .usage)
            case .expression(let message, let line, let column):
                console.report(
                    "expression", "\(line):\(column): \(message)", .refused,
                    ["line": .integer(Int64(line)), "column": .integer(Int64(column))])
            }
        }
    }
}
