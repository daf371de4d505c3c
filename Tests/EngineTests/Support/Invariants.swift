import Agreements
import Testing

/// What must hold of an agreement and its events after whatever happened.
enum Invariants {
    static func check(_ agreement: Agreement, _ events: [Event], refolded: Agreement, _ note: Comment) throws
    {
        #expect(refolded == agreement, note)
        checkOrder(events, note)
        try checkChain(events, of: agreement, note)
        checkPaths(events, agreement, note)
        checkBelongings(agreement, note)
        checkNotices(events, note)
    }

    private static func checkOrder(_ events: [Event], _ note: Comment) {
        #expect(events.map(\.seq) == Array(1...events.count), note)
        for (earlier, later) in zip(events, events.dropFirst()) { #expect(earlier.at <= later.at, note) }
    }

    private static func checkChain(_ events: [Event], of agreement: Agreement, _ note: Comment) throws {
        var previous = Event.genesis(stream: agreement.id.description, institution: "inserm")
        for event in events {
            #expect(event.previousHash == previous, note)
            #expect(try event.computedHash() == event.hash, note)
            previous = event.hash
        }
        #expect(agreement.headHash == previous, note)
    }

    /// From and to of each process make one path, and it ends where the process is.
    private static func checkPaths(_ events: [Event], _ agreement: Agreement, _ note: Comment) {
        var state: [String: [String]] = [:]
        for event in events {
            #expect(event.fromState == state[event.process] ?? [], note)
            state[event.process] = event.toState
        }
        for (path, process) in agreement.processes { #expect(state[path] == process.state, note) }
    }

    /// Armed timers and open tasks belong to active states of running processes, and to the present entry.
    static func checkBelongings(_ agreement: Agreement, _ note: Comment) {
        for timer in agreement.timers {
            let process = agreement.processes[timer.process]
            #expect(process?.status == .active, note)
            #expect(process?.configuration.contains(timer.state) ?? false, note)
            #expect(process?.entries[timer.state]?.seq == timer.entrySeq, note)
        }
        for task in agreement.tasks {
            let process = agreement.processes[task.process]
            #expect(process?.status == .active, note)
            #expect(process?.configuration.contains(task.state) ?? false, note)
        }
        for process in agreement.processes.values {
            #expect(Set(process.entries.keys) == Set(process.configuration), note)
            if process.status == .active, let path = process.parent, let owner = process.owner {
                let parent = agreement.processes[path]
                #expect(parent?.status == .active, note)
                #expect(parent?.entries[owner]?.seq == process.ownerSeq, note)
            }
        }
    }

    /// Exactly one notice for each step entry, notice, recipient and occurrence; of those of one event that are the
    /// same notice, at most one in copy.
    private static func checkNotices(_ events: [Event], _ note: Comment) {
        let keys = events.flatMap(\.payload.notices).map {
            "\($0.process) \($0.state) \($0.entrySeq) \($0.notice) \($0.recipient) \($0.occurrence)"
        }
        #expect(Set(keys).count == keys.count, note)
        for event in events {
            let copied = event.payload.notices.filter(\.copied).map(\.notice)
            #expect(Set(copied).count == copied.count, note)
        }
    }
}
