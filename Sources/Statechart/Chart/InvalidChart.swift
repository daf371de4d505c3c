/// Everything that is wrong with the description of a chart, in document order.
package struct InvalidChart: Error, Sendable, Equatable, CustomStringConvertible {
    /// A problem and the state that has it.
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        package let state: String
        package let problem: ChartProblem

        package var description: String { "\(state) \(problem)" }
    }

    package let findings: [Finding]

    package var description: String {
        findings.map(\.description).joined(separator: "; ")
    }
}
