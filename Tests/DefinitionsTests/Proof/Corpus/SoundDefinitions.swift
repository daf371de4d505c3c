import Definitions
import Foundation

/// The sound definitions: small instruments written to be read, each with what it includes.
enum SoundDefinitions {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("sound")

    /// The small ones, by file name.
    static let small = Checkout.files(in: folder).map(\.lastPathComponent)
    static let shipped = Checkout.files(in: Checkout.workflows).map(\.lastPathComponent)

    static func bytes(_ name: String) throws -> [UInt8] {
        let small = folder.appendingPathComponent(name)
        let url =
            (try? small.checkResourceIsReachable()) == true
            ? small : Checkout.workflows.appendingPathComponent(name)
        return try Checkout.bytes(url)
    }

    /// A file as it is read, its text replaced by another where one is given.
    static func sources(_ name: String, bytes: [UInt8]? = nil) throws -> WorkflowSources {
        let isSmall = small.contains(name)
        let home = isSmall ? folder : Checkout.workflows
        return WorkflowSources(name: name, bytes: try bytes ?? Self.bytes(name)) { path in
            try? Checkout.bytes(home.appendingPathComponent(path))
        }
    }

    /// What the gate finds in a file; nothing when it may be published.
    static func findings(_ sources: WorkflowSources) -> [Finding] {
        let proof = WorkflowLoader().prove(sources)
        return proof.findings + proof.warnings
    }
}
