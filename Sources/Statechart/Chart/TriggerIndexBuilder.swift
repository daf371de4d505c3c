/// Collects what each name in a descriptor triggers.
struct TriggerIndexBuilder {
    private var eventless: [Int] = []
    private var always: [Int] = []
    /// By the name that a descriptor spells: on that name only, and also on names that go on from it.
    private var spelled: [EventKey: (exact: [Int], prefix: [Int])] = [:]

    mutating func add(_ transition: Int, _ descriptors: [EventDescriptor]) {
        if descriptors.isEmpty { eventless.append(transition) }
        for descriptor in descriptors {
            guard let prefix = descriptor.prefix else {
                always.append(transition)
                continue
            }
            guard !prefix.isEmpty else { continue }
            let key = EventKey(prefix[...])
            if descriptor.isExact {
                spelled[key, default: ([], [])].exact.append(transition)
            } else {
                spelled[key, default: ([], [])].prefix.append(transition)
            }
        }
    }

    /// The names in the order of their rows.
    private var names: [EventKey] {
        spelled.keys.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }

    /// The first of the two rows of each name.
    var numbers: [EventKey: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, 2 + 2 * $0) })
    }

    /// No event, a name unheard of, then for each name itself and what goes on from it.
    var rows: [[Int]] {
        [eventless, always]
            + names.flatMap { name in
                let longer = always + prefixes(of: name)
                return [longer + (spelled[name]?.exact ?? []), longer]
            }
    }

    /// What is triggered by this name and by each beginning of it.
    private func prefixes(of name: EventKey) -> [Int] {
        var found: [Int] = []
        var next: EventKey? = name
        while let key = next {
            found += spelled[key]?.prefix ?? []
            next = key.shortened
        }
        return found
    }
}
