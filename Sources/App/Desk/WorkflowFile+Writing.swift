package import Agreements
import Definitions

extension WorkflowFile {
    /// A file and what it includes as one text in canonical form, which loads to the same workflow.
    ///
    /// - Throws: ``UnsoundFiles`` as ``load(_:zone:)``.
    package static func written(_ path: String, zone: Zone = .paris) throws(UnsoundFiles) -> String {
        _ = try load(path, zone: zone)
        do {
            let (workflow, sources) = try WorkflowPublisher.load(path, zone: zone)
            let name = "\(workflow.id).yaml"
            return try WorkflowWriter.write(
                WorkflowSources(name: name, text: sources[name] ?? "", included: sources),
                loader: WorkflowLoader(zone: zone))
        } catch {
            throw UnsoundFiles([
                Finding(
                    .unreadable, at: Place(file: path, line: 1, column: 1),
                    .init(
                        fr: "le fichier a changé pendant sa lecture", en: "the file changed while it was read"
                    ))
            ])
        }
    }
}
