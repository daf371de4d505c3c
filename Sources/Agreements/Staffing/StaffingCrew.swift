/// Those who may do what some roles may do, in their own name or for another, with the days on which they
/// may.
///
/// Crews are shared by all steps with the same rights; what holds without exclusive duties is computed once.
final class StaffingCrew {
    /// A right of a person, their own or of a grantor.
    struct Right: Hashable {
        var person: Person.ID
        var grantor: Person.ID?
        var days: [Range<Int>]

        func holds(on day: Int) -> Bool { days.contains { $0.contains(day) } }

        /// Whether an exclusive duty that these people did excludes it.
        func isExcluded(by doers: Set<Person.ID>) -> Bool {
            doers.contains(person) || grantor.map(doers.contains) ?? false
        }
    }

    /// Some days on which a step is without anybody, or hangs on one person.
    struct Span: Hashable {
        enum Finding: Hashable {
            case gap(StaffingGap.Why)
            case single(Person.ID)
        }

        var days: Range<Int>
        var finding: Finding
    }

    /// People who did what a duty sets against an act.
    struct Exclusion: Hashable {
        var duty: String
        var doers: Set<Person.ID>
    }

    let rights: [Right]
    private let absences: [Person.ID: [Range<Int>]]
    private let count: Int
    private var known: [[Exclusion]: [Span]] = [:]

    /// - Parameter count: how many days are looked at.
    init(_ rights: [Right], absences: [Person.ID: [Range<Int>]], count: Int) {
        self.rights = rights
        self.absences = absences
        self.count = count
    }

    /// The days on which fewer than two people can do the step, in order; computed between the days on which
    /// anything changes.
    func spans(_ exclusions: [Exclusion]) -> [Span] {
        if let spans = known[exclusions] { return spans }
        let cuts = cuts
        var spans: [Span] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            guard let finding = finding(on: start, exclusions) else { continue }
            if let last = spans.last, last.finding == finding, last.days.upperBound == start {
                spans[spans.count - 1].days = last.days.lowerBound..<end
            } else {
                spans.append(Span(days: start..<end, finding: finding))
            }
        }
        known[exclusions] = spans
        return spans
    }

    /// The days on which the answer may change, with the first and the one after the last.
    private var cuts: [Int] {
        var cuts: Set<Int> = [0, count]
        for right in rights {
            for days in right.days + (absences[right.person] ?? []) {
                cuts.formUnion([days.lowerBound, days.upperBound])
            }
        }
        return cuts.sorted()
    }

    private func finding(on day: Int, _ exclusions: [Exclusion]) -> Span.Finding? {
        let held = rights.filter { $0.holds(on: day) }
        guard !held.isEmpty else { return .gap(.nobody) }
        let allowed = held.filter { right in !exclusions.contains { right.isExcluded(by: $0.doers) } }
        guard !allowed.isEmpty else {
            let duties = exclusions.filter { exclusion in held.contains { $0.isExcluded(by: exclusion.doers) }
            }
            return .gap(.excluded(duties: duties.map(\.duty)))
        }
        let present = Set(allowed.map(\.person).filter { !isAbsent($0, on: day) })
        guard let first = present.first else { return .gap(.absent) }
        return present.count == 1 ? .single(first) : nil
    }

    private func isAbsent(_ person: Person.ID, on day: Int) -> Bool {
        absences[person]?.contains { $0.contains(day) } ?? false
    }
}
