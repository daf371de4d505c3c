import Definitions
import Expressions
import Foundation
import Statechart
import Testing

@Suite("Conformance")
struct SCXMLConformanceTests {
    /// What the project does not mean to pass, with the reason.
    ///
    /// Nothing, so far.
    static let excluded: [String: String] = [:]

    @Test(
        "Every case of the suites comes out as it should", arguments: [("scxml", 75), ("scxml-scripts", 63)])
    func machines(suite: String, count: Int) throws {
        guard let path = SCXMLConformance.path(suite, cases: count) else { return }
        try check(suite, count, SCXMLSuite.run(path))
    }

    @Test("Every expression of the suite gives its value or its error")
    func expressions() throws {
        guard let path = SCXMLConformance.path("cel", cases: 598) else { return }
        try check("cel", 598, CELSuite.run(path))
    }

    private func check(_ suite: String, _ count: Int, _ verdicts: [ConformanceVerdict]) throws {
        let judged = verdicts.filter { Self.excluded[$0.id] == nil }
        let report = ConformanceReport(judged)
        let excluded = verdicts.count - judged.count
        print("\(suite): \(report.passed) passed, \(report.failed) failed, \(excluded) excluded, 0 skipped")
        #expect(judged.filter { !$0.isPassed } == [])
        #expect(verdicts.count == count)
    }
}
