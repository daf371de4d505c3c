import Agreements

/// What the exploration of a process says of where its children run.
struct ChildGround: Sendable {
    let isComplete: Bool
    /// Whether it comes to what could not be read: then more may happen than was seen.
    let goesAstray: Bool
    /// What is known of the variables, by the number of the state that starts the children.
    let variables: [Int: [String: AbstractValue]]
    /// The legal statuses that the agreement may have, likewise.
    let statuses: [Int: Set<LegalStatus>]

    init(_ explorer: Explorer) {
        isComplete = explorer.isComplete
        goesAstray = explorer.goesAstray
        variables = explorer.log.storesByOwner.mapValues { stores in
            Dictionary(uniqueKeysWithValues: zip(explorer.formulas.names, Store.joined(stores)))
        }
        statuses = explorer.log.statusesByOwner
    }
}
