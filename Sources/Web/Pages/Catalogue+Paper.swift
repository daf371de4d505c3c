import Agreements

extension Catalogue {
    /// Handing in a paper that was signed by hand.
    static let paper: [String: LocalizedText] = [
        "paper.title": .init(fr: "Déposer l’original signé", en: "Hand in the signed paper"),
        "paper.lead": .init(
            fr:
                "La date portée sur le papier est celle de la signature ; la réception est datée d’aujourd’hui.",
            en: "The date on the paper is that of the signature; its receipt is dated today."),
        "paper.datedMissing": .init(
            fr: "donnez la date portée sur le papier", en: "give the date on the paper"),
        "paper.file": .init(fr: "Original signé, numérisé", en: "Scan of the signed original"),
        "paper.fileHelp": .init(
            fr: "PDF, PNG ou JPEG, 20 Mo au plus.", en: "PDF, PNG or JPEG, at most 20 MB."),
        "paper.formatWrong": .init(
            fr: "l’original numérisé est un PDF ou une image PNG ou JPEG",
            en: "the scan is a PDF, or a PNG or JPEG image"),
    ]
}
