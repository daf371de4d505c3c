/// A running instance of a chart: a value that reacts to events and hands out everything else as data.
///
/// A session is deterministic: the same chart, data model and events give the same traces and outputs. It is
/// a copy-on-write value, so trying an event out on a copy costs little and changes nothing.
/// Cost of an event: O(active states x their transitions) a microstep, plus the evaluations.
/// Source: SCXML 1.0, appendix D.
@usableFromInline
package struct Session<Model: DataModel>: Sendable {
    /// The values of the data model.
    @usableFromInline package typealias Value = Model.Value
    /// The expressions of the data model.
    package typealias Expression = Model.Expression

    package let chart: Chart<Expression>
    /// Unique among the sessions of one driver.
    package let id: String
    package let limits: SessionLimits
    /// Whether `#_parent` leads anywhere.
    package let hasParent: Bool
    package var model: Model
    /// The ids of other sessions that can be sent to; kept up to date by the driver.
    package var reachableSessions: Set<String> = []
    package internal(set) var status: SessionStatus<Value> = .unstarted
    /// Child sessions that were started and not cancelled.
    package internal(set) var children: [Child] = []
    /// What the driver has to do after ``advance()``, in this order; ``step()`` hands it out.
    package internal(set) var outputs: [Output<Value>] = []

    @usableFromInline var position: Position
    /// The event being processed or last processed, unless ``Position/doneState`` names it.
    @usableFromInline var servedEvent: Event<Value>?
    /// Of the internal queue, the events that are no plain done events.
    var raisedEvents = EventQueue<Value>()
    var externalQueue = EventQueue<Value>()
    /// States whose late-bound variables have their values.
    var bound = StateSet()
    /// Conditions that failed since the last microstep: a failure is reported once, not for ever.
    var failedConditions: Set<Int> = []
    var idsMade = 0
    /// Actions and turns of loops that this macrostep has run.
    var actionsRun = 0
    /// The same in its whole life, but those of the macrostep under way.
    var actionsBefore = 0
    /// Set when the macrostep was broken off.
    var fault: SessionFault?

    /// A session that has not started, in no state.
    package init(
        _ chart: Chart<Expression>, model: Model, id: String = "session", hasParent: Bool = false,
        limits: SessionLimits = SessionLimits()
    ) {
        self.chart = chart
        position = Position(chart.plan)
        self.model = model
        self.id = id
        self.hasParent = hasParent
        self.limits = limits
        position.microstepsMax = limits.microstepsMax
    }

    /// The active states.
    ///
    /// After the end: those that were active when it came.
    package var configuration: StateSet { position.configuration }

    /// What histories remember.
    package var history: Chart<Expression>.History { position.history }

    /// What the macrostep under way, or else the last one, did to the configuration.
    @inlinable package var journal: Journal { position.journal }

    /// The event being processed, or the last one processed.
    package internal(set) var event: Event<Value>? {
        get {
            guard position.doneState != ChartShape.none else { return servedEvent }
            return Event(chart.plan.done[position.doneState].name, kind: .platform)
        }
        set {
            servedEvent = newValue
            position.doneState = ChartShape.none
        }
    }

    /// Whether events are served: started, and not ended in any way.
    package var isRunning: Bool {
        if case .running = status { true } else { false }
    }

    /// The ids of the active atomic and final states, in document order.
    package var atomicStates: [String] { chart.ids(chart.atomicStates(of: configuration)) }

    /// Whether external events wait to be processed.
    package var hasQueuedEvents: Bool { !externalQueue.isEmpty }

    /// Whether the state with this id is active; `false` for an id that does not exist.
    package func isActive(_ id: String) -> Bool {
        chart.index(of: id).map(configuration.contains) ?? false
    }

    /// What expressions see now.
    package var scope: Scope<Value> {
        Scope(
            event: event, sessionID: id, shape: chart.plan.shape, configuration: position.configuration)
    }
}
