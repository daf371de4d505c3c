/// The arguments of a `send`.
///
/// All are evaluated when it is executed, not when its event is delivered.
///
/// Source: SCXML 1.0, section 6.2.
package struct Send<Expression: Sendable>: Sendable {
    package var event: Source<Expression>
    /// Nothing: the own external queue.
    ///
    /// See ``Destination`` for the rest.
    package var target: Source<Expression>?
    /// Nothing, or the SCXML event processor; anything else is `error.execution`.
    package var type: Source<Expression>?
    /// A time like `1s`, `.5s` or `10ms`.
    package var delay: Source<Expression>?
    package var id: String?
    /// Where a made-up id is stored when the author gave none.
    package var idLocation: String?
    package var payload: Payload<Expression>

    package init(
        _ event: Source<Expression>, to target: Source<Expression>? = nil, type: Source<Expression>? = nil,
        after delay: Source<Expression>? = nil, id: String? = nil, idLocation: String? = nil,
        payload: Payload<Expression> = .nothing
    ) {
        self.event = event
        self.target = target
        self.type = type
        self.delay = delay
        self.id = id
        self.idLocation = idLocation
        self.payload = payload
    }
}

extension Send: Equatable where Expression: Equatable {}
