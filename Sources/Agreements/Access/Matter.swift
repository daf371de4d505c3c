/// What a file holds that not everybody who sees the file may see.
package enum Matter: String, Sendable, Hashable, CaseIterable {
    /// The proposal itself.
    case dossier
    /// What the proposer tells the institution alone, such as reviewers to avoid.
    case confidence
    /// What experts, institutes and partners said of it, without the experts' names.
    case reviews
    /// Who the experts are.
    case reviewers
    case ranking
    /// That something of security stands against it.
    case securityFlag = "security_flag"
    /// What that is.
    case securityReason = "security_reason"
    case budget
    /// The texts that were agreed and signed.
    case texts
    /// What the office notes for the institution's own services.
    case notes
}

/// What belongs to which matter, as data.
extension Matter {
    /// What an act of a role tells of, besides that it was done.
    package static func told(byRole role: String?) -> Set<Matter> { role.flatMap { roles[$0] } ?? [] }

    private static let roles: [String: Set<Matter>] = [
        "EXP": [.reviews, .reviewers], "CSEL": [.ranking], "FSD": [.securityFlag, .securityReason],
    ]

    /// What an act tells of, whoever does it.
    static let acts: [String: Set<Matter>] = [
        "opine": [.reviews], "recuse_opinion": [.reviews], "leave_ranking": [.ranking],
        "css_opine": [.reviews],
        "council_opine": [.reviews], "void_review": [.reviews, .reviewers],
        "confirm_decision": [.reviews], "revoke_decision": [.reviews],
        "confirm_budget": [.budget],
    ]

    /// What everything that happens in a process of this definition tells of.
    static let definitions: [String: Set<Matter>] = [
        "expertise": [.reviews, .reviewers], "partner_evaluation": [.reviews], "confirmation": [.reviews],
        "evaluation": [.reviews],
    ]

    /// What it tells that a step is open or was passed; nil where everybody who sees the file may know.
    package static func told(byState state: String, of definition: String) -> Matter? {
        let parts = state.split { $0 == "." || $0 == "-" } + definition.split { $0 == "." || $0 == "-" }
        return parts.contains("security") || parts.contains("screening") ? .securityFlag : nil
    }

    /// Values of acts that tell who an expert is.
    static let reviewerFields: Set<String> = ["expert"]

    /// A ground of an act that tells of security.
    static let securityGround = "security"

    /// The variable that says whether a refusal for security stands.
    static let securityVariable = "blocked"

    /// What it tells that an event of this name happened; nil where everybody who sees the file may know.
    static func told(byEvent name: String) -> Matter? { told(byState: name, of: "") }

    /// The matters of which one is enough to read a field of the dossier.
    package static func told(byField field: String) -> Set<Matter> {
        fields[field] ?? (field.lowercased().contains("budget") ? [.budget] : [.dossier])
    }

    /// Security is judged by who, where and about what.
    private static let fields: [String: Set<Matter>] = [
        "opportunityNote": [.notes], "contributions": [.budget], "otherFunding": [.budget],
        "suggestedReviewers": [.confidence],
        "dualUse": [.dossier, .securityReason], "reviewersToAvoid": [.confidence],
        "restrictedZone": [.confidence, .securityReason], "keywords": [.dossier, .securityReason],
        "team": [.dossier, .securityReason], "foreignTeam": [.dossier, .securityReason],
    ]

    /// What a document of a kind is part of; a note whose giver is not known counts as the office's.
    package static func told(byDocument kind: String, givenBy role: String?) -> Matter {
        if kind == noteKind, role.map(services.contains) ?? true { return .notes }
        return documents[kind] ?? .dossier
    }

    private static let noteKind = "note"

    /// The roles of the institution's own services: what they note is not for teams and partners.
    private static let services: Set<String> = [
        "INT", "DG", "DR", "DAF", "DAJ", "DPO", "ITMO", "CSEL", "FSD", "ADM",
    ]

    private static let documents: [String: Matter] = [
        Document.textKind: .texts, "amendment": .texts, Document.consolidatedKind: .texts, "errata": .texts,
        "scan": .texts, "budget": .budget, "statement": .budget,
    ]
}
