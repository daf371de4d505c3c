/// Where a compound state or a history leads by itself, and what is done on the way.
///
/// Source: SCXML 1.0, sections 3.6 (`initial`) and 3.10 (`history`).
package struct DefaultTarget<Expression: Sendable>: Sendable {
    package var targets: [String]
    package var content: [Action<Expression>]

    package init(_ targets: [String], content: [Action<Expression>] = []) {
        self.targets = targets
        self.content = content
    }
}

extension DefaultTarget: Equatable where Expression: Equatable {}
