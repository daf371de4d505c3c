import Testing

@testable import Postgres

@Suite("Pool and prepared statements as values")
struct PureTests {
    private typealias State = PoolState<Int, String>

    private func names(_ actions: [State.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .lend(let member, let waiter): "lend \(member) to \(waiter)"
            case .refuse(let waiter, let error): "refuse \(waiter): \(error.kind.label)"
            case .open: "open"
            case .openLater(let failures): "open later \(failures)"
            case .close(let member): "close \(member)"
            case .drained: "drained"
            }
        }
    }

    @Test("Waiters are served in order, within the bound")
    func order() {
        var state = State(connectionsMax: 1, waitersMax: 2)
        #expect(names(state.acquire(1, "a")) == ["open"])
        #expect(names(state.acquire(2, "b")) == [])
        #expect(names(state.acquire(3, "c")) == ["refuse c: poolExhausted"])
        #expect(names(state.opened(10)) == ["lend 10 to a"])
        #expect(names(state.giveBack(10)) == ["lend 10 to b"])
        #expect(names(state.giveBack(10)) == [])
        #expect(names(state.acquire(4, "d")) == ["lend 10 to d"])
        #expect(names(state.discard(10)) == ["close 10"])
        #expect(names(state.acquire(5, "e")) == ["open"])
    }

    @Test("After a failure one attempt at a time is made, after a pause that grows; a success ends that")
    func backoff() {
        var state = State(connectionsMax: 3, waitersMax: 9)
        let lost = PostgresError(.unavailable(.unreachable))
        #expect(names(state.acquire(1, "a") + state.acquire(2, "b")) == ["open", "open"])
        #expect(names(state.openFailed(lost)) == [])
        #expect(names(state.openFailed(lost)) == ["open later 2"])
        #expect(names(state.acquire(3, "c")) == [])
        #expect(names(state.pauseEnded()) == ["open"])
        #expect(names(state.timeOut(1)) == ["refuse a: unavailable (unreachable)"])
        #expect(names(state.opened(10)) == ["lend 10 to b", "open"])
    }

    @Test("A closed pool refuses, closes and says when the last has come back")
    func closing() {
        var state = State(connectionsMax: 2, waitersMax: 9)
        _ = state.acquire(1, "a") + state.opened(10) + state.acquire(2, "b")
        #expect(names(state.close()) == ["refuse b: closed"])
        #expect(names(state.opened(11)) == ["close 11"])
        #expect(names(state.giveBack(10)) == ["close 10", "drained"])
        #expect(names(state.acquire(3, "c")) == ["refuse c: closed"])
    }

    @Test("A pause doubles up to its bound, and is never less than half of it")
    func pauses() {
        let backoff = Backoff()
        #expect(backoff.pause(after: 1, random: 0) == .milliseconds(25))
        #expect(backoff.pause(after: 3, random: 0) == .milliseconds(100))
        #expect(backoff.pause(after: 1_000_000, random: 0) == .seconds(1))
        #expect(backoff.pause(after: 1_000_000, random: 0.999) < .seconds(2))
    }

    @Test("The least recently used statement is forgotten first")
    func leastRecentlyUsed() {
        var prepared = PreparedStatements(limit: 2)
        let keys = ["a", "b", "c"].map { PreparedStatements.Key(text: $0, types: []) }
        for key in keys { prepared.insert(key, name: key.text) }
        #expect(prepared.name(of: keys[0]) == "a")
        #expect(prepared.evict() == ["b"])
        #expect(prepared.name(of: keys[1]) == nil)
        #expect(prepared.name(of: keys[2]) == "c")
    }

    @Test(
        "What is no array is not read as one",
        arguments: ["", "{", "{a", "{\"a}", "a", "{a}b", "{,}", "{{a}}", "[1:2]={a}"])
    func arrays(text: String) {
        #expect(ArrayLiteral.read(text) == nil)
    }

    @Test("Of a lost connection only libpq's own sentence is kept, and nothing that the server said before")
    func ownSentence() {
        let lost = "server closed the connection unexpectedly\n\tThis probably means the server terminated"
        #expect(PQHandle.ownSentence(of: lost) == "server closed the connection unexpectedly")
        let refused = "ERROR:  23505: duplicate key\nDETAIL:  Key (id)=(canary) already exists.\n"
        for text in ["", "\n", refused, refused + lost, "FEHLER:  22P02: \u{201e}canary\u{201c}"] {
            #expect(PQHandle.ownSentence(of: text) == nil)
        }
    }

    @Test("Every day of 800 years is the day after the one before")
    func dates() {
        var previous = PostgresDate(year: 1599, month: 12, day: 31)
        for days in (previous.daysSinceEpoch + 1)...(previous.daysSinceEpoch + 292_194) {
            let date = PostgresDate(daysSinceEpoch: days)
            let (year, month, day) = date.parts
            #expect(PostgresDate(year: year, month: month, day: day) == date)
            #expect(day == 1 || (day == previous.parts.day + 1 && month == previous.parts.month))
            previous = date
        }
    }
}
