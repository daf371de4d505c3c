import Synchronization

/// Counts what was asked, and keeps what was answered wrongly, one line each.
final class AccessTally: Sendable {
    private let state = Mutex((count: 0, wrong: [String]()))

    var count: Int { state.withLock { $0.count } }
    var wrong: [String] { state.withLock { $0.wrong.sorted() } }

    /// One cell: who, which file, what, on which way, what is right and what was found.
    func check(
        _ person: String, _ file: String, _ what: String, _ way: String, expected: String, found: String
    ) {
        state.withLock { state in
            state.count += 1
            guard expected != found else { return }
            state.wrong.append("\(person), \(file), \(what), \(way): expected \(expected), found \(found)")
        }
    }

    /// A cell of a word: `isOpen` says whether it may be there, `isDue` whether it must.
    func check(
        _ person: String, _ canary: AccessCanary, _ way: AccessWay, isOpen: Bool, isDue: Bool, isFound: Bool
    ) {
        let expected = isDue ? "shown" : isOpen ? "allowed" : "hidden"
        let found = isFound ? isOpen && !isDue ? "allowed" : "shown" : isOpen && !isDue ? "allowed" : "hidden"
        check(person, canary.file, canary.word, way.rawValue, expected: expected, found: found)
    }
}
