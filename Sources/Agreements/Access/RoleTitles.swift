/// What the roles of `Workflows` are called; a role that is not here is shown by its code.
package enum RoleTitles {
    /// The name of a role, or its code where it has none.
    package static func name(_ role: String) -> LocalizedText {
        names[role] ?? unheld[role] ?? LocalizedText(fr: role, en: role)
    }

    /// Those that nobody holds by a grant.
    private static let unheld: [String: LocalizedText] = [
        "LAB": .init(fr: "Responsable d’un laboratoire", en: "Head of a laboratory")
    ]

    /// The roles that have a name, by their codes.
    package static let names: [String: LocalizedText] = [
        "PI_FR": .init(fr: "Porteur", en: "Lead applicant"),
        "PI_EXT": .init(fr: "Co-porteur étranger", en: "Foreign co-lead"),
        "DU": .init(fr: "Direction d’unité", en: "Unit director"),
        "DR": .init(fr: "Délégation régionale", en: "Regional office"),
        "INT": .init(fr: "Pôle relations internationales", en: "International office"),
        "ITMO": .init(fr: "Direction d’ITMO", en: "Thematic institute"),
        "EXP": .init(fr: "Expert", en: "Expert"),
        "CSEL": .init(fr: "Comité de sélection", en: "Selection committee"),
        "FSD": .init(fr: "Fonctionnaire de sécurité de défense", en: "Security and defence officer"),
        "DAF": .init(fr: "Affaires financières", en: "Finance"),
        "DAJ": .init(fr: "Affaires juridiques", en: "Legal affairs"),
        "DPO": .init(fr: "Délégué à la protection des données", en: "Data-protection officer"),
        "DG": .init(fr: "Direction générale", en: "Directorate"),
        "SIG": .init(fr: "Signataire", en: "Signatory"),
        "ASST": .init(fr: "Secrétariat du parapheur", en: "Signature-book assistant"),
        "PART": .init(fr: "Contact du partenaire", en: "Partner contact"),
        "COORD": .init(fr: "Coordination", en: "Coordinator"),
        "COGES": .init(fr: "Comité de gestion scientifique", en: "Scientific management committee"),
        "COPIL": .init(fr: "Comité de pilotage", en: "Steering committee"),
        "ARCH": .init(fr: "Archives", en: "Archivist"),
        "ADM": .init(fr: "Administration d’Entente", en: "Entente administrator"),
        "AUD": .init(fr: "Audit", en: "Auditor"),
    ]
}
