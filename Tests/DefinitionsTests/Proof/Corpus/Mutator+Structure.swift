@testable import Definitions

extension Mutator {
    static let structure = [
        Mutator(name: "only way in removed", expected: [.unreachable]) { specimen in
            specimen.states.indices.compactMap { index in
                let ways = specimen.ways(into: index)
                guard ways.count == 1, !specimen.states[index].isInitial, let way = ways.first,
                    !specimen.acts.contains(way.event), !specimen.leadsInside(index),
                    way.targets?.count == 1, !specimen.arrows.contains(where: \.hasHistory)
                else { return nil }
                return ("\(specimen.id(way)) removed", specimen.without(way))
            }
        },
        Mutator(
            name: "exits retargeted to the state itself", expected: [.noEndReachable], isBehavioural: true
        ) {
            specimen in
            specimen.lonely.map { state in
                let changes = specimen.arrows(from: state).map { arrow in
                    (arrow.route + [.key("to")], Optional(Tree.plain(specimen.states[state].name)))
                }
                return ("all exits of \(specimen.states[state].id) lead to itself", specimen.with(changes))
            }
        },
        Mutator(
            name: "only way out dropped", expected: [.waitsForNothing, .noEndReachable], isBehavioural: true
        ) { specimen in
            specimen.lonely.map { state in
                let place = specimen.states[state]
                return ("on of \(place.id) removed", specimen.with(place.route + [.key("on")], nil))
            }
        },
        Mutator(
            name: "final mark removed", expected: [.waitsForNothing, .noEndReachable], isBehavioural: true
        ) { specimen in
            specimen.states.filter { $0.isFinal && $0.isTop }.map { place in
                ("final of \(place.id) removed", specimen.with(place.route + [.key("final")], nil))
            }
        },
        Mutator(name: "unguarded earlier sibling", expected: [.deadTransition], isBehavioural: true) {
            specimen in
            specimen.arrows.filter { $0.count == 1 && $0.event != "always" }.map { arrow in
                var first = arrow.tree
                for key in ["if", "to", "do", "notify"] { first[key] = nil }
                return (
                    "\(specimen.id(arrow)): the same without condition and target before it",
                    specimen.with(arrow.eventRoute, before: [first])
                )
            }
        },
        Mutator(name: "taken by an inner state", expected: [.deadTransition], isBehavioural: true) {
            specimen in
            specimen.arrows.compactMap { arrow in
                let place = specimen.states[arrow.source]
                guard arrow.count == 1, place.tree["states"] != nil, arrow.isAct else { return nil }
                let inner = specimen.states.indices.filter {
                    let path = specimen.states[$0].path
                    return specimen.states[$0].process == place.process
                        && path.count == place.path.count + 1 && path.starts(with: place.path)
                }
                guard inner.allSatisfy({ specimen.states[$0].tree["final"] == nil }) else { return nil }
                var swallowing = arrow.tree
                for key in ["if", "to", "do", "notify"] { swallowing[key] = nil }
                let changes = inner.map { state -> (route: [Tree.Step], value: Tree?) in
                    let route = specimen.states[state].route + [.key("on")]
                    var on = specimen.tree[route] ?? .map([])
                    on[arrow.event] = swallowing
                    return (route, on)
                }
                return ("\(specimen.id(arrow)): every inner state takes it first", specimen.with(changes))
            }
        },
        Mutator(name: "always to itself", expected: [.endlessLoop], isBehavioural: true) { specimen in
            specimen.lonely.map { state in
                let place = specimen.states[state]
                return (
                    "\(place.id): always to itself",
                    specimen.with(state, on: "always", .to(place.name))
                )
            }
        },
        Mutator(name: "always there and back", expected: [.endlessLoop], isBehavioural: true) { specimen in
            specimen.lonely.map { state in
                let place = specimen.states[state]
                var tree = specimen.with(state, on: "always", .to("detour"))
                tree[place.route.dropLast() + [.key("detour")]] = .of(
                    ("title", .bilingual("Détour", "Detour")), ("on", .of(("always", .to(place.name)))))
                return ("\(place.id): always to a detour that leads back", tree)
            }
        },
        Mutator(
            name: "join that never holds", expected: [.joinNeverCompletes, .guardNeverTrue],
            isBehavioural: true
        ) { specimen in
            specimen.joins.map { join in
                var tree = specimen.tree
                tree[join.route + [.key("join")]] = .of(("when", .text("1 > 2")))
                return ("\(join.words): join when 1 > 2", tree)
            }
        },
        Mutator(
            name: "child that cannot end", expected: [.joinNeverCompletes, .noEndReachable],
            isBehavioural: true
        ) { specimen in
            specimen.joins.compactMap { join in
                let run = specimen.tree[join.route + [.key("run")]]?.text ?? ""
                guard let initial = specimen.tree["processes"]?[run]?["initial"]?.text else { return nil }
                let last = specimen.arrows.filter { arrow in
                    specimen.states[arrow.source].process == run
                        && arrow.targets?.contains { specimen.states[$0].isFinal } == true
                }
                return (
                    "\(join.words): every end of \(run) leads to its beginning",
                    specimen.with(last.map { ($0.route + [.key("to")], .plain(initial)) })
                )
            }
        },
        Mutator(name: "end with a clock running", expected: [.endLeavesOpen], isBehavioural: true) {
            specimen in
            specimen.states.indices.compactMap { index in
                let place = specimen.states[index]
                let ends = place.tree["states"]?.pairs.contains { $0.value["final"] != nil } ?? false
                guard place.path.count > 1, ends, place.tree["timers"] == nil, specimen.isRegion(index) else {
                    return nil
                }
                var tree = specimen.with(index, on: "rest.rings", .map([]))
                tree[place.route + [.key("timers")]] = .list([
                    .of(
                        ("name", .plain("rest")), ("due", .of(("after", .plain("P7Y")))),
                        ("event", .plain("rest.rings")))
                ])
                return ("\(place.process): \(place.id): a timer beside its end", tree)
            }
        },
    ]
}

extension Specimen {
    /// A transition in words.
    func id(_ arrow: Arrow) -> String {
        "\(states[arrow.source].process): \(states[arrow.source].id)/\(arrow.event)/\(arrow.index)"
    }

    /// Whether a transition from outside leads to a state inside this one.
    func leadsInside(_ state: Int) -> Bool {
        let inside = Set(
            states.indices.filter {
                states[$0].process == states[state].process
                    && states[$0].path.count > states[state].path.count
                    && states[$0].path.starts(with: states[state].path)
            })
        return arrows.contains { arrow in
            !inside.contains(arrow.source) && arrow.targets?.contains(where: inside.contains) == true
        }
    }

    /// Whether a state is a region of a parallel one.
    func isRegion(_ state: Int) -> Bool { states[state].route.dropLast().last == .key("parallel") }

    /// The child processes that a state waits for.
    var joins: [(route: [Tree.Step], words: String)] {
        states.flatMap { place in
            (place.tree["children"]?.items ?? []).enumerated().compactMap { index, child in
                guard child["join"]?.text != "none" else { return nil }
                return (
                    place.route + [.key("children"), .index(index)],
                    "\(place.process): \(place.id)/\(child["name"]?.text ?? "")"
                )
            }
        }
    }
}
