import Expressions
import Statechart

/// What is known of all variables at once, and what follows from it alone.
final class Store: Interned {
    /// By the number of the variable.
    let values: [AbstractValue]
    /// What is certain of the formulas that were asked, by their numbers.
    var truths: [Int: Truth] = [:]
    /// Whether conditions cannot come out so together.
    var contradictions: [Choice: Bool] = [:]
    /// What is known after a deed, by its number.
    var successors: [Int: Store] = [:]
    /// What is left where some variables do not matter any more.
    var remainders: [StateSet: Store] = [:]

    /// Conditions that are to hold, and not to, by their numbers.
    struct Choice: Hashable {
        var holding: [Int]
        var failing: [Int]
    }

    fileprivate init(_ values: [AbstractValue]) { self.values = values }

    /// What is known where any of these may be so.
    static func joined(_ stores: Set<Store>) -> [AbstractValue] {
        stores.dropFirst().reduce(stores.first?.values ?? []) { joined, store in
            zip(joined, store.values).map { $0.joined(with: $1) }
        }
    }
}

/// The stores of an exploration: some tens, whatever the number of situations.
struct Stores {
    private var known: [[AbstractValue]: Store] = [:]

    mutating func store(of values: [AbstractValue]) -> Store {
        if let store = known[values] { return store }
        let store = Store(values)
        known[values] = store
        return store
    }
}
