import Definitions
import Expressions
import Foundation
import Statechart
import Testing

@Suite("SCXML conformance")
struct SCXMLConformanceTests {
    /// What the project does not mean to pass, with the reason.
    ///
    /// Nothing, so far.
    static let excluded: [String: String] = [:]

    @Test("Machines that run by themselves end in pass")
    func documents() throws {
        try report("scxml", count: 75) { test, document in
            var tree = document.tree()
            tree.start()
            tree.runToEnd()
            return tree.root.atomicStates == ["pass"] ? nil : "ended in \(tree.root.atomicStates)"
        }
    }

    @Test("Machines that are sent events are where they should be after each")
    func scripts() throws {
        try report("scxml-scripts", count: 63) { test, document in
            var tree = document.tree()
            tree.start()
            guard Set(tree.root.atomicStates) == Set(test.initial ?? []) else {
                return "started in \(tree.root.atomicStates)"
            }
            for step in test.script ?? [] {
                tree.advance(by: .milliseconds(step.afterMilliseconds ?? 0))
                tree.send(Event(step.event))
                guard Set(tree.root.atomicStates) == Set(step.then) else {
                    return "after \(step.event) in \(tree.root.atomicStates), not \(step.then)"
                }
            }
            return nil
        }
    }

    private func report(
        _ suite: String, count: Int, _ run: (SCXMLConformance.Case, SCXMLDocument) -> String?
    ) throws {
        guard let cases = try SCXMLConformance.cases(suite) else {
            print("\(suite): folder absent, \(count) cases skipped")
            return
        }
        var failures: [String] = []
        for test in cases where Self.excluded[test.id] == nil {
            let file = SCXMLConformance.folder(suite).appending(path: test.file)
            let folder = SCXMLFolder.directory(file.deletingLastPathComponent().path)
            do {
                let document = try SCXMLReader.read(Array(Data(contentsOf: file)), in: folder)
                if let failure = run(test, document) { failures.append("\(test.id): \(failure)") }
            } catch {
                failures.append("\(test.id): refused, \(error)")
            }
        }
        let excluded = cases.count { Self.excluded[$0.id] != nil }
        let passed = cases.count - excluded - failures.count
        print("\(suite): \(passed) passed, \(failures.count) failed, \(excluded) excluded, 0 skipped")
        #expect(failures == [])
        #expect(cases.count == count)
    }
}
