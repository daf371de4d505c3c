import Agreements
import Foundation
import Testing

@testable import Definitions

@Suite("What the values of acts are called")
struct InputLabelTests {
    private static let grade = "  grade: { label: { fr: Note, en: Grade }, help: { fr: A, en: B } }\n"
    private static let comment = "  comment: { label: { fr: Avis, en: Comment }, long: true }\n"

    private static func sources(_ inputs: String, _ shared: String = "inputs: {}\n") -> WorkflowSources {
        let text = Sample.text.replacing(
            "entry: call\n", with: "entry: call\ninclude: [common/fields.yaml]\n")
        return WorkflowSources(name: "f.yaml", text: text + inputs, included: ["common/fields.yaml": shared])
    }

    private static func findings(_ sources: WorkflowSources) -> [Finding] {
        PeopleGate.findings(sources, [MissingLabels.self])
    }

    @Test("A definition says it itself or by a file that it includes; its own words go before shared ones")
    func read() throws {
        let other = "  grade: { label: { fr: Autre, en: Other } }\n  unused: { label: { fr: U, en: U } }\n"
        let shared = "inputs:\n\(Self.comment)\(other)choices:\n  late: { fr: Tard, en: Late }\n"
        let sources = Self.sources("inputs:\n\(Self.grade)", shared)
        #expect(Self.findings(sources) == [])
        let workflow = try WorkflowLoader().load(sources)
        #expect(Set(workflow.inputs.keys) == ["grade", "comment"], "what nobody asks for is left out")
        #expect(
            workflow.inputs["grade"]
                == InputLabel(.init(fr: "Note", en: "Grade"), help: .init(fr: "A", en: "B")))
        #expect(workflow.inputs["comment"] == InputLabel(.init(fr: "Avis", en: "Comment"), isLong: true))
        #expect(workflow.choices.isEmpty)
    }

    @Test("A definition that labels one value labels all: each that it forgets is told where it is asked for")
    func missing() throws {
        let findings = Self.findings(Self.sources("inputs:\n\(Self.grade)"))
        #expect(findings.map(\.code) == [.missingLabel])
        let finding = try #require(findings.first)
        #expect(finding.file == "f.yaml" && finding.message.en == "the value comment has no label")
        let line = Sample.text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("comment?: text") }
        #expect(finding.line == (line ?? 0) + 2)
    }

    @Test("A choice needs words, unless it is written in capitals")
    func choices() {
        let text = Sample.text.replacing("grade: [A+, A]", with: "grade: [A+, late]")
        func findings(_ more: String) -> [String] {
            PeopleGate.findings(text + "inputs:\n\(Self.grade)\(Self.comment)\(more)", [MissingLabels.self])
                .map(\.message.en)
        }
        #expect(findings("") == ["the choice late has no text"])
        #expect(findings("choices:\n  late: { fr: Tard, en: Late }\n") == [])
    }

    @Test("A definition without any label is read as it always was")
    func none() throws {
        #expect(Self.findings(Self.sources("")) == [])
        #expect(try WorkflowLoader().load(Self.sources("")).inputs.isEmpty)
    }

    @Test(
        "A label is in both languages, and of a known form",
        arguments: [
            ("  grade: { label: { fr: Note } }\n", Finding.Code.missingText),
            ("  grade: { label: { fr: Note, en: ' ' } }\n", .missingText),
            ("  grade: { help: { fr: A, en: B } }\n", .missingKey),
            ("  grade: { label: { fr: A, en: B }, long: often }\n", .wrongKind),
            ("  grade: { title: { fr: A, en: B } }\n", .unknownKey),
        ])
    func form(input: String, code: Finding.Code) {
        let findings = Self.findings(Self.sources("inputs:\n\(Self.comment)\(input)"))
        #expect(findings.contains { $0.code == code }, "\(findings)")
    }

    @Test(
        "Every value of the shipped workflows has a label", arguments: Checkout.files(in: Checkout.workflows))
    func shipped(_ url: URL) throws {
        let sources = try PeopleGate.sources(url)
        #expect(Self.findings(sources).map(\.description) == [])
        #expect(try WorkflowLoader().load(sources).inputs.count > 10)
    }

    @Test("Written and read again they are the same")
    func written() throws {
        let sources = Self.sources(
            "inputs:\n\(Self.grade)\(Self.comment)choices:\n  A+: { fr: Très bien, en: Very good }\n")
        let before = try WorkflowLoader().load(sources)
        let text = try WorkflowWriter.write(sources)
        let after = try WorkflowLoader().load(WorkflowSources(name: "f.yaml", text: text))
        #expect(after.inputs == before.inputs && after.choices == before.choices)
        #expect(after.choices["A+"]?.en == "Very good" && after.inputs.count == 2)
    }
}
