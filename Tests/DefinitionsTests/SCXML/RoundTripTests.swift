import Agreements
import Definitions
import Expressions
import Foundation
import Statechart
import Testing

@Suite("SCXML in and out")
struct RoundTripTests {
    @Test(
        "Every document of the suites comes out the same after import and export",
        arguments: [("scxml", 75), ("scxml-scripts", 63)])
    func suites(suite: String, count: Int) throws {
        guard let path = SCXMLConformance.path(suite, cases: count) else { return }
        let files = Self.documents(in: path)
        #expect(files.count >= count)
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-scxml-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let manifest = URL(filePath: path).appending(path: "manifest.json")
        try FileManager.default.copyItem(at: manifest, to: folder.appending(path: "manifest.json"))
        for file in files {
            let target = folder.appending(path: file)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            let exported = try Self.exported(URL(filePath: path).appending(path: file))
            try Data(exported.utf8).write(to: target)
        }
        #expect(try SCXMLSuite.run(folder.path) == SCXMLSuite.run(path))
    }

    private static func documents(in folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects ?? []).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".scxml") }
    }

    /// The document as SCXML, after a detour over the YAML notation; both steps keep the chart.
    private static func exported(_ file: URL) throws -> String {
        let folder = SCXMLFolder.directory(file.deletingLastPathComponent().path)
        let first = try SCXMLReader.read(Array(Data(contentsOf: file)), in: folder)
        let yaml = ChartFile.text(of: first)
        let second = try ChartFile.read(Array(yaml.utf8), file: "\(file.lastPathComponent).yaml")
        #expect(plain(second.chart) == plain(first.chart), "\(file.path)")
        #expect(ChartFile.text(of: second) == yaml)
        let third = try SCXMLReader.read(Array(second.scxml.utf8))
        #expect(ChartFile.text(of: third) == yaml, "\(file.path)")
        return second.scxml
    }

    /// Everything but the lines that label transitions.
    private static func plain(_ chart: Chart<CELExpression>) -> [State<CELExpression>] { chart.states }

    @Test(
        "Every process of every workflow is exported with its states, nesting, transitions and guards",
        arguments: Checkout.files(in: Checkout.workflows))
    func workflows(_ url: URL) throws {
        let workflow = try WorkflowLoader().load(
            WorkflowSources(name: url.lastPathComponent, bytes: try Checkout.bytes(url)) { path in
                try? Checkout.bytes(url.deletingLastPathComponent().appending(path: path))
            })
        for process in workflow.processes.values {
            let text = try #require(WorkflowSCXML.text(process.name, of: workflow))
            let document = try SCXMLReader.read(Array(text.utf8))
            #expect(
                Self.outline(document.chart) { $0.source }
                    == Self.outline(process.chart) {
                        WorkflowSCXML.condition(of: $0)
                    })
        }
        #expect(WorkflowSCXML.text("nothing", of: workflow) == nil)
    }

    /// States with their kinds, parents and defaults, then transitions, each in a line.
    private static func outline<Expression>(
        _ chart: Chart<Expression>, _ condition: (Expression) -> String?
    ) -> [String] {
        let states = chart.states.map { state in
            "\(WorkflowSCXML.id(state.id)) \(state.kind) in \(state.parent ?? -1) \(state.initial.targets)"
        }
        return states
            + chart.transitions.map { transition in
                "\(transition.source) on \(transition.events.map(\.description)) "
                    + "if \(transition.condition.flatMap(condition) ?? "-") to \(transition.targets) "
                    + "\(transition.isInternal)"
            }
    }
}
