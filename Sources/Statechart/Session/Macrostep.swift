/// The whole reaction of a session to one external event, or to being started or cancelled.
@usableFromInline
package struct Macrostep<Value: Sendable>: Sendable {
    /// The external event; `nil` when the session was started or cancelled.
    @usableFromInline package let event: Event<Value>?
    @usableFromInline package internal(set) var trace: Trace
    /// What the driver has to do, in this order.
    @usableFromInline package internal(set) var outputs: [Output<Value>]
    /// Set when the macrostep was broken off: the session then stands still.
    @usableFromInline package internal(set) var fault: SessionFault?

    @inlinable
    init(
        event: Event<Value>?, trace: Trace, outputs: [Output<Value>] = [], fault: SessionFault? = nil
    ) {
        self.event = event
        self.trace = trace
        self.outputs = outputs
        self.fault = fault
    }
}

extension Macrostep: Equatable where Value: Equatable {}
