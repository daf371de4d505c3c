/// A child session to be started.
@usableFromInline
package struct ChildRequest<Value: Sendable>: Sendable {
    package let invokeID: String
    /// The id of the state that invokes it.
    package let state: String
    /// What ``Invoke/source`` says: the driver knows which chart that is.
    package let source: String
    /// Whether `source` is the chart's document itself, not its name.
    package let isContent: Bool
    /// First values for variables that the child's chart declares at its top.
    package let arguments: [String: Value]
}

extension ChildRequest: Equatable where Value: Equatable {}
