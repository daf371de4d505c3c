/// What a session asks of its driver.
///
/// A session does no I/O and knows no clock.
@usableFromInline
package enum Output<Value: Sendable>: Sendable {
    /// Deliver an event, now or after a delay. Undelayed events to itself never come out.
    case send(Delivery<Value>)
    /// Withdraw this session's pending deliveries with this id.
    case cancel(sendID: String)
    /// Start a child session; when it finishes, deliver ``Event/done(invokeID:data:)`` to this session.
    case startChild(ChildRequest<Value>)
    /// Cancel a child session, and drop what it sent to this one and was not delivered.
    case cancelChild(invokeID: String)
    /// Hand an external event on to a child.
    case forward(Event<Value>, toChild: String)
    case log(label: String?, Value?)
    /// The client's own content.
    case custom(String)
}

extension Output: Equatable where Value: Equatable {}
