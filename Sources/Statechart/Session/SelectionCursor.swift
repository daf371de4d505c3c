/// How far the selection of transitions has come: an atomic state, then its ancestors outwards.
struct SelectionCursor: Sendable {
    /// The event's row in the ``TriggerIndex``.
    var row = TriggerIndex.eventless
    /// The atomic state that is being served; ``ChartShape/none`` at the end.
    var atomic = ChartShape.none
    /// This state or the ancestor that has been reached.
    var state = ChartShape.none
    /// The places of its transitions in the row, those not looked at yet.
    var places = 0..<0
}
