import Agreements
import Engine
import Storage
import Web

/// What can be chosen of the portfolio, in words: instruments and stages of the definitions, regions and
/// institutes of the reference lists.
struct PortfolioWords {
    private(set) var instruments: [FormChoice] = []
    private(set) var stages: [FormChoice] = []
    private(set) var regions: [FormChoice] = []
    private(set) var itmos: [FormChoice] = []

    init(_ desk: WebDesk) async throws {
        for row in try await desk.installation.catalogue.workflows() {
            add(try await desk.installation.engine.workflow(row.id, row.version))
        }
        let rows = try await desk.installation.reference.rows()
        regions = Self.choices(rows.filter { $0.list == .region }) + [Self.elsewhere]
        itmos = Self.choices(rows.filter { $0.list == .itmo })
    }

    private static let elsewhere = FormChoice(
        PortfolioFilter.elsewhere, LocalizedText(fr: "Autres pays", en: "Other countries"))

    /// Files that name no thematic institute.
    static let unstated = FormChoice(
        PortfolioFilter.unstated, LocalizedText(fr: "Non précisé", en: "Not stated"))
    /// Files whose term has no end.
    static let openEnded = FormChoice(
        PortfolioFilter.unstated, LocalizedText(fr: "Sans terme", en: "Open-ended"))

    private mutating func add(_ workflow: Workflow) {
        if !instruments.contains(where: { $0.value == workflow.instrument }) {
            instruments.append(FormChoice(workflow.instrument, workflow.title))
        }
        for stage in WebDesk.topStages(workflow) where !stages.contains(where: { $0.value == stage }) {
            stages.append(FormChoice(stage, WebDesk.stages([stage], in: workflow)[0]))
        }
    }

    /// Entries by code, each once, by name; those that ended stay, for files that name them.
    private static func choices(_ rows: [ReferenceRow]) -> [FormChoice] {
        var choices: [FormChoice] = []
        for row in rows where !choices.contains(where: { $0.value == row.code }) {
            choices.append(FormChoice(row.code, row.name.printed))
        }
        return choices.sortedByFrench
    }
}

extension [FormChoice] {
    /// In the order of the French names, capitals and accents apart.
    var sortedByFrench: [FormChoice] { sorted { $0.label.fr.plainLetters < $1.label.fr.plainLetters } }
}
