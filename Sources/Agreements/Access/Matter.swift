/// What a file holds that not everybody who sees the file may see.
package enum Matter: String, Sendable, Hashable, CaseIterable {
    /// The proposal itself.
    case dossier
    /// What experts and partners said of it, without their names.
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

    /// What an act of a role tells of, besides that it was done.
    package static func told(byRole role: String?) -> Set<Matter> {
        switch role {
        case "EXP": [.reviews, .reviewers]
        case "CSEL": [.ranking]
        case "FSD": [.securityFlag, .securityReason]
        default: []
        }
    }

    /// What it tells that a step is open or was passed; nil where everybody who sees the file may know.
    package static func told(byState state: String, of definition: String) -> Matter? {
        let parts = state.split { $0 == "." || $0 == "-" } + definition.split { $0 == "." || $0 == "-" }
        return parts.contains("security") || parts.contains("screening") ? .securityFlag : nil
    }

    /// Values of acts that tell who an expert is.
    package static let reviewerFields: Set<String> = ["expert"]
}

/// Which role may see which matter of a file that it sees at all: one row a role, and nothing without a row.
package enum SightMatrix {
    /// The rows; a role that is not here sees the state of the file and nothing of its contents.
    package static let rows: [String: Set<Matter>] = [
        "PI_FR": [.dossier, .budget, .texts],
        "PI_EXT": [.dossier, .budget, .texts],
        "DU": [.dossier, .budget, .texts],
        "DR": [.dossier, .budget, .texts],
        "EXP": [.dossier, .budget],
        "ITMO": [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts],
        "CSEL": [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts],
        "PART": [.dossier, .texts],
        "SIG": [.texts],
        "COORD": [.dossier, .budget, .texts],
        "COGES": [.dossier, .budget, .texts],
        "COPIL": [.dossier, .budget, .texts],
        "DAF": [.dossier, .budget, .texts],
        "DAJ": [.dossier, .budget, .texts],
        "DPO": [.dossier, .texts],
        "FSD": [.securityFlag, .securityReason, .texts],
        "INT": [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts],
        "AUD": [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts],
        "DG": Set(Matter.allCases),
        "ARCH": [.texts],
        "ADM": [],
    ]

    /// What somebody who holds these roles on a file may see of it.
    package static func matters(for roles: Set<String>) -> Set<Matter> {
        roles.reduce(into: []) { $0.formUnion(rows[$1] ?? []) }
    }
}
