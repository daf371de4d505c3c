/// Something that happened: raised inside, by the platform, or sent from outside.
///
/// Source: SCXML 1.0, section 5.10.1 (the fields of `_event`).
@usableFromInline
package struct Event<Value: Sendable>: Sendable {
    /// Where an event comes from: `raise` and the internal queue, outside, or the session itself.
    package enum Kind: String, Sendable, Hashable {
        case `internal`, external, platform
    }

    @usableFromInline package var name: String
    package var kind: Kind
    package var sendID: String?
    package var origin: String?
    package var originType: String?
    /// Set when the event comes from a child session.
    package var invokeID: String?
    package var data: Value?

    package init(
        _ name: String, kind: Kind = .external, sendID: String? = nil, origin: String? = nil,
        originType: String? = nil, invokeID: String? = nil, data: Value? = nil
    ) {
        self.name = name
        self.kind = kind
        self.sendID = sendID
        self.origin = origin
        self.originType = originType
        self.invokeID = invokeID
        self.data = data
    }
}

extension Event: Equatable where Value: Equatable {}
