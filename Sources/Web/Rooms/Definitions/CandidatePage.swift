import Agreements

/// The values of the page of a definition that somebody brought, in one language.
struct CandidatePage {
    private let view: CandidateView
    private let language: Language
    private let times: CivilTexts

    init(_ view: CandidateView, language: Language, times: CivilTexts) {
        self.view = view
        self.language = language
        self.times = times
    }

    func values(page number: Int) -> [String: Any] {
        let isPublished = view.standing == .published
        var values: [String: Any] = [
            "files": view.files.joined(separator: ", "), "brought": times.dateAndTime(view.brought),
            "standing": text("candidate.\(view.standing.rawValue)"),
            "isTaken": view.standing == .taken, "isPublished": isPublished,
            "hasDefinition": view.definition != nil,
            "mayPublish": view.isPublishable && !(isPublished && view.impact?.waiting == 0),
            "hasImpact": view.impact != nil,
        ]
        values.merge(GatePage(view.gate, language: language).values) { $1 }
        if let impact = view.impact { values["impact"] = self.impact(impact, page: number) }
        return values
    }

    private func text(_ key: String) -> String { Catalogue.text(key)[language] }

    private func impact(_ impact: ImpactView, page number: Int) -> [String: Any] {
        let last = PageLinks.last(impact.files.count, ImpactView.pageSize)
        let shown = impact.files.dropFirst((number - 1) * ImpactView.pageSize).prefix(ImpactView.pageSize)
        var values: [String: Any] = [
            "waiting": times.number(impact.waiting),
            "staying": times.number(impact.files.count { $0.refusal != nil }),
            "moving": times.number(impact.files.count { $0.refusal == nil }),
            "isCut": impact.files.count < impact.waiting, "isCalm": impact.waiting == 0,
            "impacts": shown.map(file), "isLong": last > 1,
        ]
        if last > 1 {
            values["place"] = text("list.place").replacing("{page}", with: times.number(number))
                .replacing("{last}", with: times.number(last))
        }
        if number > 1 { values["previous"] = "/ops/candidate?page=\(number - 1)" }
        if number < last { values["next"] = "/ops/candidate?page=\(number + 1)" }
        return values
    }

    private func file(_ file: ImpactView.File) -> [String: Any] {
        var values: [String: Any] = [
            "file": file.name[language], "path": file.path, "from": file.from,
            "changes": file.changes.map { $0[language] }, "hasChanges": !file.changes.isEmpty,
            "isSame": file.changes.isEmpty && file.refusal == nil,
        ]
        if let refusal = file.refusal { values["stays"] = refusal[language] }
        return values
    }
}
