package import Agreements
import Definitions
package import Engine
import Logging
import Storage
package import Web

extension WebDesk: DefinitionDesk {
    /// The published definitions, and what of the server's folder is not.
    package func definitions(_ visitor: Visitor) async throws -> DefinitionList {
        try await answering {
            var lines: [[ListCell]] = []
            for row in try await catalogue(visitor).definitions() {
                let title = try await installation.engine.workflow(row.id, row.version).title
                lines.append([
                    .link(title, to: "/ops/definitions/\(row.id)/\(row.version)"), .text(row.version),
                    .moment(row.publishedAt), .text(row.publisher), .number(row.running),
                ])
            }
            let preparation = installation.preparation.current
            return DefinitionList(
                ListTable(
                    [.instrument, .version, .published, .publisher, .running], lines, count: lines.count),
                awaited: preparation.awaited, refused: preparation.refused)
        }
    }

    /// A published definition; nil where there is none of that name.
    package func definition(_ name: DefinitionName, _ visitor: Visitor) async throws -> DefinitionView? {
        try await answering {
            let catalogue = catalogue(visitor)
            let rows = try await catalogue.definitions()
            guard let row = rows.first(where: { $0.id == name.id && $0.version == name.version }),
                let sources = try await catalogue.workflowSources(name.id, version: name.version)
            else { return nil }
            let workflow = try await installation.engine.workflow(name.id, name.version)
            let tally = StateTally(
                try await catalogue.stateCounts(of: name.id, name.version),
                steps: try await catalogue.stepAges(of: name.id, name.version))
            let proof = try await WorkflowPublisher.proof(of: sources.definitionFiles, zone: zone)
            var view = DefinitionView(workflow, proof, tally)
            view.publication = .init(at: row.publishedAt, by: row.publisher, running: row.running)
            view.stages = Self.stages(workflow, tally, now: try await installation.clock.now())
            return view
        }
    }

    /// A process of a published definition as SVG; nil where there is none.
    package func picture(
        _ picture: PictureRequest, of name: DefinitionName, _ visitor: Visitor
    ) async throws -> String? {
        try await answering {
            let catalogue = catalogue(visitor)
            guard try await catalogue.workflowSources(name.id, version: name.version) != nil else {
                return nil
            }
            let workflow = try await installation.engine.workflow(name.id, name.version)
            guard let process = workflow.processes[picture.process] else { return nil }
            guard picture.process == "life" else { return try await draw(picture, of: workflow, marks: [:]) }
            let tally = StateTally(
                try await catalogue.stateCounts(of: name.id, name.version),
                steps: try await catalogue.stepAges(of: name.id, name.version))
            let now = try await installation.clock.now()
            let marks = tally.marks(on: process, now: now, zone: zone, in: picture.language)
            return try await draw(picture, of: workflow, marks: marks)
        }
    }

    func draw(_ picture: PictureRequest, of workflow: Workflow, marks: [String: String]) async throws
        -> String
    {
        do {
            return try await DiagramPainter(picture.language).picture(
                of: picture.process, of: workflow, depth: picture.isWhole ? nil : 1, marks: marks)
        } catch let fault as ClusterFault {
            installation.logger.error("diagram not drawn", metadata: ["what": "\(fault.what)"])
            throw WebUnavailable()
        }
    }

    /// Each stage with the files of this version that wait there, as the office's list has them.
    private static func stages(_ workflow: Workflow, _ tally: StateTally, now: Instant)
        -> DefinitionView.StageCounts
    {
        let list = "\(OfficeList.waits.path)?definition=\(workflow.id)&version=\(workflow.version)"
        let order = topStages(workflow)
        let stages = order.filter(tally.stages.contains) + tally.stages.subtracting(order).sorted()
        let rows = stages.map { stage -> [ListCell] in
            let path = "\(list)&stage=\(stage)"
            let counts = Awaited.allCases.map { awaited -> ListCell in
                let count = tally.count(awaited, in: stage)
                return count == 0 ? .none : .link("\(count)", to: "\(path)&group=\(awaited.rawValue)")
            }
            return [.link(Self.stages([stage], in: workflow)[0], to: path)] + counts
                + [.moment(tally.waiting(in: stage)?.oldest)]
        }
        return DefinitionView.StageCounts(
            table: ListTable([.stage, .onPerson, .onDate, .onJob, .over, .oldest], rows, count: rows.count),
            sums: Awaited.allCases.map { tally.count($0) }, path: list, now: now)
    }
}

extension WorkflowSourcesRow {
    /// The files as they were published.
    fileprivate var definitionFiles: DefinitionFiles {
        let (name, files) = ("\(workflow.id).yaml", files)
        return DefinitionFiles(name: name, main: Array((files[name] ?? "").utf8)) { path in
            files[path].map { Array($0.utf8) }
        }
    }
}
