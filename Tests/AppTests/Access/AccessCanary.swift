import Agreements

/// A word that one place of one file holds, and who may read it where.
struct AccessCanary: Sendable {
    let file: String
    let word: String
    /// The matters that it takes to read it; each row is enough.
    let needs: [Set<Matter>]
    /// Where whoever may read it finds it; anywhere else they may, and need not.
    let ways: Set<AccessWay>
    /// Who wrote it, and may always read it as long as they see the file.
    var author: String?
    /// Whether it is a text of an act: by the link of a notice only one's own are shown.
    var isWritten = false

    func isOpen(to matters: Set<Matter>?, _ person: String) -> Bool {
        guard let matters else { return false }
        return person == author || needs.contains { $0.isSubset(of: matters) }
    }

    /// Of everything in the story that is not for every eye.
    static let all = AccessStandings.files.flatMap(common) + proposals + frameworks + experts

    /// What people wrote is for those who may read the proposal or the texts.
    private static let contents: [Set<Matter>] = [[.dossier], [.texts]]

    private static func reading(_ matters: Set<Matter>) -> [Set<Matter>] {
        contents.map { $0.union(matters) }
    }

    /// What each file has.
    private static func common(_ file: String) -> [AccessCanary] {
        var fields: [(name: String, needs: [Set<Matter>])] = [
            ("Title", contents)
        ]
        let isProposal = AccessStandings.proposals.contains(file)
        // Of a framework it is the office's note of why it is opportune.
        fields.append(("Summary", isProposal ? [[.dossier]] : [[.notes]]))
        if isProposal { fields += ofProposals }
        let name = AccessCanary(file: file, word: "QX\(file)NameQX", needs: [[]], ways: [.page])
        return [name]
            + fields.map { field in
                AccessCanary(
                    file: file, word: "QX\(file)\(field.name)QX", needs: field.needs, ways: [.page, .edit])
            }
    }

    private static let ofProposals: [(name: String, needs: [Set<Matter>])] = [
        ("Team", [[.dossier], [.securityReason]]), ("Shares", [[.budget]]), ("Avoid", [[.confidence]]),
        ("Zone", [[.confidence], [.securityReason]]),
    ]

    private static func act(
        _ file: String, _ name: String, by author: String, _ needs: [Set<Matter>]
    ) -> AccessCanary {
        AccessCanary(
            file: file, word: "QX\(file)\(name)QX", needs: needs, ways: [.page], author: author,
            isWritten: true)
    }

    private static func document(
        _ file: String, _ name: String, by author: String, _ needs: Set<Matter>
    ) -> AccessCanary {
        AccessCanary(
            file: file, word: "QX\(file)\(name)QX", needs: [needs], ways: [.download], author: author)
    }

    private static let proposals = [
        act("dropped", "Reason", by: "neighbour", contents),
        document("study", "Letter", by: "pi", [.dossier]), document("barred", "Letter", by: "pi", [.dossier]),
        act("study", "Missing", by: "int", contents),
        act("study", "Finance", by: "daf", reading([.budget])),
        document("study", "Sheet", by: "daf", [.budget]), document("study", "Note", by: "int", [.notes]),
        document("study", "Report", by: "reader", [.dossier, .reviews]),
        act("study", "Opinion", by: "reader", reading([.reviews])),
        act("study", "VoidOpinion", by: "voided", reading([.reviews])),
        act("study", "Link", by: "int", reading([.reviews, .reviewers])),
        act("study", "Partner", by: "office", reading([.reviews])),
        document("study", "Security", by: "fsd", [.dossier, .securityFlag, .securityReason]),
        // The act that the security officer has yet to do.
        AccessCanary(
            file: "study", word: "avis ministériel favorable", needs: [[.securityFlag, .securityReason]],
            ways: [.page]),
        act("barred", "Opinion", by: "reader", reading([.reviews])),
        act("barred", "Second", by: "voided", reading([.reviews])),
        act("barred", "Institute", by: "deputy", reading([.reviews])),
        act("barred", "Partner", by: "office", reading([.reviews])),
        document("barred", "Security", by: "fsd", [.dossier, .securityFlag, .securityReason]),
        act("barred", "Reason", by: "dg", reading([.securityReason])),
    ]

    private static let frameworks = [
        act("signing", "Finance", by: "daf", reading([.budget])),
        act("signing", "Return", by: "office", contents),
        document("signing", "Note", by: "int", [.notes]),
        text("signing", "First", [.download, .difference]),
        text("signing", "Second", [.download, .difference]),
        text("force", "Text", [.download]), text("force", "Amendment", [.download]),
        text("ended", "Text", [.download]),
        act("ended", "Reason", by: "dg", reading([.securityReason])),
    ]

    private static func text(_ file: String, _ name: String, _ ways: Set<AccessWay>) -> AccessCanary {
        AccessCanary(file: file, word: "QX\(file)\(name)QX", needs: [[.texts]], ways: ways, author: "daj")
    }

    /// The names of experts, on the files that they were asked about.
    private static let experts = [
        ("study", "Recused"), ("study", "Reader"), ("study", "Voided"), ("study", "Invited"),
        ("barred", "Reader"), ("barred", "Voided"),
    ].map { file, name in
        AccessCanary(
            file: file, word: "QXexpert\(name)QX", needs: [[.reviewers]], ways: [.page],
            author: name.lowercased())
    }

    /// Whether it is the name of somebody: that stands in the register, too, which is open.
    var isName: Bool { word.hasPrefix("QXexpert") }
}
