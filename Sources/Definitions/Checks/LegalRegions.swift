import Agreements

/// The legal status is one: the main life sets it, and at most one region of each parallel state.
enum LegalRegions: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        for process in draft.orderedProcesses.map(\.value) {
            let outline = process.outline
            for state in outline.states where process.name != "life" {
                guard let node = state.fields?["legal"] else { continue }
                log.report(
                    .conflict, at: node.place,
                    .init(
                        fr: "seul le processus « life » fixe la situation juridique",
                        en: "only the process \"life\" sets the legal status"))
            }
            for state in outline.states where state.kind == .parallel {
                let setting = state.children.compactMap { region in place(in: region, outline) }
                for place in setting.dropFirst() {
                    let message =
                        LocalizedText(
                            fr:
                                "deux régions de \(state.path) fixent la situation juridique : voir aussi la ligne \(setting[0].line)",
                            en:
                                "two regions of \(state.path) set the legal status: see also line \(setting[0].line)"
                        )
                    log.report(.twoLegalRegions, at: place, message)
                }
            }
        }
    }

    /// Where a region first sets the status.
    private static func place(in region: Int, _ outline: Outline) -> Place? {
        outline.subtree(region).lazy.compactMap { outline.states[$0].fields?["legal"]?.place }.first
    }
}
