import Agreements

/// What the fields that acts carry, and the choices in them, are called; a name without a text is spelled out.
enum FieldLabels {
    static func label(_ name: String) -> LocalizedText {
        labels[name] ?? LocalizedText(fr: FieldTexts.spelled(name), en: FieldTexts.spelled(name))
    }

    static func choice(_ value: String) -> LocalizedText {
        choices[value] ?? LocalizedText(fr: FieldTexts.spelled(value), en: FieldTexts.spelled(value))
    }

    /// Whether a text of several lines is expected.
    static func isLong(_ name: String) -> Bool {
        ["comment", "opinion", "minutes", "clause", "note", "statement", "scope", "deliberation", "ground"]
            .contains(name)
    }

    static let labels: [String: LocalizedText] = [
        "agreedByAll": .init(fr: "Accepté par toutes les parties", en: "Agreed by all parties"),
        "amount": .init(fr: "Montant en euros", en: "Amount in euros"),
        "budgetConfirmed": .init(fr: "Budget confirmé", en: "Budget confirmed"),
        "call": .init(fr: "Appel", en: "Call"),
        "capacity": .init(fr: "Qualité du signataire", en: "Capacity of the signatory"),
        "chair": .init(fr: "Présidence de séance", en: "Chair of the meeting"),
        "clause": .init(fr: "Clause", en: "Clause"),
        "closes": .init(fr: "Clôture le", en: "Closes on"),
        "colead": .init(fr: "Co-porteur", en: "Co-lead"),
        "comment": .init(fr: "Commentaire", en: "Comment"),
        "consolidated": .init(fr: "Texte consolidé", en: "Consolidated text"),
        "dated": .init(fr: "Date du document", en: "Date on the document"),
        "delegation": .init(fr: "Référence de la délégation", en: "Reference of the delegation"),
        "deliberation": .init(fr: "Délibération", en: "Deliberation"),
        "director": .init(fr: "Directeur ou directrice", en: "Director"),
        "document": .init(fr: "Document", en: "Document"),
        "effect": .init(fr: "Prise d’effet", en: "Effect"),
        "expert": .init(fr: "Expert", en: "Expert"),
        "financialReport": .init(fr: "Rapport financier", en: "Financial report"),
        "grade": .init(fr: "Note", en: "Grade"),
        "ground": .init(fr: "Fondement", en: "Ground"),
        "inFavour": .init(fr: "Voix pour", en: "Votes in favour"),
        "kind": .init(fr: "Nature", en: "Kind"),
        "left": .init(fr: "Départ le", en: "Left on"),
        "letter": .init(fr: "Lettre", en: "Letter"),
        "level": .init(fr: "Niveau de signature", en: "Level of signature"),
        "list": .init(fr: "Liste", en: "List"),
        "meeting": .init(fr: "Date de la réunion", en: "Date of the meeting"),
        "members": .init(fr: "Membres", en: "Members"),
        "minutes": .init(fr: "Compte rendu", en: "Minutes"),
        "mode": .init(fr: "Mode de renouvellement", en: "Mode of renewal"),
        "note": .init(fr: "Note", en: "Note"),
        "opinion": .init(fr: "Avis", en: "Opinion"),
        "order": .init(fr: "Ordre de signature", en: "Order of signature"),
        "party": .init(fr: "Partie", en: "Party"),
        "place": .init(fr: "Lieu", en: "Place"),
        "present": .init(fr: "Présents", en: "Present"),
        "project": .init(fr: "Projet", en: "Project"),
        "projects": .init(fr: "Nombre de projets", en: "Number of projects"),
        "rank": .init(fr: "Rang", en: "Rank"),
        "ranking": .init(fr: "Classement le", en: "Ranking on"),
        "received": .init(fr: "Date de réception", en: "Date of receipt"),
        "remote": .init(fr: "À distance", en: "Remote"),
        "report": .init(fr: "Rapport", en: "Report"),
        "requesters": .init(fr: "Nombre de demandeurs", en: "Number of requesters"),
        "scope": .init(fr: "Portée", en: "Scope"),
        "sent": .init(fr: "Date d’envoi", en: "Date of sending"),
        "sha256": .init(fr: "Empreinte SHA-256 du texte signé", en: "SHA-256 of the text signed"),
        "signatory": .init(fr: "Signataire", en: "Signatory"),
        "statement": .init(fr: "Déclaration", en: "Statement"),
        "years": .init(fr: "Nombre d’années", en: "Number of years"),
    ]

    static let choices: [String: LocalizedText] = [
        "advanced": .init(fr: "Avancée", en: "Advanced"),
        "advisory": .init(fr: "Indicatif", en: "Advisory"),
        "amendment": .init(fr: "Avenant", en: "Amendment"),
        "approved": .init(fr: "Approuvé", en: "Approved"),
        "breach": .init(fr: "Manquement", en: "Breach"),
        "by_delegation": .init(fr: "Par délégation", en: "By delegation"),
        "exchange_of_notices": .init(fr: "À l’échange des notifications", en: "On exchange of notices"),
        "express": .init(fr: "Expresse", en: "Express"),
        "favourable": .init(fr: "Favorable", en: "Favourable"),
        "handwritten_scan": .init(fr: "Manuscrite, numérisée", en: "Handwritten, scanned"),
        "in_person": .init(fr: "En personne", en: "In person"),
        "inactivity": .init(fr: "Inactivité", en: "Inactivity"),
        "interim": .init(fr: "Par intérim", en: "Acting"),
        "last_signature": .init(fr: "À la dernière signature", en: "On the last signature"),
        "letter": .init(fr: "Lettre", en: "Letter"),
        "measure": .init(fr: "Mesure restrictive", en: "Measure"),
        "mobility": .init(fr: "Mobilité", en: "Mobility"),
        "mutual_consent": .init(fr: "Consentement mutuel", en: "Mutual consent"),
        "no": .init(fr: "Non", en: "No"),
        "none": .init(fr: "Aucun", en: "None"),
        "not_approved": .init(fr: "Non approuvé", en: "Not approved"),
        "not_submitted": .init(fr: "Non présenté", en: "Not submitted"),
        "open_ended": .init(fr: "Sans terme", en: "Open-ended"),
        "partial": .init(fr: "Partielle", en: "Partial"),
        "payment": .init(fr: "Paiement", en: "Payment"),
        "prospective": .init(fr: "Pour l’avenir", en: "Prospective"),
        "qualified": .init(fr: "Qualifiée", en: "Qualified"),
        "retroactive": .init(fr: "Rétroactif", en: "Retroactive"),
        "security": .init(fr: "Sûreté", en: "Security"),
        "simple": .init(fr: "Simple", en: "Simple"),
        "spending": .init(fr: "Dépense", en: "Spending"),
        "strict": .init(fr: "Strict", en: "Strict"),
        "tacit": .init(fr: "Tacite", en: "Tacit"),
        "total": .init(fr: "Totale", en: "Total"),
        "unfavourable": .init(fr: "Défavorable", en: "Unfavourable"),
        "yes": .init(fr: "Oui", en: "Yes"),
    ]
}
