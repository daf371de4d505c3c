package import Agreements
package import Definitions
import Foundation

/// A workflow file read for trying it out: the checked definition, its texts, and where its parts stand.
package struct TriedWorkflow: Sendable {
    package let workflow: Workflow
    package let places: WorkflowPlaces
    /// The text of each file, by its path from the main one.
    package let files: [String: String]

    /// Reads and checks a workflow file; its includes lie beside it.
    ///
    /// - Throws: ``UnsoundFiles`` with every finding, also for a file that cannot be read.
    package init(_ path: String) throws {
        _ = try WorkflowFile.load(path)
        let (workflow, files) = try WorkflowPublisher.load(path, zone: .paris)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        self.workflow = workflow
        self.files = files
        let sources = Self.sources(of: workflow, files, name: String(path.dropFirst(folder.count)))
        places = try WorkflowLoader().loadWithPlaces(sources).places.below(folder)
    }

    /// The parts that no agreement can come to.
    ///
    /// Cost: about that of the proof gate.
    package var impossibilities: Impossibilities {
        WorkflowLoader().impossibilities(of: Self.sources(of: workflow, files))
    }

    /// - Parameter name: what the main file is called, where findings and places name it.
    private static func sources(
        of workflow: Workflow, _ files: [String: String], name: String? = nil
    ) -> WorkflowSources {
        let main = "\(workflow.id).yaml"
        return WorkflowSources(name: name ?? main, text: files[main] ?? "", included: files)
    }
}
