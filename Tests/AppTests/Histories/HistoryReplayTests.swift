import Agreements
import App
import Engine
import Foundation
import TestSupport
import Testing

@Suite("Recorded histories replay for ever", .besideThePool)
struct HistoryReplayTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Workflows/histories").path

    static let names = HistoryFiles(folder: folder).names

    private func read(_ name: String) throws -> (history: History, workflows: [Workflow]) {
        try HistoryFiles(folder: Self.folder).read(name)
    }

    @Test(
        "Its events fold to the states seen then, and its commands are decided the same again",
        arguments: names)
    func replays(name: String) throws {
        let (history, workflows) = try read(name)
        var replay = HistoryReplay(history, workflows: workflows)
        do throws(HistoryDifference) {
            let summary = try replay.run()
            #expect(summary.events == history.steps.count)
        } catch {
            Issue.record("\(name): \(error)")
        }
    }

    @Test("Written and read again it is the same, line for line", arguments: names.prefix(4))
    func lines(name: String) throws {
        let url = URL(filePath: Self.folder).appending(path: "\(name).jsonl")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(try History(lines: lines).lines() == lines)
    }

    @Test("The shipped histories show every end and way that the house speaks of")
    func breadth() throws {
        #expect(Self.names.count >= 12)
        let texts = try Self.names.map { name in
            try String(contentsOfFile: "\(Self.folder)/\(name).jsonl", encoding: .utf8)
        }
        for state in [
            "signatureVoided", "closed", "inadmissible", "not_selected", "active.standing.suspended",
        ] {
            #expect(texts.contains { $0.contains("\"\(state)\"") }, "no history passes through \(state)")
        }
    }

    @Test("A changed event is told by its number and by what differs", arguments: Damage.allCases)
    func differences(damage: Damage) throws {
        let name = try #require(Self.names.first { $0.contains("plain-road") })
        let (history, workflows) = try read(name)
        var damaged = history
        let seq = try damage.apply(to: &damaged)
        var replay = HistoryReplay(damaged, workflows: workflows)
        let difference = #expect(throws: HistoryDifference.self) { try replay.run() }
        #expect(difference?.seq == seq)
        #expect(difference?.description.contains(damage.words) == true, "\(String(describing: difference))")
    }

    /// A way in which a release, or a hand, could make a history come out otherwise.
    enum Damage: CaseIterable {
        case state, timer, read, hash, chain, expectedTask, holderGone

        var words: String {
            switch self {
            case .state: "to_state"
            case .timer: "timerArmed"
            case .read: "payload.reads"
            case .hash: "hash"
            case .chain: "does not follow"
            case .expectedTask: "expected."
            case .holderGone: "not_authorized"
            }
        }

        /// Returns the number of the event at which the difference must be found.
        func apply(to history: inout History) throws -> Int {
            let submit = try #require(history.steps.firstIndex { $0.event.type == "submit" })
            switch self {
            case .state: history.steps[submit].event.toState = ["ranking"]
            case .timer:
                let index = try #require(history.steps.firstIndex { $0.event.armsTimer })
                history.steps[index].event.delayFirstTimer()
                return index + 1
            case .read: history.steps[submit].event.payload.reads.removeLast()
            case .hash: history.steps[submit].event.hash = String(repeating: "0", count: 64)
            case .chain: history.steps[submit].event.previousHash = String(repeating: "0", count: 64)
            case .expectedTask: history.steps[submit].expected = ["tasks": []]
            case .holderGone:
                history.register.removeAll { fact in
                    if case .granted(let grant) = fact.change { grant.role == "PI_FR" } else { false }
                }
                return 1
            }
            return submit + 1
        }
    }
}

extension Event {
    fileprivate var armsTimer: Bool {
        payload.changes.contains { if case .timerArmed = $0 { true } else { false } }
    }

    fileprivate mutating func delayFirstTimer() {
        for (index, change) in payload.changes.enumerated() {
            guard case .timerArmed(var timer) = change else { continue }
            timer.due = timer.due.adding(milliseconds: 1)
            payload.changes[index] = .timerArmed(timer: timer)
            return
        }
    }
}
