extension Sequence where Element == Event {
    /// By what right each document that these events added was given.
    package var documentGivers: [Document.ID: Authority] {
        reduce(into: [:]) { givers, event in
            for case .documentAdded(let document) in event.payload.changes {
                givers[document.id] = event.authority
            }
        }
    }

    /// The numbers of the events that happened while a refusal for security stood.
    package var barredForSecurity: Set<Int> {
        var (barred, isBarred): (Set<Int>, Bool) = ([], false)
        for event in self {
            for case .variable(Matter.securityVariable, let value) in event.payload.changes {
                isBarred = value == .bool(true)
            }
            if isBarred { barred.insert(event.seq) }
        }
        return barred
    }
}
