import Agreements

/// The values of a definition's page, in one language.
struct DefinitionPage {
    private let view: DefinitionView
    private let language: Language
    private let times: CivilTexts

    init(_ view: DefinitionView, language: Language, times: CivilTexts) {
        self.view = view
        self.language = language
        self.times = times
    }

    /// - Parameters:
    ///   - process: whose picture and states are shown.
    ///   - pictures: the address below which the pictures are.
    ///   - here: the address of the page.
    func values(showing process: DefinitionView.Process, pictures: String, here: String) -> [String: Any] {
        let picture = "\(pictures)/\(PercentCoding.encoded(process.name))?lang=\(language.rawValue)"
        var values: [String: Any] = [
            "title": view.title[language], "version": view.name.version, "instrument": view.instrument,
            "sha256": view.sha256, "process": process.title[language], "picture": picture,
            "wholePicture": "\(picture)&whole=yes",
            "processes": view.processes.map { tab($0, isHere: $0.name == process.name, at: here) },
            "hasProcesses": view.processes.count > 1, "states": process.states.map(state),
            "hasCounts": process.states.contains { $0.count != nil },
            "values": table(view.values), "hasValues": !view.values.rows.isEmpty,
            "hasStages": view.stages != nil,
        ]
        values.merge(GatePage(view.gate, language: language).values) { $1 }
        if let publication = view.publication { values["publication"] = self.publication(publication) }
        if let stages = view.stages { values["stages"] = self.stages(stages) }
        return values
    }

    private func tab(_ process: DefinitionView.Process, isHere: Bool, at here: String) -> [String: Any] {
        [
            "name": process.title[language], "isHere": isHere,
            "path": "\(here)?process=\(PercentCoding.encoded(process.name))",
        ]
    }

    private func state(_ state: DefinitionView.State) -> [String: Any] {
        var values: [String: Any] = [
            "name": state.path.map { $0[language] }.joined(separator: " › "),
            "worker": state.worker?[language] ?? "", "count": state.count.map(times.number) ?? "",
        ]
        if let oldest = state.oldest { values["oldest"] = moment(oldest) }
        return values
    }

    private func publication(_ publication: DefinitionView.Publication) -> [String: Any] {
        [
            "moment": moment(publication.at), "running": times.number(publication.running),
            "by": publication.by ?? Catalogue.text("definitions.machine")[language],
        ]
    }

    private func stages(_ stages: DefinitionView.StageCounts) -> [String: Any] {
        table(stages.table).merging([
            "sums": stages.sums.map(times.number), "total": times.number(stages.total), "path": stages.path,
            "now": times.dateAndTime(stages.now),
        ]) { $1 }
    }

    private func table(_ table: ListTable) -> [String: Any] {
        ListPage(
            list: .waits, table: table, filters: [], query: Fields(), number: 1, language: language,
            times: times
        ).values
    }

    private func moment(_ instant: Instant) -> [String: Any] {
        ["machine": instant.description, "said": times.dateAndTime(instant)]
    }
}
