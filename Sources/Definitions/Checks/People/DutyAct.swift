import Agreements

/// An act that a duty names, as one transition offers it.
struct DutyAct {
    var name: String
    var process: String
    /// The index of its transition; nil for the act that opens the agreement.
    var transition: Int?
    var by: [RoleReference]

    var roles: LocalizedText { by.map(\.description).alternatives }
    /// The step in a counterexample.
    var words: LocalizedText {
        LocalizedText(fr: "\(name) par \(roles.fr)", en: "\(name) by \(roles.en)")
    }

    /// By role: the one person who holds it; nil among them where several may.
    var holders: [String?] { by.map { SingleHolders.holder($0, in: process) } }

    /// The one person who can do it; nil where there may be several.
    var onlyHolder: String? {
        let holders = Set(holders)
        return holders.count == 1 ? holders.first ?? nil : nil
    }
}
