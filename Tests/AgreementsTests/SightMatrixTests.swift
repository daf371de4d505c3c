import Agreements
import Testing

@Suite("Who may see which matter")
struct SightMatrixTests {
    /// One row a role: the columns are those of the policy, in its order.
    static let policy: [(roles: [String], sees: Set<Matter>, hidden: Set<Matter>)] = [
        (
            ["PI_FR", "PI_EXT"], [.dossier, .budget, .texts],
            [.reviews, .reviewers, .ranking, .securityFlag, .securityReason, .notes]
        ),
        (
            ["DU", "DR"], [.dossier, .budget, .texts],
            [.reviews, .reviewers, .ranking, .securityFlag, .securityReason]
        ),
        (
            ["EXP"], [.dossier, .budget],
            [.reviews, .reviewers, .ranking, .securityFlag, .securityReason, .texts, .confidence, .notes]
        ),
        (
            ["ITMO", "CSEL"], [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget],
            [.securityReason, .texts]
        ),
        (
            ["PART"], [.dossier, .texts],
            [.reviews, .reviewers, .ranking, .securityFlag, .securityReason, .budget, .confidence, .notes]
        ),
        (
            ["FSD"], [.securityFlag, .securityReason, .texts],
            [.dossier, .reviews, .reviewers, .ranking, .budget, .confidence]
        ),
        (
            ["INT", "AUD"],
            [.dossier, .reviews, .reviewers, .ranking, .securityFlag, .budget, .texts, .notes],
            [.securityReason]
        ),
        (["DG"], Set(Matter.allCases), []),
        (["ADM", "ASST", "UNKNOWN"], [], Set(Matter.allCases)),
    ]

    @Test("Each role sees the columns of its row in the policy, and not the others")
    func rows() {
        for row in Self.policy {
            for role in row.roles {
                let matters = SightMatrix.matters(for: [role])
                #expect(row.sees.isSubset(of: matters), "\(role) lacks \(row.sees.subtracting(matters))")
                #expect(
                    matters.isDisjoint(with: row.hidden), "\(role) has \(matters.intersection(row.hidden))")
            }
        }
    }

    @Test(
        "Several roles see what each of them sees; once it is decided proposers read the reviews without names"
    )
    func together() {
        #expect(
            SightMatrix.matters(for: ["SIG", "FSD"]) == [.texts, .securityFlag, .securityReason])
        let before = SightMatrix.matters(for: ["PI_FR"])
        let after = SightMatrix.matters(for: ["PI_FR"], isDecided: true)
        #expect(after.subtracting(before) == [.reviews])
        for role in SightMatrix.rows.keys where !["PI_FR", "PI_EXT"].contains(role) {
            #expect(SightMatrix.matters(for: [role], isDecided: true) == SightMatrix.matters(for: [role]))
        }
    }

    @Test(
        "A proposal that was not sent is read by those who write and endorse it, and those who see every file",
        arguments: SightMatrix.rows.keys.sorted())
    func drafts(role: String) {
        let readers: Set<String> = ["PI_FR", "PI_EXT", "COORD", "DU", "INT", "DG", "AUD"]
        let seen = SightMatrix.matters(for: [role], isDraft: true)
        #expect(seen == (readers.contains(role) ? SightMatrix.matters(for: [role]) : []))
    }

    @Test("What the office notes is read by the institution’s services, by no team, partner or committee")
    func notes() {
        let readers = SightMatrix.rows.filter { $0.value.contains(.notes) }.keys
        #expect(Set(readers) == ["INT", "DG", "AUD", "DR", "DAF", "DAJ", "DPO", "ITMO", "CSEL"])
        #expect(Matter.told(byDocument: "note", givenBy: "INT") == .notes)
        #expect(Matter.told(byDocument: "note", givenBy: nil) == .notes)
        for role in ["PI_FR", "COORD", "PART"] {
            #expect(Matter.told(byDocument: "note", givenBy: role) == .dossier)
        }
        #expect(Matter.told(byField: "opportunityNote") == [.notes])
    }

    @Test("No role but the directorate's and the security officer's reads why security refused")
    func security() {
        let readers = SightMatrix.rows.filter { $0.value.contains(.securityReason) }.keys
        #expect(Set(readers) == ["DG", "FSD"])
    }
}
