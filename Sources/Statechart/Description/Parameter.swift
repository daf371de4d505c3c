/// One named value of a ``Payload`` (`param`, or a name of a `namelist`).
package struct Parameter<Expression: Sendable>: Sendable {
    package var name: String
    package var value: Expression

    package init(_ name: String, _ value: Expression) {
        self.name = name
        self.value = value
    }
}

extension Parameter: Equatable where Expression: Equatable {}
