/// The whole reaction of a session to one external event, or to being started or cancelled.
package struct Macrostep<Value: Sendable>: Sendable {
    /// The external event; `nil` when the session was started or cancelled.
    package let event: Event<Value>?
    package internal(set) var trace: Trace
    /// What the driver has to do, in this order.
    package internal(set) var outputs: [Output<Value>]
    /// Set when the macrostep was broken off: the session then stands still.
    package internal(set) var fault: SessionFault?

}

extension Macrostep: Equatable where Value: Equatable {}
