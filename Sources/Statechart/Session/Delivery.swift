/// An event on its way, as data: a driver holds it in virtual time or in a table of timers.
@usableFromInline
package struct Delivery<Value: Sendable>: Sendable {
    package var event: Event<Value>
    package let destination: Destination
    package let delay: Duration
    /// By which ``Output/cancel(sendID:)`` finds it.
    package let sendID: String?
}

extension Delivery: Equatable where Value: Equatable {}
