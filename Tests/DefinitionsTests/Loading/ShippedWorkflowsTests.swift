import Agreements
import Definitions
import Foundation
import TestSupport
import Testing

@Suite("The workflows and scenarios of this repository", .besideThePool)
struct ShippedWorkflowsTests {
    private static func sources(_ url: URL) throws -> WorkflowSources {
        let folder = url.deletingLastPathComponent()
        return WorkflowSources(name: url.lastPathComponent, bytes: try Checkout.bytes(url)) { path in
            try? Checkout.bytes(folder.appendingPathComponent(path))
        }
    }

    @Test("Each workflow loads without a finding", arguments: Checkout.files(in: Checkout.workflows))
    func workflow(_ url: URL) throws {
        do {
            let workflow = try WorkflowLoader().load(Self.sources(url))
            #expect(workflow.id + ".yaml" == url.lastPathComponent)
            #expect(workflow.sha256.count == 64)
        } catch let error as InvalidDefinition {
            Issue.record("\(error)")
        }
    }

    @Test(
        "Each scenario is read without a finding",
        arguments: Checkout.files(in: Checkout.workflows.appendingPathComponent("scenarios")))
    func scenario(_ url: URL) throws {
        do {
            let scenario = try ScenarioFile.read(Checkout.bytes(url), file: url.lastPathComponent)
            #expect(url.lastPathComponent.hasSuffix(scenario.name + ".yaml"))
        } catch let error as InvalidDefinition {
            Issue.record("\(error)")
        }
    }

    @Test(
        "Both languages of each diagram name every state", arguments: Checkout.files(in: Checkout.workflows))
    func diagrams(_ url: URL) throws {
        let workflow = try WorkflowLoader().load(Self.sources(url))
        for process in workflow.processes.values {
            for language in Language.allCases {
                let diagram = WorkflowDiagram(process, in: language)
                #expect(diagram.dot.contains("digraph"))
                #expect(diagram.mermaid.contains("stateDiagram-v2"))
            }
        }
    }
}
