@testable import Definitions

extension Mutator {
    /// What is read where it may be missing.
    static let fields = [
        Mutator(name: "input made optional", expected: [.missingField], isBehavioural: true) { specimen in
            specimen.arrows.flatMap { arrow -> [Change] in
                let read = arrow.formulas + arrow.settings
                return (arrow.tree["input"]?.pairs ?? []).enumerated().compactMap { index, pair in
                    let field = "event." + pair.key
                    guard arrow.count == 1, !pair.key.hasSuffix("?"),
                        read.contains(where: { $0.contains(field) && !$0.contains("has(") })
                    else { return nil }
                    var pairs = arrow.tree["input"]?.pairs ?? []
                    pairs[index].key += "?"
                    return (
                        "\(specimen.id(arrow)): \(pair.key) made optional",
                        specimen.with(arrow.route + [.key("input")], .map(pairs))
                    )
                }
            }
        },
        Mutator(name: "input no longer asked for", expected: [.missingField], isBehavioural: true) {
            specimen in
            specimen.arrows.flatMap { arrow -> [Change] in
                let read = arrow.formulas + arrow.settings
                return (arrow.tree["input"]?.pairs ?? []).enumerated().compactMap { index, pair in
                    guard arrow.count == 1, read.contains(where: { $0.contains("event." + pair.key) }) else {
                        return nil
                    }
                    var pairs = arrow.tree["input"]?.pairs ?? []
                    pairs.remove(at: index)
                    return (
                        "\(specimen.id(arrow)): \(pair.key) removed",
                        specimen.with(arrow.route + [.key("input")], pairs.isEmpty ? nil : .map(pairs))
                    )
                }
            }
        },
        Mutator(name: "has() removed", expected: [.missingField], isBehavioural: true) { specimen in
            specimen.tree.scalars().compactMap { scalar in
                guard let test = scalar.text.firstRange(of: "has(") else { return nil }
                let rest = scalar.text[test.upperBound...]
                guard let end = rest.firstIndex(of: ")") else { return nil }
                let name = String(rest[..<end])
                let wrong = scalar.text.replacing("has(\(name)) && ", with: "")
                    .replacing("has(\(name)) ? \(name) : ''", with: name)
                return wrong == scalar.text ? nil : (wrong, specimen.with(scalar.route, .text(wrong)))
            }
        },
        Mutator(
            name: "variable read before it is set", expected: [.missingField], isBehavioural: true
        ) { specimen in
            specimen.readVariables.map { name in
                ("the only places that set \(name) removed", specimen.tree.withoutSetting(name))
            }
        },
        Mutator(name: "list read without a test of its size", expected: [.missingField], isBehavioural: true)
        { specimen in
            specimen.conditions.map { condition in
                let wrong = "(\(condition.formula)) && agreement.foreignParties[1].country != 'FR'"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
    ]
}

extension Specimen.Arrow {
    /// The formulas of what it sets.
    var settings: [String] {
        (tree["do"]?.items ?? []).flatMap { ($0["set"]?.pairs ?? []).compactMap(\.value.text) }
    }
}

extension Specimen {
    /// The variables that a condition of a transition reads without a test.
    var readVariables: [String] {
        let set = Set(tree.settingNames)
        return set.filter { name in
            conditions.contains { condition in
                condition.formula.contains("vars.\(name)") && !condition.formula.contains("has(")
            }
        }.sorted()
    }
}

extension Tree {
    /// The variables that anything in the document sets.
    var settingNames: [String] {
        switch self {
        case .scalar: []
        case .list(let items): items.flatMap(\.settingNames)
        case .map(let pairs):
            pairs.flatMap { $0.key == "set" ? $0.value.pairs.map(\.key) : $0.value.settingNames }
        }
    }

    /// The document without every action that sets a variable.
    func withoutSetting(_ name: String) -> Tree {
        switch self {
        case .scalar: self
        case .list(let items): .list(items.map { $0.withoutSetting(name) }.filter { $0 != .map([]) })
        case .map(let pairs):
            .map(
                pairs.compactMap { pair in
                    if pair.key == "set", pair.value[name] != nil { return nil }
                    let inner = pair.value.withoutSetting(name)
                    let isEmptied = inner != pair.value && (inner == .map([]) || inner == .list([]))
                    return isEmptied ? nil : Pair(key: pair.key, value: inner)
                })
        }
    }
}
