import Agreements

/// Values, kinds of documents and fields of acts in words.
enum FieldTexts {
    /// A value of the dossier as people read it.
    static func value(_ value: JSON) -> LocalizedText {
        switch value {
        case .bool(let flag): flag ? LocalizedText(fr: "Oui", en: "Yes") : LocalizedText(fr: "Non", en: "No")
        case .integer(let number): LocalizedText(fr: grouped(number, "\u{202F}"), en: grouped(number, ","))
        default: LocalizedText(fr: value.text ?? value.canonical, en: value.text ?? value.canonical)
        }
    }

    static func grouped(_ number: Int64, _ separator: String) -> String {
        let digits = String(number.magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            let start = max(0, end - 3)
            return String(digits.dropFirst(start).prefix(end - start))
        }
        return (number < 0 ? "−" : "") + groups.reversed().joined(separator: separator)
    }

    static func documentKind(_ kind: String) -> LocalizedText {
        kinds[kind] ?? LocalizedText(fr: spelled(kind), en: spelled(kind))
    }

    static let kinds: [String: LocalizedText] = [
        "text": .init(fr: "Texte de la convention", en: "Text of the agreement"),
        "amendment": .init(fr: "Avenant", en: "Amendment"),
        "budget": .init(fr: "Budget", en: "Budget"),
        "consolidated": .init(fr: "Texte consolidé", en: "Consolidated text"),
        "deliberation": .init(fr: "Délibération", en: "Deliberation"),
        "errata": .init(fr: "Liste d’errata", en: "List of errata"),
        "intent_letter": .init(fr: "Lettre d’intention", en: "Letter of intent"),
        "letter": .init(fr: "Courrier", en: "Letter"),
        "minutes": .init(fr: "Compte rendu", en: "Minutes"),
        "note": .init(fr: "Note", en: "Note"),
        "partner_letter": .init(fr: "Lettre du partenaire", en: "Partner’s letter"),
        "project": .init(fr: "Projet", en: "Project"),
        "report": .init(fr: "Rapport", en: "Report"),
        "scan": .init(fr: "Original signé, numérisé", en: "Scan of a signed original"),
        "statement": .init(fr: "Relevé", en: "Statement"),
        "support_letter": .init(fr: "Lettre de soutien", en: "Letter of support"),
    ]

    /// A name of a definition as words: `financialReport`, `by_delegation`.
    static func words(_ name: String) -> LocalizedText {
        LocalizedText(fr: spelled(name), en: spelled(name))
    }

    static func spelled(_ name: String) -> String {
        var words = ""
        for character in name {
            if character == "_" || character == "." {
                words.append(" ")
            } else if character.isUppercase {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
