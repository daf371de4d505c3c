/// What an event carries: nothing, named values, or one value.
///
/// Source: SCXML 1.0, sections 5.5 to 5.7.
package enum Payload<Expression: Sendable>: Sendable {
    case nothing
    case parameters([Parameter<Expression>])
    case content(Source<Expression>)
}

extension Payload: Equatable where Expression: Equatable {}
