@testable import Definitions

extension Mutator {
    /// Ends that nothing certain leads to, and processes that start themselves.
    static let ends = [
        Mutator(name: "end behind what stays open", expected: [.propertyNotDecided]) { specimen in
            specimen.lonely.filter { specimen.states[$0].process == "life" }.compactMap { state in
                guard let end = specimen.lifeEnd, specimen.states[state].isPlain else { return nil }
                let asking = Tree.map(
                    Tree.act(by: "DG", to: end, reason: true).pairs
                        + Tree.of(
                            ("if", .of(("that", .text("dossier.complete")), ("else", .plain("not_open"))))
                        ).pairs)
                let place = specimen.states[state]
                var tree = specimen.stating("eventually", "ended")
                tree[place.route + [.key("task")]] = nil
                tree[place.route + [.key("on")]] = .of(("finish", asking))
                return ("\(place.id): the only way out asks for a complete file", tree)
            }
        },
        Mutator(
            name: "timer that would ring twice", expected: [.noEndReachable, .deadTransition, .unreachable],
            isBehavioural: true
        ) { specimen in
            specimen.lonely.filter { specimen.states[$0].process == "life" }.compactMap { state in
                let place = specimen.states[state]
                guard let end = specimen.lifeEnd, place.isPlain else { return nil }
                func inner(_ target: String) -> Tree {
                    .of(("title", .bilingual("Partie", "Part")), ("on", .of(("rings", .to(target)))))
                }
                return (
                    "\(place.id): leaves by the second ring of its timer",
                    specimen.with([
                        (place.route + [.key("task")], nil), (place.route + [.key("on")], nil),
                        (
                            place.route + [.key("timers")],
                            .list([
                                .of(
                                    ("name", .plain("once")), ("due", .of(("after", .plain("P3D")))),
                                    ("event", .plain("rings")))
                            ])
                        ),
                        (place.route + [.key("initial")], .plain("first")),
                        (
                            place.route + [.key("states")],
                            .of(("first", inner("second")), ("second", inner(end)))
                        ),
                    ])
                )
            }
        },
        Mutator(name: "child that starts itself", expected: [.endlessLoop], isBehavioural: true) { specimen in
            specimen.joins.compactMap { join in
                let run = specimen.tree[join.route + [.key("run")]]?.text ?? ""
                guard let initial = specimen.tree["processes"]?[run]?["initial"]?.text else { return nil }
                let state: [Tree.Step] = [.key("processes"), .key(run), .key("states"), .key(initial)]
                let again = Tree.of(
                    ("name", .plain("again")), ("run", .plain(run)), ("join", .plain("none")))
                let own = specimen.tree[state + [.key("children")]]?.items ?? []
                return (
                    "\(run) starts itself", specimen.with(state + [.key("children")], .list(own + [again]))
                )
            }
        },
        Mutator(name: "value of an act forgotten", expected: [.guardGap], isBehavioural: true) { specimen in
            specimen.splittable.map { arrow in
                let branches = ["P", "Q"].map { specimen.branch(arrow, "event.pick == '\($0)'") }
                return (
                    "\(specimen.id(arrow)): nothing for R", specimen.with(arrow.eventRoute, .list(branches))
                )
            }
        },
        Mutator(name: "rest of what is taken already", expected: [.deadTransition], isBehavioural: true) {
            specimen in
            specimen.splittable.map { arrow in
                let formulas = ["event.pick == 'P'", "event.pick != 'P'", nil]
                return (
                    "\(specimen.id(arrow)): a third branch for nothing",
                    specimen.with(arrow.eventRoute, .list(formulas.map { specimen.branch(arrow, $0) }))
                )
            }
        },
    ]
}

extension Specimen {
    /// The name of an end of the life.
    fileprivate var lifeEnd: String? {
        states.first { $0.process == "life" && $0.isTop && $0.isFinal }?.name
    }

    /// The acts that stand alone and ask nothing.
    fileprivate var splittable: [Arrow] {
        arrows.filter { $0.isAct && $0.count == 1 && $0.tree["if"] == nil && $0.tree["input"] == nil }
    }

    /// A branch of an act, of what one of three values asks for.
    fileprivate func branch(_ arrow: Arrow, _ formula: String?) -> Tree {
        var tree = arrow.tree
        tree["input"] = .of(("pick", .list([.plain("P"), .plain("Q"), .plain("R")])))
        if let formula {
            tree["if"] = .of(("that", .text(formula)), ("else", .plain("not_open")))
        }
        return tree
    }
}

extension Specimen.Place {
    /// Whether nothing but its task and its transitions belongs to it.
    fileprivate var isPlain: Bool {
        ["timers", "children", "states", "parallel"].allSatisfy { tree[$0] == nil }
    }
}
