@testable import Definitions

extension Mutator {
    static let words = [
        Mutator(name: "text emptied", expected: [.missingText]) { specimen in
            specimen.bilingualRoutes.enumerated().map { number, route in
                let language = number % 2 == 0 ? "fr" : "en"
                return (
                    "\(words(route)).\(language) emptied", specimen.with(route + [.key(language)], .text(""))
                )
            }
        },
        Mutator(name: "language missing", expected: [.missingText]) { specimen in
            specimen.bilingualRoutes.enumerated().map { number, route in
                let language = number % 2 == 0 ? "en" : "fr"
                return ("\(words(route)).\(language) removed", specimen.with(route + [.key(language)], nil))
            }
        },
        Mutator(name: "placeholder misspelt", expected: [.undefinedPlaceholder]) { specimen in
            specimen.quietMoves.map { arrow in
                (
                    "\(specimen.id(arrow)): a notice with {{refrence}}",
                    specimen.owing(arrow, fr: "Dossier {{refrence}}", en: "File {{reference}}")
                )
            }
        },
        Mutator(
            name: "placeholder without a value there", expected: [.undefinedPlaceholder], isBehavioural: true
        ) { specimen in
            specimen.quietMoves.filter { $0.tree["reason"] == nil }.map { arrow in
                (
                    "\(specimen.id(arrow)): a notice with {{reason}}",
                    specimen.owing(arrow, fr: "Motif : {{reason}}", en: "Reason: {{reason}}")
                )
            }
        },
        Mutator(name: "template not closed", expected: [.badTemplate]) { specimen in
            specimen.quietMoves.map { arrow in
                (
                    "\(specimen.id(arrow)): a notice with an open section",
                    specimen.owing(arrow, fr: "{{#due}}Avant le {{due}}", en: "{{#due}}By {{due}}{{/due}}")
                )
            }
        },
        Mutator(name: "notice to nobody", expected: [.noRecipients]) { specimen in
            specimen.quietMoves.map { arrow in
                (
                    "\(specimen.id(arrow)): a notice to nobody",
                    specimen.owing(arrow, fr: "Fait.", en: "Done.", to: nil)
                )
            }
        },
        Mutator(name: "notice that nothing owes", expected: [.unused]) { specimen in
            [("a notice X01 that nothing owes", specimen.withNotice(fr: "Fait.", en: "Done.", to: "INT"))]
        },
        Mutator(name: "refusal that nothing gives", expected: [.unused]) { specimen in
            var tree = specimen.tree
            var refusals = tree["refusals"] ?? .map([])
            refusals["never_said"] = .bilingual("Jamais dit.", "Never said.")
            tree["refusals"] = refusals
            return [("a refusal that nothing gives", tree)]
        },
    ]

    private static func words(_ route: [Tree.Step]) -> String {
        route.map { step in
            switch step {
            case .key(let key): key
            case .index(let index): String(index)
            }
        }.joined(separator: ".")
    }
}

extension Specimen {
    /// The texts in both languages.
    var bilingualRoutes: [[Tree.Step]] {
        tree.scalars().map(\.route).filter { $0.last == .key("fr") }.map { Array($0.dropLast()) }
    }

    /// Transitions that owe no notice so far.
    var quietMoves: [Arrow] { arrows.filter { $0.tree["notify"] == nil && $0.event != "always" } }

    /// The document with one more notice, which nothing owes.
    func withNotice(fr: String, en: String, to role: String?) -> Tree {
        var tree = tree
        var notice = Tree.of(("subject", .bilingual("Objet", "Subject")), ("body", .bilingual(fr, en)))
        if let role { notice["to"] = .list([.plain(role)]) }
        var notices = tree["notices"] ?? .map([])
        notices["X01"] = notice
        tree["notices"] = notices
        return tree
    }

    /// The document with one more notice, which one transition owes.
    func owing(_ arrow: Arrow, fr: String, en: String, to role: String? = "INT") -> Tree {
        var tree = withNotice(fr: fr, en: en, to: role)
        tree[arrow.route + [.key("notify")]] = .list([.plain("X01")])
        return tree
    }
}
