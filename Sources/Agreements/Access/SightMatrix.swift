/// Which role may see which matter of a file that it sees at all: one row a role, and nothing without a row.
package enum SightMatrix {
    /// The rows; a role that is not here sees the state of the file and nothing of its contents.
    package static let rows: [String: Set<Matter>] = [
        "PI_FR": [.dossier, .confidence, .budget, .texts],
        "PI_EXT": [.dossier, .confidence, .budget, .texts],
        "DU": [.dossier, .confidence, .budget, .texts],
        "DR": [.dossier, .confidence, .budget, .texts, .notes],
        "EXP": [.dossier, .budget],
        "ITMO": [.dossier, .confidence, .reviews, .reviewers, .ranking, .securityFlag, .budget, .notes],
        "CSEL": [.dossier, .confidence, .reviews, .reviewers, .ranking, .securityFlag, .budget, .notes],
        "PART": [.dossier, .texts],
        "SIG": [.texts],
        "ASST": [],
        "COORD": [.dossier, .budget, .texts],
        "COGES": [.dossier, .budget, .texts],
        "COPIL": [.dossier, .budget, .texts],
        "DAF": [.dossier, .budget, .texts, .notes],
        "DAJ": [.dossier, .budget, .texts, .notes],
        "DPO": [.dossier, .texts, .notes],
        "FSD": [.securityFlag, .securityReason, .texts],
        "INT": [
            .dossier, .confidence, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts, .notes,
        ],
        "AUD": [
            .dossier, .confidence, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts, .notes,
        ],
        "DG": Set(Matter.allCases),
        "ARCH": [.texts],
        "ADM": [],
    ]

    /// What a role may see besides, once the proposal was decided.
    package static let rowsOnceDecided: [String: Set<Matter>] = ["PI_FR": [.reviews], "PI_EXT": [.reviews]]

    /// The roles that see every file, whoever it names; of its contents each sees its row.
    package static let everywhere: Set<String> = ["INT", "DG", "ADM", "AUD"]

    /// The roles that are written to and show no file that they are given for.
    package static let unseeing: Set<String> = ["ASST"]

    /// The roles that read a proposal as long as it is not sent: those who write and endorse it, and those whose row is
    /// every file.
    package static let draftReaders = draftWriters.union(["DU", "INT", "DG", "AUD"])

    /// The roles of those who write a proposal.
    package static let draftWriters: Set<String> = ["PI_FR", "PI_EXT", "COORD"]

    /// The acts that decide a proposal.
    static let decisions = ["select", "reserve", "decline"]

    /// The processes in which a file is decided anew: what is said in one is not decided before it ends.
    static let rounds: Set<String> = ["renewal"]

    /// The role of those who declare their interests before they read, and the state in which they do.
    static let undeclared = (role: "EXP", definition: "expertise", state: "invited")

    /// How a review ends that gives no sight any more.
    static let voidReviews: Set<String> = ["recused", "replaced", "void"]

    /// The role of who speaks for a body that is asked to agree or sign a text before it is a party: they read that text
    /// and the consolidated one, and nothing else.
    package static func asked(for body: String) -> String { "SIG(\(body))" }

    /// What somebody who holds these roles on a file may see of it.
    ///
    /// - Parameters:
    ///   - isDraft: whether it is a proposal that was not sent.
    ///   - isDecided: whether it was decided.
    package static func matters(
        for roles: Set<String>, isDraft: Bool = false, isDecided: Bool = false
    ) -> Set<Matter> {
        let readers = isDraft ? roles.intersection(draftReaders) : roles
        return readers.reduce(into: []) { matters, role in
            matters.formUnion(rows[role] ?? [])
            if isDecided { matters.formUnion(rowsOnceDecided[role] ?? []) }
        }
    }
}
