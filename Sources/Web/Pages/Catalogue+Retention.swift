import Agreements

extension Catalogue {
    /// What has been kept long enough.
    static let retention: [String: LocalizedText] = [
        "retention.sheetNext": .init(
            fr: "Suite (dossiers pas encore examinés)", en: "Continued (files not looked at yet)"),
        "retention.title": .init(fr: "Conservation", en: "Retention"),
        "retention.lead": .init(
            fr:
                "Ce dont la durée de conservation est passée : l’archiviste y consent, puis c’est éliminé, et le dossier le "
                + "dit.",
            en:
                "What has been kept long enough: the archivist consents, then it is eliminated, and the file says so."
        ),
        "retention.stopped": .init(fr: "Ce qui n’a pas été fait", en: "What was not done"),
        "retention.run": .init(fr: "Éliminer ce qui est visé", en: "Eliminate what was approved"),
        "retention.runHelp": .init(
            fr:
                "Avec les courriels et les traces d’accès assez anciens, et les noms des experts partis dont rien ne reste. Un gel arrête tout pour son dossier.",
            en:
                "With the mails and traces of access that are old enough, and the names of reviewers who left and of whose reviews nothing is left. A hold stops everything for its file."
        ),
        "retention.rule": .init(fr: "Règle", en: "Rule"),
        "retention.since": .init(fr: "Échu depuis le", en: "Due since"),
        "retention.count": .init(fr: "Éléments", en: "Items"),
        "retention.fate": .init(fr: "Sort", en: "Fate"),
        "retention.visa": .init(fr: "Visa", en: "Visa"),
        "retention.reason": .init(fr: "Motif du visa pour", en: "Reason of the visa for"),
        "retention.reasonShort": .init(fr: "Motif", en: "Reason"),
        "retention.approve": .init(fr: "Viser", en: "Approve"),
        "retention.none": .init(fr: "Rien n’est échu ici.", en: "Nothing is due here."),
        "retention.first": .init(fr: "Les premiers dossiers", en: "The first files"),
        "retention.held": .init(fr: "Gelé", en: "Held"),
        "retention.awaited": .init(fr: "Visa attendu", en: "Visa awaited"),
        "retention.approved": .init(fr: "Visé", en: "Approved"),
        "retention.free": .init(fr: "Sans visa", en: "Without a visa"),
        "retention.kept": .init(fr: "Conservé", en: "Kept"),
    ]
}
