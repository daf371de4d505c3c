import Agreements
import Testing

@testable import Definitions

/// A file and what a check must find in it: codes with a piece of the message; nothing for a sound one.
struct GateStory: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: [String]
    /// A step that the path of the first finding has.
    var step: String?

    init(_ name: String, _ text: String, _ expected: String..., step: String? = nil) {
        testDescription = name
        self.text = text
        self.expected = expected
        self.step = step
    }

    /// Whether these findings are what the story tells.
    func check(_ findings: [Finding], _ code: Finding.Code) {
        #expect(findings.map(\.code) == expected.map { _ in code }, "\(findings)")
        for (finding, words) in zip(findings, expected) {
            #expect(finding.message.en.contains(words), "\(finding)")
            #expect(finding.line > 1)
        }
        if let step { #expect(findings.first?.path.contains(step) == true, "\(findings.map(\.path))") }
    }
}
