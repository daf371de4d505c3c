@testable import Definitions

extension Mutator {
    static let names = [
        Mutator(name: "target misspelt", expected: [.unknownState]) { specimen in
            specimen.arrows.compactMap { arrow in
                guard let target = arrow.tree["to"]?.text, !target.hasPrefix("history") else { return nil }
                return (
                    "\(specimen.id(arrow)): to \(target)s",
                    specimen.with(arrow.route + [.key("to")], .plain(target + "s"))
                )
            }
        },
        Mutator(name: "beginning misspelt", expected: [.unknownState]) { specimen in
            specimen.tree.scalars().filter { $0.route.last == .key("initial") }.map { scalar in
                ("initial: \(scalar.text)s", specimen.with(scalar.route, .plain(scalar.text + "s")))
            }
        },
        Mutator(name: "role misspelt", expected: [.unknownRole]) { specimen in
            specimen.arrows.filter(\.isAct).compactMap { arrow in
                guard let role = arrow.tree["by"]?.items.first?.text, !role.hasSuffix(")") else { return nil }
                return (
                    "\(specimen.id(arrow)): by \(role)X",
                    specimen.with(arrow.route + [.key("by")], .list([.plain(role + "X")]))
                )
            }
        },
        Mutator(name: "notice misspelt", expected: [.unknownNotice]) { specimen in
            specimen.arrows.compactMap { arrow in
                guard let notice = arrow.tree["notify"]?.items.first?.text else { return nil }
                return (
                    "\(specimen.id(arrow)): \(notice)0",
                    specimen.with(arrow.route + [.key("notify")], .list([.plain(notice + "0")]))
                )
            }
        },
        Mutator(name: "refusal misspelt", expected: [.unknownRefusal]) { specimen in
            specimen.conditions.filter { $0.route.last == .key("that") }.map { condition in
                let clause = Array(condition.route.dropLast())
                return (
                    "\(condition.words): else not_opne",
                    specimen.with(clause + [.key("else")], .plain("not_opne"))
                )
            }
        },
        Mutator(name: "process misspelt", expected: [.unknownProcess]) { specimen in
            specimen.tree.scalars().filter { $0.route.last == .key("run") }.map { scalar in
                ("run: \(scalar.text)s", specimen.with(scalar.route, .plain(scalar.text + "s")))
            }
        },
        Mutator(name: "end that asks for more", expected: [.conflict]) { specimen in
            specimen.states.indices.filter { specimen.states[$0].isFinal }.map { state in
                let place = specimen.states[state]
                return (
                    "\(place.process): \(place.id): a final state with an act",
                    specimen.with(state, on: "go_on", .act(by: "INT", to: place.name))
                )
            }
        },
    ]
}
