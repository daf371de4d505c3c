@testable import Definitions

extension Mutator {
    /// The legal status and the definition's own properties.
    static let law = [
        Mutator(name: "way round the signature", expected: [.unsignedInForce], isBehavioural: true) {
            specimen in
            specimen.signings.map { signing in
                let place = specimen.states[signing.state]
                return (
                    "\(place.id): an act leads past the signature",
                    specimen.with(
                        signing.state, on: "force", .act(by: "DG", to: signing.target, reason: true))
                )
            }
        },
        Mutator(
            name: "one signature is enough", expected: [.unsignedInForce, .joinNeverCompletes],
            isBehavioural: true
        ) {
            specimen in
            specimen.signings.map { signing in
                let place = specimen.states[signing.state]
                return (
                    "\(place.id): join any",
                    specimen.with(
                        place.route + [.key("children"), .index(0), .key("join")], .plain("any"))
                )
            }
        },
        Mutator(name: "somebody is excused from signing", expected: [.unsignedInForce], isBehavioural: true) {
            specimen in
            let signed = "p.id in agreement.text.signedBy"
            let excusing = [
                "agreement.parties.all(p, p.epscp || \(signed))",
                "agreement.parties.all(p, p.country == 'XX' || \(signed))",
                "size(agreement.parties) > 3 || agreement.parties.all(p, \(signed))",
                "size(agreement.text.signedBy) >= 3",
            ]
            return specimen.signings.flatMap { signing in
                excusing.map { formula in
                    let place = specimen.states[signing.state]
                    let join = place.route + [.key("children"), .index(0), .key("join")]
                    return (
                        "\(place.id): \(formula)", specimen.with(join, Tree.of(("when", .text(formula))))
                    )
                }
            }
        },
        Mutator(name: "signatures of the home party only", expected: [.unsignedInForce], isBehavioural: true)
        {
            specimen in
            specimen.signings.map { signing in
                let place = specimen.states[signing.state]
                let children = place.route + [.key("children"), .index(0)]
                return (
                    "\(place.id): circuits of the home party only",
                    specimen.with([
                        (children + [.key("forEach")], .text("party in agreement.parties.filter(p, p.home)")),
                        (
                            children + [.key("join")],
                            Tree.of(("when", .text("children.all(c, c.outcome == 'signed')")))
                        ),
                    ])
                )
            }
        },
        Mutator(name: "signatures void on the day", expected: [.unsignedInForce], isBehavioural: true) {
            specimen in
            specimen.signings.compactMap { signing in
                guard
                    let force = specimen.states.first(where: {
                        $0.isTop && $0.setsInForce && $0.name == signing.target
                    }), force.tree["do"] == nil
                else { return nil }
                return (
                    "\(force.id): its entry makes the signatures void",
                    specimen.with(force.route + [.key("do")], .plain("void_signatures"))
                )
            }
        },
        Mutator(name: "status that nothing allows", expected: [.illegalStatusChange], isBehavioural: true) {
            specimen in
            guard !specimen.states.contains(where: { $0.tree["legal"] != nil }) else { return [] }
            return specimen.lonely.filter { specimen.states[$0].process == "life" }.enumerated().map {
                number, state in
                let place = specimen.states[state]
                let status = number % 2 == 0 ? "suspended" : "expired_pending"
                return (
                    "\(place.id): \(status) out of nothing",
                    specimen.with(place.route + [.key("legal")], .plain(status))
                )
            }
        },
        Mutator(name: "back in force after the end", expected: [.illegalStatusChange], isBehavioural: true) {
            specimen in
            specimen.states.indices.compactMap { state in
                let place = specimen.states[state]
                guard place.isTop, !place.isFinal, place.tree["legal"]?.text == "ended",
                    let force = specimen.states.first(where: { $0.isTop && $0.setsInForce })
                else { return nil }
                return (
                    "\(place.id): reopened to \(force.name)",
                    specimen.with(state, on: "reopen", .act(by: "DG", to: force.name, reason: true))
                )
            }
        },
        Mutator(name: "two regions set the status", expected: [.twoLegalRegions]) { specimen in
            specimen.states.compactMap { place in
                guard place.process == "life", let regions = place.tree["parallel"]?.pairs, regions.count > 1
                else { return nil }
                return (
                    "\(place.id): \(regions[0].key) and \(regions[1].key) set the status",
                    specimen.with(
                        regions.prefix(2).map { region in
                            (
                                place.route + [.key("parallel"), .key(region.key), .key("legal")],
                                .plain("none")
                            )
                        })
                )
            }
        },
        Mutator(name: "never a state that is reached", expected: [.propertyRefuted], isBehavioural: true) {
            specimen in
            specimen.lonely.filter { specimen.states[$0].process == "life" }.map { state in
                let id = specimen.states[state].id
                return ("never \(id)", specimen.stating("never", "'\(id)' in states"))
            }
        },
        Mutator(name: "always what is not at first", expected: [.propertyRefuted], isBehavioural: true) {
            specimen in
            specimen.lonely.filter { specimen.states[$0].process == "life" }.map { state in
                let id = specimen.states[state].id
                return ("always not yet \(id)", specimen.stating("always", "!('\(id)' in visited)"))
            }
        },
        Mutator(name: "eventually what may be missed", expected: [.propertyRefuted], isBehavioural: true) {
            specimen in
            let ends = specimen.states.filter { $0.process == "life" && $0.isTop && $0.isFinal }
            guard ends.count > 1 else { return [] }
            return ends.map { end in
                ("eventually \(end.id)", specimen.stating("eventually", "'\(end.id)' in visited"))
            }
        },
        Mutator(name: "property turned round", expected: [.propertyRefuted], isBehavioural: true) {
            specimen in
            (specimen.tree["properties"]?.items ?? []).enumerated().compactMap { index, property in
                guard case .map(var pairs) = property,
                    let at = pairs.firstIndex(where: { ["always", "never"].contains($0.key) })
                else { return nil }
                pairs[at].key = pairs[at].key == "always" ? "never" : "always"
                return (
                    "property \(index): \(pairs[at].key) \(pairs[at].value.text ?? "")",
                    specimen.with([.key("properties"), .index(index)], .map(pairs))
                )
            }
        },
    ]
}

extension Specimen {
    /// The states in which every party signs, each with the state in force to which it leads.
    var signings: [(state: Int, target: String)] {
        states.indices.compactMap { index in
            guard states[index].isTop,
                states[index].tree["children"]?.items.first?["run"]?.text == "party_signature"
            else { return nil }
            let done = arrows(from: index).first { $0.event == "done" }
            guard let target = done?.targets?.first, states[target].setsInForce else { return nil }
            return (index, states[target].name)
        }
    }

    /// The document with one more property of its own.
    func stating(_ kind: String, _ formula: String) -> Tree {
        let property = Tree.of((kind, .text(formula)), ("title", .bilingual("Propriété", "Property")))
        return with([.key("properties")], .list((tree["properties"]?.items ?? []) + [property]))
    }
}

extension Specimen.Place {
    /// Whether it, or a state inside it, puts the agreement in force.
    var setsInForce: Bool {
        tree.scalars().contains { $0.route.last == .key("legal") && $0.text == "in_force" }
    }
}
