import Agreements

extension Catalogue {
    /// One act on several files.
    static let batch: [String: LocalizedText] = [
        "batch.together": .init(
            fr: "Le même acte sur plusieurs dossiers", en: "The same act on several files"),
        "batch.count": .init(fr: "dossiers", en: "files"),
        "batch.title": .init(fr: "plusieurs dossiers", en: "several files"),
        "batch.lead": .init(
            fr:
                "Cochez les dossiers. Chacun est traité pour lui-même : ce que l’un refuse n’arrête pas les autres.",
            en: "Tick the files. Each is handled by itself: what one refuses does not stop the others."),
        "batch.files": .init(fr: "Dossiers", en: "Files"),
        "batch.open": .init(fr: "Ouvrir", en: "Open"),
        "batch.common": .init(fr: "Pour tous les dossiers cochés", en: "For all files ticked"),
        "batch.others": .init(
            fr: "Ceux qui ne peuvent pas être traités ici", en: "Those that cannot be handled here"),
        "batch.own": .init(
            fr: "Il faut pour ce dossier des indications qui lui sont propres : ouvrez son formulaire.",
            en: "This file asks for values of its own: open its form."),
        "batch.left": .init(
            fr: "Voici les 50 premiers dossiers ; {left} autres attendent, à traiter ensuite.",
            en: "These are the first 50 files; {left} more wait, to be handled next."),
        "batch.none": .init(fr: "cochez au moins un dossier", en: "tick one file at least"),
        "batch.tooMany": .init(fr: "50 dossiers au plus à la fois", en: "50 files at most at once"),
        "batch.missing": .init(fr: "à remplir", en: "to be filled in"),
        "batch.results": .init(fr: "ce qu’il en est de chaque dossier", en: "what became of each file"),
        "batch.summary": .init(fr: "Fait pour {done} sur {all}.", en: "Done for {done} of {all}."),
        "batch.outcome": .init(fr: "Résultat", en: "Outcome"),
        "batch.next": .init(fr: "Que faire", en: "What to do"),
        "batch.again": .init(fr: "Recommencer ce qui a échoué", en: "Try again what failed"),
        "batch.back": .init(fr: "Revenir à ce qui vous attend", en: "Back to what waits for you"),
        "outcome.done": .init(fr: "Fait", en: "Done"),
        "outcome.doneNext": .init(fr: "Rien de plus.", en: "Nothing more."),
        "outcome.refused": .init(fr: "Refusé", en: "Refused"),
        "outcome.refusedNext": .init(
            fr: "Rien n’a changé. Le dossier dit ce qui manque et qui peut l’apporter.",
            en: "Nothing changed. The file says what is missing and who can provide it."),
        "outcome.changed": .init(fr: "Changé entre-temps", en: "Changed meanwhile"),
        "outcome.changedNext": .init(
            fr: "Rien n’a été fait. Relisez le dossier, puis agissez depuis sa page.",
            en: "Nothing was done. Read the file again, then act from its page."),
        "outcome.fault": .init(fr: "Échec", en: "Failed"),
        "outcome.faultNext": .init(
            fr: "Recommencez ci-dessous : ce qui est fait ne se fera pas deux fois.",
            en: "Try again below: what was done is not done twice."),
    ]
}
