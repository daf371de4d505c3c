import Agreements
import Foundation
import TestSupport
import Testing

@testable import Definitions

@Suite("From file to chart to file", .besideThePool)
struct WorkflowWriterTests {
    /// What is written loads to the same meaning, and is written again as the same text.
    private func roundTrip(_ sources: WorkflowSources) throws -> String {
        let text = try WorkflowWriter.write(sources)
        let again = WorkflowSources(name: "written.yaml", text: text)
        #expect(try WorkflowWriter.write(again) == text)
        let (before, after) = (try WorkflowLoader().load(sources), try WorkflowLoader().load(again))
        #expect(Meaning.text(of: used(before, in: after)) == Meaning.text(of: after))
        return text
    }

    /// The workflow without what included files hold beyond what it uses.
    private func used(_ workflow: Workflow, in written: Workflow) -> Workflow {
        var workflow = workflow
        workflow.notices = workflow.notices.filter { written.notices[$0.key] != nil }
        workflow.refusals = workflow.refusals.filter { written.refusals[$0.key] != nil }
        return workflow
    }

    @Test(
        "Each workflow of this repository keeps its meaning and order, and passes the gate as one file",
        arguments: LongSuite.some(Checkout.files(in: Checkout.workflows), oneIn: 3))
    func shipped(_ url: URL) throws {
        let text = try roundTrip(try PeopleGate.sources(url))
        #expect(!text.contains("include:"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("workflow: ") }.count == 1)
        let proof = WorkflowLoader().prove(WorkflowSources(name: "written.yaml", text: text))
        #expect(proof.findings.isEmpty, "\(proof.findings)")
    }

    @Test("The sample that uses every part of the format keeps its meaning and order")
    func sample() throws { _ = try roundTrip(WorkflowSources(name: "f.yaml", text: Sample.text)) }

    static let pieces = [
        ("to: signature\n", "to: [signature]\n"),
        ("{ fr: Exemple, en: Sample }", "{ fr: \"Un : deux # trois\", en: \"\\\"Q\\\" \\\\ no\" }"),
        ("{ fr: Exemple, en: Sample }", "{ fr: \"no\", en: \"  1:20 \" }"),
        ("body: { fr: B, en: B } }\n  N02", "body: { fr: \"a\\nb\\n\\n\", en: \"\\n x\\n\" } }\n  N02"),
        (
            "body: { fr: B, en: B } }\n  N02",
            "body: { fr: \"a\\u00a0b\\u200bc\", en: \"é 漢字 😀\\nd\" } }\n  N02"
        ),
        ("due: { after: P10B }", "due: { after: P2D, minus: P3D, kind: silence }"),
        ("due: { after: P10B }", "due: { yearly: 01-31, kind: opening }"),
        ("due: { at: call.closesAt, kind: instant }", "due: { at: agreement.start, minus: P3M }"),
        ("join: all", "join: { atLeast: 2 }"), ("join: all", "join: any"),
        ("join: all", "join: { when: \"children.all(c, c.ended)\" }"),
        (
            "renewals: 1, express: true",
            "renewals: \"1\", express: \"true\", none: ~, deep: { a: [1, x, { b: no }] }"
        ),
        (
            "by: SIG(party), do: signature",
            "by: SIG(party), do: [signature, { set: { x: \"1\", y: \"2\" } }, void_signatures]"
        ),
        (
            "timers: [{ name: closing, due: task,",
            "timers: [{ name: second, due: { after: P1D }, event: close }, { name: closing, due: task,"
        ),
        (
            "          close: { to: abandoned }",
            "          close:\n            - { if: \"vars.a\", to: abandoned }\n            - { to: signature, notify: { notice: N02, to: [PART(all)], if: \"true\" } }"
        ),
    ]

    @Test("So do its variants", arguments: pieces)
    func variants(_ old: String, _ new: String) throws {
        let text = Sample.text.replacing(old, with: new, maxReplacements: 1)
        try #require(text != Sample.text, "the sample has no \(old)")
        _ = try roundTrip(WorkflowSources(name: "f.yaml", text: text))
    }

    @Test("States and transitions stay in the order of the file")
    func order() throws {
        let text = try WorkflowWriter.write(WorkflowSources(name: "f.yaml", text: Sample.text))
        let names = [
            "draft:", "submit:", "close:", "signature:", "active:", "term:", "standing:", "abandoned:",
            "signing:",
        ]
        let places = names.map { name in text.firstRange(of: "  \(name)")?.lowerBound ?? text.endIndex }
        #expect(places == places.sorted())
        #expect(!places.contains(text.endIndex))
    }

    @Test("A file that is not sound is not written")
    func unsound() {
        #expect(throws: InvalidDefinition.self) {
            try WorkflowWriter.write(WorkflowSources(name: "f.yaml", text: "workflow: x\n"))
        }
    }
}
