@testable import Definitions

extension Mutator {
    static let guards = [
        Mutator(name: "type error", expected: [.expression]) { specimen in
            specimen.conditions.map { condition in
                ("\(condition.words): a number", specimen.with(condition.route, .text("1 + 1")))
            }
        },
        Mutator(name: "unknown name", expected: [.expression]) { specimen in
            specimen.conditions.compactMap { condition in
                let roots = ["agreement.", "vars.", "event.", "dossier.", "measures.", "children"]
                guard let root = roots.first(where: condition.formula.contains) else { return nil }
                let wrong = condition.formula.replacing(root, with: "x" + root, maxReplacements: 1)
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "comparison of unlike things", expected: [.expression]) { specimen in
            specimen.conditions.map { condition in
                let wrong = "(\(condition.formula)) && agreement.renewals == 'two'"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "input of another type", expected: [.expression]) { specimen in
            guard let refusal = specimen.refusal else { return [] }
            let slips = [
                ("integer", "size(event.extra) > 1"), ("integer", "event.extra != 'a'"),
                ("flag", "event.extra > 2"), ("day", "event.extra + 1 > 3"),
                ("organisation", "event.extra.countri == 'FR'"),
            ]
            return specimen.arrows.filter { $0.isAct && $0.count == 1 }.enumerated().map { number, arrow in
                let (kind, formula) = slips[number % slips.count]
                var act = arrow.tree
                act["input"] = .map(
                    (act["input"]?.pairs ?? []) + [.init(key: "extra", value: .plain(kind))])
                act["if"] = .list(
                    (act["if"]?.items ?? []) + [.of(("that", .text(formula)), ("else", .plain(refusal)))])
                return ("\(specimen.id(arrow)): \(formula)", specimen.with(arrow.route, act))
            }
        },
        Mutator(name: "word of no known set", expected: [.unknownName]) { specimen in
            let slips = [
                "children.exists(c, c.name == 'nobody')", "'nobody' in actor.roles",
                "agreement.parties.exists(p, p.kind == 'epstt')", "'acronim' in dossier.present",
            ]
            return specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) || \(slips[number % slips.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "contradiction", expected: [.guardNeverTrue, .deadTransition], isBehavioural: true) {
            specimen in
            let contradictions = [
                "measures.flagged && !measures.flagged",
                "agreement.renewals > 5 && agreement.renewals < 3",
                "agreement.start < agreement.end && agreement.end < agreement.start",
            ]
            return specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) && \(contradictions[number % contradictions.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "division by zero", expected: [.divisionByZero], isBehavioural: true) { specimen in
            guard let refusal = specimen.refusal else { return [] }
            return specimen.arrows.filter { $0.isAct && $0.count == 1 }.enumerated().map { number, arrow in
                var act = arrow.tree
                act["input"] = .map(
                    (act["input"]?.pairs ?? []) + [.init(key: "parts", value: .plain("integer"))])
                let formula = number % 2 == 0 ? "100 / event.parts > 3" : "100 % event.parts == 0"
                act["if"] = .list(
                    (act["if"]?.items ?? []) + [.of(("that", .text(formula)), ("else", .plain(refusal)))])
                return ("\(specimen.id(arrow)): \(formula)", specimen.with(arrow.route, act))
            }
        },
        Mutator(
            name: "branch of a decision dropped", expected: [.guardGap, .waitsForNothing], isBehavioural: true
        ) { specimen in
            specimen.decisions.map { ("\(specimen.id($0)) dropped", specimen.without($0)) }
        },
        Mutator(name: "comparison widened", expected: [.guardOverlap], isBehavioural: true) { specimen in
            specimen.arrows.compactMap { arrow in
                guard arrow.count > 1, let formula = arrow.tree["if"]?.text,
                    specimen.arrows.allSatisfy({
                        $0.eventRoute != arrow.eventRoute || $0.tree["if"]?.text != nil
                    })
                else { return nil }
                let wide = formula.replacing(" < ", with: " <= ").replacing(" > ", with: " >= ")
                guard wide != formula else { return nil }
                return (
                    "\(specimen.id(arrow)): \(wide)", specimen.with(arrow.route + [.key("if")], .text(wide))
                )
            }
        },
        Mutator(name: "cost beyond the limit", expected: [.guardCost]) { specimen in
            specimen.conditions.map { condition in
                let long = "a + b + a + b + a + b + a + b + a + b"
                let nested = "dossier.present.all(a, dossier.missing.all(b, \(long) != \(long) + a))"
                return ("\(condition.words): \(nested)", specimen.with(condition.route, .text(nested)))
            }
        },
        Mutator(name: "condition without a refusal", expected: [.missingRefusal]) { specimen in
            specimen.conditions.filter { $0.route.last == .key("that") }.map { condition in
                let clause = Array(condition.route.dropLast())
                return (
                    "\(condition.words): else removed", specimen.with(clause + [.key("else")], nil)
                )
            }
        },
    ]
}

extension Specimen {
    /// The conditions of transitions, with the routes to their formulas.
    var conditions: [(route: [Tree.Step], formula: String, words: String)] {
        arrows.flatMap { arrow -> [(route: [Tree.Step], formula: String, words: String)] in
            guard let condition = arrow.tree["if"] else { return [] }
            let route = arrow.route + [.key("if")]
            if let text = condition.text { return [(route, text, id(arrow))] }
            return condition.items.enumerated().compactMap { index, clause in
                guard let text = clause["that"]?.text else { return nil }
                let inner: [Tree.Step] = if case .list = condition { [.index(index)] } else { [] }
                return (route + inner + [.key("that")], text, id(arrow))
            }
        }
    }

    /// The last branches of decisions that nobody takes in person and that are certainly missed.
    ///
    /// Without it, what holds in no branch falls through: a single condition that is left would be a filter,
    /// unless no other way leads on.
    var decisions: [Arrow] {
        arrows.filter { arrow in
            let owed = ["always", "done"] + timers.map(\.event)
            guard !arrow.isAct, owed.contains(arrow.event), arrow.count > 1, arrow.index == arrow.count - 1
            else { return false }
            let isOnlyWay = near(arrow).allSatisfy { $0.event == arrow.event }
            return isOnlyWay || (arrow.count > 2 && arrow.event != "always")
        }
    }

    /// The transitions of the state of one, of the states around it and of those inside.
    private func near(_ arrow: Arrow) -> [Arrow] {
        let here = states[arrow.source]
        return arrows.filter { other in
            let there = states[other.source]
            return there.process == here.process
                && (here.path.starts(with: there.path) || there.path.starts(with: here.path))
        }
    }
}
