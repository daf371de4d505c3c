@testable import Definitions

extension Mutator {
    /// Days, lengths and numbers that cannot be read when the step runs.
    static let calendar = [
        Mutator(
            name: "parameter that is no length", expected: [.unreadableText, .expression], isBehavioural: true
        ) {
            specimen in
            specimen.lengths.flatMap { name -> [Change] in
                let route = [Tree.Step.key("parameters"), .key(name)]
                return [Tree.plain("4"), .plain("P4X"), .plain("tomorrow")].map { wrong in
                    ("\(name): \(wrong.text ?? "")", specimen.with(route, wrong))
                }
            }
        },
        Mutator(name: "length misspelt", expected: [.unreadableText], isBehavioural: true) { specimen in
            specimen.tree.scalars().compactMap { scalar in
                guard scalar.text.contains("plus(") || scalar.text.contains("minus(") else { return nil }
                let wrong = scalar.text.replacing(#/'P(\d+)[YMD]'/#) { "'P\($0.output.1)X'" }
                return wrong == scalar.text ? nil : (wrong, specimen.with(scalar.route, .text(wrong)))
            }
        },
        Mutator(name: "day of the year that there is not", expected: [.unreadableText], isBehavioural: true) {
            specimen in
            specimen.tree.scalars().filter { $0.text.contains("yearly(") }.flatMap { scalar in
                ["'13-45'", "'02-29'", "'January'"].map { day in
                    let wrong = scalar.text.replacing("'01-31'", with: day)
                    return (wrong, specimen.with(scalar.route, .text(wrong)))
                }
            }
        },
        Mutator(name: "number or instant of a free text", expected: [.unreadableText], isBehavioural: true) {
            specimen in
            let reading = ["int(agreement.unit) > 0", "timestamp(agreement.unit) < now"]
            return specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) && \(reading[number % reading.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "day of a term that never began", expected: [.missingField], isBehavioural: true) {
            specimen in
            guard !specimen.opensTerm else { return [] }
            let reading = ["plus(agreement.end, 'P1D') > day(now)", "year(agreement.start) > 2000"]
            return specimen.conditions.enumerated().map { number, condition in
                let wrong = "(\(condition.formula)) && \(reading[number % reading.count])"
                return ("\(condition.words): \(wrong)", specimen.with(condition.route, .text(wrong)))
            }
        },
        Mutator(name: "deadline on no day", expected: [.unreadableText], isBehavioural: true) { specimen in
            specimen.timers.filter { specimen.tree[$0.route]?["due"]?["after"] != nil }.map { timer in
                let due = Tree.of(("at", .text("'tomorrow'")))
                return ("\(timer.words): at 'tomorrow'", specimen.with(timer.route + [.key("due")], due))
            }
        },
    ]
}

extension Specimen {
    /// The parameters that are read as lengths.
    fileprivate var lengths: [String] {
        let formulas = tree.scalars().map(\.text)
        return (tree["parameters"]?.pairs ?? []).map(\.key).filter { name in
            formulas.contains {
                ($0.contains("plus(") || $0.contains("minus(")) && $0.contains(", param.\(name))")
            }
        }
    }

    /// Whether some action of the file opens a term.
    fileprivate var opensTerm: Bool {
        tree.scalars().contains { $0.route.contains(.key("term")) }
    }
}
