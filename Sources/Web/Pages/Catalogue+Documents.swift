import Agreements

extension Catalogue {
    /// Pages about the dossier and the documents of a file.
    static let documents: [String: LocalizedText] = [
        "dossier.edit": .init(fr: "Modifier le dossier", en: "Edit the dossier"),
        "dossier.section": .init(fr: "Partie", en: "Part"),
        "dossier.sections": .init(fr: "Parties du dossier", en: "Parts of the dossier"),
        "dossier.missing": .init(
            fr: "Il manque encore, pour envoyer le dossier :",
            en: "Still missing before the proposal can be sent:"),
        "dossier.save": .init(fr: "Enregistrer", en: "Save"),
        "dossier.saveNext": .init(fr: "Enregistrer et continuer", en: "Save and continue"),
        "dossier.saved": .init(fr: "Les changements sont enregistrés.", en: "The changes are saved."),
        "dossier.back": .init(fr: "Revenir au dossier", en: "Back to the file"),
        "shelf.title": .init(fr: "Pièces du dossier", en: "Documents of the file"),
        "shelf.add": .init(fr: "Ajouter une pièce", en: "Add a document"),
        "shelf.kind": .init(fr: "Type de pièce", en: "Kind of document"),
        "shelf.owner": .init(fr: "Texte de", en: "Text of"),
        "shelf.life": .init(fr: "la convention", en: "the agreement"),
        "shelf.ownerHelp": .init(
            fr: "Pour un texte seulement ; laissé vide, celui de la convention.",
            en: "For a text only; left empty, that of the agreement."),
        "shelf.language": .init(fr: "Langue", en: "Language"),
        "shelf.file": .init(fr: "Fichier", en: "File"),
        "shelf.fileHelp": .init(
            fr: "PDF, DOCX, XLSX, ODT, PNG, JPEG ou texte brut en UTF-8 (.txt), 20 Mo au plus.",
            en: "PDF, DOCX, XLSX, ODT, PNG, JPEG or plain UTF-8 text (.txt), at most 20 MB."),
        "shelf.fileMissing": .init(fr: "choisissez un fichier", en: "choose a file"),
        "shelf.kindMissing": .init(fr: "choisissez un type dans la liste", en: "choose a kind from the list"),
        "shelf.languageWrong": .init(
            fr: "choisissez une langue dans la liste", en: "choose a language from the list"),
        "shelf.empty": .init(fr: "le fichier est vide", en: "the file is empty"),
        "shelf.formatUnknown": .init(
            fr: "ce format n’est pas admis : PDF, DOCX, XLSX, ODT, PNG, JPEG ou texte brut",
            en: "this format is not accepted: PDF, DOCX, XLSX, ODT, PNG, JPEG or plain text"),
        "shelf.formatOther": .init(
            fr: "le contenu n’est pas celui que le nom du fichier annonce",
            en: "the content is not what the name of the file says"),
        "shelf.formatActive": .init(
            fr: "le fichier contient des macros : enregistrez-le sans",
            en: "the file holds macros: save it without them"),
        "shelf.formatText": .init(
            fr: "le texte n’est pas en UTF-8, ou contient des caractères de commande",
            en: "the text is not UTF-8, or holds control characters"),
        "shelf.added": .init(
            fr: "La pièce est enregistrée. Son empreinte SHA-256 :", en: "The document is kept. Its SHA-256:"),
        "shelf.none": .init(fr: "Ce dossier n’a encore aucune pièce.", en: "This file has no document yet."),
        "shelf.name": .init(fr: "Nom du fichier", en: "File name"),
        "shelf.gone": .init(fr: "éliminée", en: "eliminated"),
        "shelf.compare": .init(fr: "Comparer", en: "Compare"),
        "shelf.compared": .init(
            fr: "Comparer à la version précédente", en: "Compare with the version before"),
        "difference.title": .init(fr: "Différences", en: "Differences"),
        "difference.with": .init(fr: "Comparer avec", en: "Compare with"),
        "difference.same": .init(
            fr: "Les deux versions disent la même chose.", en: "Both versions say the same."),
        "difference.notText": .init(
            fr: "Ces pièces ne sont pas toutes deux du texte brut : ouvrez-les pour les comparer.",
            en: "These documents are not both plain text: open them to compare."),
        "difference.tooLong": .init(
            fr: "Ces textes sont trop longs pour être comparés ici.",
            en: "These texts are too long to be compared here."),
        "difference.removed": .init(fr: "retiré", en: "removed"),
        "difference.inserted": .init(fr: "ajouté", en: "added"),
        "difference.lines": .init(fr: "lignes inchangées", en: "lines unchanged"),
        "difference.count": .init(
            fr: "Lignes ajoutées, lignes retirées :", en: "Lines added, lines removed:"),
        "difference.none": .init(
            fr: "Cette pièce n’a pas d’autre version.", en: "This document has no other version."),
    ]
}
