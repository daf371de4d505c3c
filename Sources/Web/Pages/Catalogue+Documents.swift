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
        "shelf.tooLarge": .init(
            fr: "ce fichier est trop volumineux : 20 Mo au plus", en: "this file is too large: at most 20 MB"),
        "shelf.fileMissing": .init(fr: "choisissez un fichier", en: "choose a file"),
        "shelf.nameWrong": .init(
            fr: "changez le nom du fichier", en: "change the name of the file"),
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
            fr: "le document contient des macros ou un objet actif : enregistrez-le sans, ou en PDF",
            en: "the document holds macros or an active object: save it without them, or as a PDF"),
        "shelf.broken": .init(
            fr: "le fichier est tronqué ou abîmé : ouvrez-le, enregistrez-le de nouveau et envoyez la copie",
            en: "the file is cut short or damaged: open it, save it again and send the copy"),
        "shelf.virus": .init(
            fr:
                "le fichier contient la signature d’un virus : ne l’envoyez à personne et prévenez votre service informatique",
            en: "the file holds the mark of a virus: send it to nobody and tell your computing service"),
        "shelf.unscanned": .init(
            fr:
                "l’antivirus ne répond pas : le fichier n’a pas été enregistré, et rien n’est perdu ; envoyez-le de nouveau dans quelques minutes, ou prévenez votre service informatique",
            en:
                "the virus scanner does not answer: the file was not kept, and nothing is lost; send it again in some minutes, or tell your computing service"
        ),
        "shelf.locked": .init(
            fr: "le fichier est chiffré ou protégé par un mot de passe : enregistrez-le sans protection",
            en: "the file is encrypted or protected by a password: save it without protection"),
        "shelf.bomb": .init(
            fr:
                "le fichier se déploie en bien plus qu’un document (100 Mo, 1 000 éléments au plus) : enregistrez-le en PDF",
            en:
                "the file unpacks to far more than a document (at most 100 MB and 1,000 parts): save it as a PDF"
        ),
        "shelf.paths": .init(
            fr:
                "le fichier nomme des éléments hors de lui-même : enregistrez-le de nouveau avec votre suite bureautique",
            en: "the file names parts outside itself: save it again with your office suite"),
        "shelf.outside": .init(
            fr:
                "le document va chercher un modèle, une image ou un objet ailleurs : incorporez-les, ou enregistrez-le en PDF",
            en:
                "the document fetches a template, a picture or an object from elsewhere: put them into it, or save it as a PDF"
        ),
        "shelf.headers": .init(
            fr:
                "les en-têtes du fichier se contredisent, ou il contient des éléments que sa table ne nomme pas : enregistrez-le de nouveau avec votre suite bureautique",
            en:
                "the headers of the file contradict each other, or it holds parts that its directory does not name: save it again with your office suite"
        ),
        "shelf.polyglot": .init(
            fr:
                "le fichier contient un autre fichier (archive ou PDF) caché parmi ses octets : envoyez-les séparément",
            en: "the file holds another file (an archive or a PDF) among its bytes: send them apart"),
        "shelf.pdfForm": .init(
            fr:
                "le PDF contient un formulaire XFA, qui peut porter des scripts : imprimez-le en PDF et envoyez cette copie",
            en: "the PDF holds an XFA form, which can carry scripts: print it to PDF and send that copy"),
        "shelf.pdfSignature": .init(
            fr:
                "une signature du PDF ne couvre pas ce qu’elle annonce (ByteRange) : envoyez le PDF tel qu’il a été signé",
            en:
                "a signature of the PDF does not cover what it says (ByteRange): send the PDF as it was signed"
        ),
        "shelf.pdfScript": .init(
            fr: "le PDF contient un script (JavaScript) : imprimez-le en PDF et envoyez cette copie",
            en: "the PDF holds a script (JavaScript): print it to PDF and send that copy"),
        "shelf.pdfActive": .init(
            fr:
                "le PDF lance une action à l’ouverture ou envoie des données : imprimez-le en PDF et envoyez cette copie",
            en:
                "the PDF starts an action when it is opened, or sends data: print it to PDF and send that copy"
        ),
        "shelf.pdfEmbedded": .init(
            fr: "le PDF contient d’autres fichiers : envoyez-les à part et retirez-les du PDF",
            en: "the PDF holds other files: send them apart and take them out of the PDF"),
        "shelf.pdfHidden": .init(
            fr: "une partie du PDF ne peut pas être lue : imprimez-le en PDF et envoyez cette copie",
            en: "a part of the PDF cannot be read: print it to PDF and send that copy"),
        "shelf.pdfChanged": .init(
            fr: "le PDF a été modifié après sa dernière signature : envoyez le PDF tel qu’il a été signé",
            en: "the PDF was changed after its last signature: send the PDF as it was signed"),
        "shelf.pdfLong": .init(
            fr: "le PDF a plus de 5 000 pages : envoyez-le en plusieurs parties",
            en: "the PDF has more than 5,000 pages: send it in several parts"),
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
            fr:
                "Ces pièces n’ont pas toutes deux un texte qui se lit ici (texte brut, DOCX, ODT, PDF qui contient du texte) : ouvrez-les pour les comparer.",
            en:
                "These documents do not both hold a text that can be read here (plain text, DOCX, ODT, PDF that holds text): open them to compare."
        ),
        "difference.textOnly": .init(
            fr:
                "Le texte seul est comparé, les modifications suivies étant acceptées : ni la mise en forme, ni les images, ni les en-têtes.",
            en:
                "The text alone is compared, with tracked changes accepted: no layout, no pictures, no headers."
        ),
        "difference.tooLong": .init(
            fr: "Ces textes sont trop longs pour être comparés ici.",
            en: "These texts are too long to be compared here."),
        "difference.removed": .init(fr: "retiré", en: "removed"),
        "difference.inserted": .init(fr: "ajouté", en: "added"),
        "difference.line": .init(fr: "ligne inchangée", en: "line unchanged"),
        "difference.lines": .init(fr: "lignes inchangées", en: "lines unchanged"),
        "difference.count": .init(
            fr: "Lignes ajoutées, lignes retirées :", en: "Lines added, lines removed:"),
        "difference.none": .init(
            fr: "Cette pièce n’a pas d’autre version.", en: "This document has no other version."),
    ]
}
