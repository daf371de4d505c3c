@testable import Definitions

extension Mutator {
    static let people = [
        Mutator(name: "roles of an act emptied", expected: [.stepWithoutRole]) { specimen in
            specimen.arrows.filter(\.isAct).map { arrow in
                ("\(specimen.id(arrow)): by is empty", specimen.with(arrow.route + [.key("by")], .list([])))
            }
        },
        Mutator(name: "task of a role that has no act", expected: [.stepWithoutRole]) { specimen in
            specimen.states.indices.compactMap { index in
                let place = specimen.states[index]
                let acts = specimen.arrows(from: index).filter(\.isAct)
                guard place.isAtomic, place.tree["task"] != nil, !acts.isEmpty else { return nil }
                return (
                    "\(place.process): \(place.id): task of AUD",
                    specimen.with(place.route + [.key("task"), .key("role")], .plain("AUD"))
                )
            }
        },
        Mutator(name: "act that nobody does any more", expected: [.nobodySends]) { specimen in
            specimen.arrows.filter { $0.isAct && $0.count == 1 && !specimen.acts.contains($0.event) }
                .map { arrow in
                    var bare = arrow.tree
                    for key in ["by", "title", "input", "reason", "if"] { bare[key] = nil }
                    return ("\(specimen.id(arrow)): by removed", specimen.with(arrow.route, bare))
                }
        },
        Mutator(name: "one act on both sides of a duty", expected: [.impossibleDuties], isBehavioural: true) {
            specimen in
            guard specimen.refusal != nil, specimen.tree["duties"] == nil else { return [] }
            return specimen.arrows.filter(\.isAct).map { arrow in
                let duty = Tree.of(
                    ("first", .list([.plain(arrow.event)])), ("second", .list([.plain(arrow.event)])),
                    ("else", .plain("own_file")))
                return ("\(arrow.event) against itself", specimen.with([.key("duties")], .list([duty])))
            }
        },
        Mutator(name: "duties of one and the same person", expected: [.impossibleDuties], isBehavioural: true)
        { specimen in
            guard specimen.refusal != nil, specimen.tree["duties"] == nil else { return [] }
            return specimen.pairsOfOnePerson.map { first, second in
                let duty = Tree.of(
                    ("first", .list([.plain(first)])), ("second", .list([.plain(second)])),
                    ("else", .plain("own_file")))
                return ("\(first) against \(second)", specimen.with([.key("duties")], .list([duty])))
            }
        },
        Mutator(name: "reason not asked for", expected: [.missingReason], isBehavioural: true) { specimen in
            specimen.arrows.filter { arrow in
                arrow.tree["reason"] != nil && arrow.count == 1 && specimen.isSetback(arrow)
            }.map { arrow in
                (
                    "\(specimen.id(arrow)): reason removed",
                    specimen.with(arrow.route + [.key("reason")], nil)
                )
            }
        },
        Mutator(
            name: "deadline without a consequence", expected: [.deadlineWithoutConsequence],
            isBehavioural: true
        ) { specimen in
            specimen.states.compactMap { place in
                let around = specimen.states.filter {
                    $0.process == place.process && $0.tree["timers"] != nil
                        && ($0.path.starts(with: place.path) || place.path.starts(with: $0.path))
                        && $0.path != place.path
                }
                guard place.tree["task"]?["due"] != nil, around.isEmpty else { return nil }
                return (
                    "\(place.process): \(place.id): reminders and timers removed",
                    specimen.with([
                        (place.route + [.key("task"), .key("remind")], nil),
                        (place.route + [.key("timers")], nil),
                    ])
                )
            }
        },
    ]
}

extension Specimen {
    /// Acts of one state after another that one and the same person does, by the nature of the role.
    var pairsOfOnePerson: [(String, String)] {
        let single: Set<String> = ["PI_FR", "DU", "FSD", "DPO"]
        return arrows.flatMap { first -> [(String, String)] in
            guard first.isAct, let role = first.tree["by"]?.items.first?.text, single.contains(role),
                first.tree["by"]?.items.count == 1, let next = first.targets?.first, next != first.source
            else { return [] }
            return arrows(from: next).compactMap { second in
                guard second.isAct, second.tree["by"] == first.tree["by"], second.event != first.event,
                    arrows.count(where: { $0.event == second.event }) == 1,
                    arrows.count(where: { $0.event == first.event }) == 1
                else { return nil }
                return (first.event, second.event)
            }
        }
    }

    /// Whether an act ends or suspends what was in force, or drops a file that another end would close.
    func isSetback(_ arrow: Arrow) -> Bool {
        guard states[arrow.source].process == "life", let target = arrow.targets?.first else { return false }
        let legal = states[target].tree["legal"]?.text
        let ends = states.filter { $0.process == "life" && $0.isTop && $0.isFinal }
        let isBadEnd =
            states[target].isTop && states[target].isFinal && legal == nil
            && ends.contains { $0.tree["legal"]?.text == "ended" }
        let before = states[arrow.source].tree["legal"]?.text
        let isSuspension = before == "in_force" && (legal == "suspended" || legal == "ended")
        return isSuspension || isBadEnd
    }
}
