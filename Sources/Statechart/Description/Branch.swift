/// One branch of ``Action/choose(_:)``: `if`, `elseif`, or, without a condition, `else`.
package struct Branch<Expression: Sendable>: Sendable {
    package var condition: Expression?
    package var content: [Action<Expression>]

    package init(if condition: Expression?, _ content: [Action<Expression>]) {
        self.condition = condition
        self.content = content
    }
}

extension Branch: Equatable where Expression: Equatable {}
