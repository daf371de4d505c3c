/// A child session that lives while its state is active.
///
/// What `source` names (a chart, a document) is the driver's business: the session only asks for a child
/// by it. Source: SCXML 1.0, section 6.4.
package struct Invoke<Expression: Sendable>: Sendable {
    package var source: Source<Expression>
    /// Whether `source` gives the document itself (`<content expr>`), not its name.
    package var isContent: Bool
    /// What kind of session it is, where that is computed: one of ``EventProcessor/childTypes``.
    package var type: Expression?
    /// Nothing: the session makes one, `state.number`.
    package var id: String?
    package var idLocation: String?
    package var parameters: [Parameter<Expression>]
    /// Whether the child also gets every external event of this session.
    package var forwardsEvents: Bool
    /// Runs in this session when an event of the child arrives, before transitions are selected.
    package var finalize: [Action<Expression>]

    package init(
        _ source: Source<Expression>, isContent: Bool = false, type: Expression? = nil, id: String? = nil,
        idLocation: String? = nil, parameters: [Parameter<Expression>] = [], forwardsEvents: Bool = false,
        finalize: [Action<Expression>] = []
    ) {
        self.source = source
        self.isContent = isContent
        self.type = type
        self.id = id
        self.idLocation = idLocation
        self.parameters = parameters
        self.forwardsEvents = forwardsEvents
        self.finalize = finalize
    }
}

extension Invoke: Equatable where Expression: Equatable {}
