import Agreements

/// A part of an amount, and the node that names its total.
struct DossierTotal {
    var part: DossierField
    var node: YAMLNode
}

/// Parts and totals of the dossier's amounts are whole numbers, and no total is itself a part.
enum DossierTotals: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        let amounts = draft.dossier.filter { $0.kind == .integer }
        for total in draft.dossierTotals {
            guard let share = total.part.share else { continue }
            let known = Set(amounts.filter { $0.share == nil }.map(\.name))
            if !known.contains(share.total) {
                log.reportUnknown(
                    .unknownName,
                    .init(
                        fr: "aucun total parmi les montants du dossier",
                        en: "total among the dossier's amounts"), share.total, at: total.node.place,
                    known: known)
            } else if total.part.kind != .integer {
                log.report(
                    .wrongKind, at: total.node.place,
                    .init(
                        fr:
                            "\(total.part.name) est une part d’un montant sans être lui-même un nombre entier",
                        en: "\(total.part.name) is part of an amount, and no whole number itself"))
            }
        }
    }
}
