/// The microsteps that no expression has a say in, without leaving this code.
///
/// They do what the general way does: where anything else is due, they stop before it, nothing changed.
/// Source: SCXML 1.0, appendix D (`mainEventLoop`, `microstep`).
extension Position {
    /// The session has to look at the event: a condition is due, or several states or content are concerned.
    private static let unclear = StateSet.several

    /// Forgets what the last macrostep did.
    mutating func beginMacrostep() {
        journal.removeAll()
        rounds = 0
        waiting = nil
    }

    /// Begins a macrostep with an external event, as ``react(to:row:)`` does.
    @usableFromInline
    mutating func react(to name: String) -> Bool {
        beginMacrostep()
        return react(to: name, row: plan.triggers.row(for: name))
    }

    /// Serves an external event and what follows from it, as far as no expression has a say; true: all of it.
    mutating func react(to name: String, row: Int) -> Bool {
        doneState = ChartShape.none
        let origin = journal.note(name)
        guard serve(row, origin) else {
            waiting = (row, origin)
            return false
        }
        return glide()
    }

    /// What the macrostep did, with names.
    @usableFromInline
    func trace() -> Trace { journal.trace(in: plan) }

    /// Leaves an external event to the session.
    mutating func hold(_ row: Int, _ name: String) {
        doneState = ChartShape.none
        waiting = (row, journal.note(name))
    }

    /// The row and the origin of the external event that the session has to serve, once.
    mutating func popWaiting() -> (row: Int, origin: Journal.Origin)? {
        defer { waiting = nil }
        return waiting
    }

    /// Takes eventless transitions and done events while they are plain; true when the session rests.
    mutating func glide() -> Bool {
        while rounds < microstepsMax, finalState == nil {
            let eventless = choose(TriggerIndex.eventless)
            if eventless == Self.unclear { return false }
            if eventless != ChartShape.none {
                take(eventless, Journal.eventless)
            } else {
                guard let signal = signals.first else { return toInvoke.isEmpty }
                guard signal.doneState != ChartShape.none else { return false }
                guard serve(signal.row, signal.doneState) else { return false }
                doneState = signal.doneState
                _ = signals.popFirst()
            }
            rounds += 1
        }
        return false
    }

    /// Takes the plain transition that an event enables, or notes that there is none; false: it is unclear.
    private mutating func serve(_ row: Int, _ origin: Journal.Origin) -> Bool {
        let transition = choose(row)
        if transition == Self.unclear { return false }
        if transition == ChartShape.none { journal.ignore(origin) } else { take(transition, origin) }
        return true
    }

    /// The plain transition that an event enables, ``ChartShape/none``, or ``unclear``.
    private func choose(_ row: Int) -> Int {
        let source = configuration.onlyCommon(with: plan.sources[row])
        guard source >= ChartShape.root else { return source }
        let transition = plan.plain.first(of: source, in: row)
        return plan.plain[transition] == nil ? Self.unclear : transition
    }

    private mutating func take(_ transition: Int, _ origin: Journal.Origin) {
        guard let move = plan.plain[transition] else { return }
        journal.beginStep(on: origin)
        journal.take(transition)
        var (end, last) = (move.inside.upperBound, ChartShape.none)
        repeat {
            last = configuration.last(in: move.inside.lowerBound..<end)
            guard last != ChartShape.none else { break }
            configuration.remove(last)
            journal.exit(last)
            end = last
        } while end > move.inside.lowerBound
        for place in move.entries {
            let entry = plan.plain.entries[place]
            configuration.insert(entry.index)
            journal.enter(entry.index, isRestored: false)
            if entry.isFinal { reportDone(by: entry.index) }
        }
    }
}
