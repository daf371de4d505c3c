import Agreements
import Expressions

/// No divisor can be zero: what stands beside a division, or the domains of the values, exclude it.
enum DivisionsByZero: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) where use.formula.source.contains(where: "/%".contains)
        {
            for (hazard, path) in world.hazards(in: use) where hazard.kind == .division {
                let when = WitnessWords.when(hazard.witness ?? [:])
                log.report(
                    .divisionByZero, at: use.place(of: hazard.span),
                    .init(
                        fr: "\(hazard.operand) peut être zéro dans \(hazard.source.quotedInFrench)\(when.fr)",
                        en: "\(hazard.operand) can be zero in \(hazard.source.quoted)\(when.en)"), path: path)
            }
        }
    }
}

extension GuardWorld {
    /// What can go wrong in a formula, in any of the events in which it runs, with the way there.
    func hazards(in use: FormulaUse) -> [(Hazard, path: [LocalizedText])] {
        let found = hazards(in: use, after: use.premises)
        return found.isEmpty
            ? [] : hazards(in: use, after: use.premises + lasting(in: use.process).premises(of: use))
    }

    private func hazards(in use: FormulaUse, after premises: [Program]) -> [(Hazard, path: [LocalizedText])] {
        var seen: Set<Span> = []
        return events(of: use).flatMap { event in
            use.formula.program.hazards(knowing: knowledge(in: use.process, event), after: premises)
                .map { ($0, path: event.path) }
        }.filter { seen.insert($0.0.span).inserted }
    }
}
