/// What one macrostep did to the configuration, as numbers, in lists that the next macrostep uses again.
///
/// A ``Trace`` says the same with names, at the price of its allocations.
@usableFromInline
package struct Journal: Sendable {
    /// One microstep: which stretches of the lists are its own.
    package struct Step: Sendable {
        /// The event that enabled the transitions; `nil` for eventless ones, and when the session starts.
        package let event: String?
        /// Its stretch of ``Journal/taken``.
        package let taken: Range<Int>
        /// Its stretch of ``Journal/exited``.
        package let exited: Range<Int>
        /// Its stretch of ``Journal/entered``.
        package let entered: Range<Int>
    }

    /// A state that was entered.
    @usableFromInline
    package struct Entered: Sendable {
        /// The state's place in ``Chart/states``.
        package let index: Int
        /// Whether a history brought it back, as opposed to being entered anew.
        package let isRestored: Bool
    }

    /// Which event it was, as a number: none, the done event of a state, or one of the names noted.
    typealias Origin = Int

    /// Where a microstep begins in the lists.
    private struct Mark: Sendable {
        let origin: Origin
        let taken: Int
        let exited: Int
        let entered: Int
    }

    /// The origin of eventless transitions; those of noted names lie below.
    static let eventless: Origin = -1

    /// The transitions taken, by their places in ``Chart/transitions``.
    @usableFromInline package private(set) var taken = Tape<Int>()
    /// The states left, by their places in ``Chart/states``.
    @usableFromInline package private(set) var exited = Tape<Int>()
    /// The states entered.
    @usableFromInline package private(set) var entered = Tape<Entered>()
    /// Conditions and actions that failed, each of which also became an error event.
    package private(set) var failures: [EvaluationFailure] = []
    private var marks = Tape<Mark>()
    private var ignoredOrigins = Tape<Origin>()
    private var names = Tape<String>()
    let plan: ChartPlan

    init(_ plan: ChartPlan) { self.plan = plan }

    /// Whether no microstep was taken.
    package var isEmpty: Bool { marks.isEmpty }

    /// How many microsteps were taken.
    package var stepsCount: Int { marks.count }

    /// The microsteps, in order; made for each call.
    package var steps: [Step] { steps(from: 0) }

    /// The microsteps from one on, in order; made for each call.
    package func steps(from first: Int) -> [Step] { (first..<marks.count).map(step) }

    private func step(_ place: Int) -> Step {
        let (mark, isLast) = (marks[place], place + 1 == marks.count)
        return Step(
            event: name(of: mark.origin),
            taken: mark.taken..<(isLast ? taken.count : marks[place + 1].taken),
            exited: mark.exited..<(isLast ? exited.count : marks[place + 1].exited),
            entered: mark.entered..<(isLast ? entered.count : marks[place + 1].entered))
    }

    /// Events that enabled no transition; made for each call.
    package var ignored: [String] { ignoredOrigins.compactMap(name) }

    var hasIgnored: Bool { ignoredOrigins.length > 0 }

    private func name(of origin: Origin) -> String? {
        switch origin {
        case Self.eventless: nil
        case ..<Self.eventless: names[Self.eventless - 1 - origin]
        default: plan.done[origin].name
        }
    }

    // MARK: Writing

    mutating func removeAll() {
        marks.removeAll()
        taken.removeAll()
        exited.removeAll()
        entered.removeAll()
        ignoredOrigins.removeAll()
        names.removeAll()
        if !failures.isEmpty { failures.removeAll(keepingCapacity: true) }
    }

    /// Notes the name of an event that is no done event.
    mutating func note(_ name: String) -> Origin {
        names.append(name)
        return Self.eventless - names.length
    }

    mutating func beginStep(on origin: Origin) {
        marks.append(
            Mark(origin: origin, taken: taken.length, exited: exited.length, entered: entered.length))
    }

    mutating func take(_ transition: Int) { taken.append(transition) }

    mutating func exit(_ state: Int) { exited.append(state) }

    mutating func enter(_ state: Int, isRestored: Bool) {
        entered.append(Entered(index: state, isRestored: isRestored))
    }

    mutating func ignore(_ origin: Origin) { ignoredOrigins.append(origin) }

    mutating func fail(_ failure: EvaluationFailure) { failures.append(failure) }
}
