extension Program {
    /// The entries of the map that the expression writes out whose value is certain, knowing some of what
    /// they read; none where it writes out no map.
    package func knownEntries(knowing knowledge: Knowledge) -> [String: Value] {
        guard case .map(let entries) = tree.kind else { return [:] }
        var abstraction = Abstraction(environment, knowledge)
        var known: [String: Value] = [:]
        for entry in entries {
            guard case .literal(.string(let name)) = entry.key.kind,
                case .success(let value)? = abstraction.known(entry.value)
            else { continue }
            known[name] = value
        }
        return known
    }
}
