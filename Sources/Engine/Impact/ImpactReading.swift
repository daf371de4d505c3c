import Agreements

/// Compares an agreement before and after a migration.
struct ImpactReading {
    let before: Agreement
    let after: Agreement

    var changes: [ImpactChange] { states + legal + tasks + timers }

    private var states: [ImpactChange] {
        let paths = Set(before.processes.keys).union(after.processes.keys)
        return paths.sorted().compactMap { path in
            let (old, new) = (before.standing(of: path), after.standing(of: path))
            return old == new ? nil : .states(process: path, before: old, after: new)
        }
    }

    private var legal: [ImpactChange] {
        let (old, new) = (before.legalStatus, after.legalStatus)
        return old == new ? [] : [.legal(before: old, after: new)]
    }

    private var tasks: [ImpactChange] {
        let (old, new) = (Self.byPlace(before.tasks), Self.byPlace(after.tasks))
        return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
            .task(process: $0.process, state: $0.state, before: old[$0], after: new[$0])
        }
    }

    private var timers: [ImpactChange] {
        let (old, new) = (Self.byPlace(before.timers), Self.byPlace(after.timers))
        return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
            .timer(process: $0.process, state: $0.state, name: $0.name, before: old[$0], after: new[$0])
        }
    }

    private static func byPlace(_ tasks: [HumanTask]) -> [Place: ImpactChange.Ask] {
        Dictionary(
            tasks.map { (Place(process: $0.process, state: $0.state, name: ""), ImpactChange.Ask($0)) },
            uniquingKeysWith: { $1 })
    }

    /// Reminders of one notice are told apart by their distance, or they would hide each other.
    private static func byPlace(_ timers: [ArmedTimer]) -> [Place: ImpactChange.Ring] {
        Dictionary(
            timers.map {
                (Place(process: $0.process, state: $0.state, name: $0.label), ImpactChange.Ring($0))
            },
            uniquingKeysWith: { first, _ in first })
    }

    private struct Place: Hashable, Comparable {
        var process, state, name: String

        static func < (a: Place, b: Place) -> Bool {
            (a.process, a.state, a.name) < (b.process, b.state, b.name)
        }
    }
}

extension Agreement {
    /// The active states of a process; nil when it does not run.
    fileprivate func standing(of path: String) -> [String]? {
        processes[path].flatMap { $0.status == .active ? $0.state : nil }
    }
}

extension ArmedTimer {
    /// Its name, with the distance of a reminder from its day.
    fileprivate var label: String {
        switch purpose {
        case .event: name
        case .reminder(_, let occurrence, _, _): "\(name) \(occurrence.prefix { $0 != "@" })"
        }
    }
}
