/// One step of executable content, as data: the session performs it or hands it out, never does I/O.
///
/// Source: SCXML 1.0, sections 4 and 6.
package indirect enum Action<Expression: Sendable>: Sendable {
    /// Puts an internal event at the rear of the internal queue.
    case raise(String)
    case send(Send<Expression>)
    /// Withdraws delayed sends with this id; those already delivered stay delivered.
    case cancel(Source<Expression>)
    case assign(location: String, Source<Expression>)
    /// The first branch whose condition holds; a branch without a condition is the `else`.
    case choose([Branch<Expression>])
    case forEach(ForEach<Expression>)
    case log(label: String?, Expression?)
    /// The client's own: comes back as ``Output/custom(_:)`` at its place among the outputs.
    case custom(String)
}

extension Action: Equatable where Expression: Equatable {}
