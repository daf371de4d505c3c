import Agreements
import Expressions

extension WorkflowReading {
    /// Conditions that each name the refusal that their failing gives.
    func clauses(_ node: YAMLNode?) -> [Guard.Clause] {
        read.oneOrMore(node).compactMap { item in
            if item.scalar != nil {
                let message = LocalizedText(
                    fr: "une condition d’un acte nomme son refus : { that: …, else: CODE }",
                    en: "a condition of an act names its refusal: { that: …, else: CODE }")
                log.report(.missingRefusal, at: item.place, message)
                _ = formula(item, [.bool])
                return nil
            }
            guard let fields = fields(item, .clause) else { return nil }
            let formula = formula(fields.required("that"), [.bool])
            let refusal = usedRefusal(refusalNode(fields))
            guard let formula, let refusal else { return nil }
            return Guard.Clause(formula, else: refusal)
        }
    }

    private func refusalNode(_ fields: Fields) -> YAMLNode? {
        if let node = fields["else"] { return node }
        log.report(
            .missingRefusal, at: fields.place,
            .init(
                fr: "une condition d’un acte nomme son refus : else: CODE",
                en: "a condition of an act names its refusal: else: CODE"))
        return nil
    }
}
