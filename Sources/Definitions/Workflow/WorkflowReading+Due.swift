import Agreements
import Expressions

extension WorkflowReading {
    private static var kinds: [(word: String, value: DueRule.Kind)] {
        [("step", .step), ("silence", .silence), ("opening", .opening), ("instant", .instant)]
    }

    /// `{ after: P30D }`, `{ at: CEL, asOf: CEL, plus: P4M }` or `{ yearly: 01-31 }`, each with a `kind`.
    func due(_ node: YAMLNode?) -> DueRule? {
        guard let node, let fields = fields(node, .due), isOneRule(fields) else { return nil }
        let kind = read.choice(fields["kind"], Self.kinds) ?? .step
        if let length = fields["after"] {
            return sum(length, fields).map { DueRule(base: .entry, offset: $0, kind: kind) }
        }
        if let date = fields["yearly"] {
            if let node = fields["kind"] { uses.yearlyKinds.append(node.place) }
            return yearly(date).map {
                DueRule(base: .yearly(month: $0.month, day: $0.dayOfMonth), kind: kind)
            }
        }
        guard let formula = formula(fields["at"], [.string, .timestamp]) else { return nil }
        return DueRule(
            base: .formula(formula), offset: shift(fields), kind: kind,
            asOf: self.formula(fields["asOf"], [.string, .timestamp]))
    }

    private func shift(_ fields: Fields) -> Period? {
        period(fields["plus"]) ?? period(fields["minus"]).map { -$0 }
    }

    /// `after` with what is added to it: of one unit, for the sum of two has no one meaning.
    private func sum(_ length: YAMLNode, _ fields: Fields) -> Period? {
        guard let after = period(length) else { return nil }
        guard let shift = shift(fields) else { return after }
        guard shift.unit == after.unit else {
            log.report(
                .conflict, at: length.place,
                .init(
                    fr: "\(after) et \(shift) sont de deux unités : leur somme n’a pas un sens unique",
                    en: "\(after) and \(shift) are of two units: their sum has no one meaning"))
            return nil
        }
        return Period(after.count + shift.count, after.unit)
    }

    private func isOneRule(_ fields: Fields) -> Bool {
        let bases = ["after", "at", "yearly"].filter { fields[$0] != nil }
        guard bases.count == 1 else {
            let found = bases.together
            let problem =
                bases.isEmpty
                ? LocalizedText(fr: "il n’y en a aucun ici", en: "none is here")
                : LocalizedText(fr: "il y a ici \(found.fr)", en: "here are \(found.en)")
            log.report(
                .conflict, at: fields.place,
                .init(
                    fr: "une règle d’échéance a un seul de after, at et yearly : \(problem.fr)",
                    en: "a due rule has one of after, at and yearly: \(problem.en)"))
            return false
        }
        for offset in ["plus", "minus"] where bases[0] == "yearly" {
            guard let node = fields[offset] else { continue }
            log.report(
                .conflict, at: node.place,
                .init(
                    fr: "\(offset) va avec at ou after, non avec yearly",
                    en: "\(offset) goes with at or after, not with yearly"))
        }
        if bases[0] != "at", let node = fields["asOf"] {
            log.report(
                .conflict, at: node.place,
                .init(
                    fr: "asOf va avec at, non avec \(bases[0])", en: "asOf goes with at, not with \(bases[0])"
                ))
        }
        if fields["plus"] != nil, let minus = fields["minus"] {
            log.report(
                .conflict, at: minus.place,
                .init(
                    fr: "une règle d’échéance a plus ou minus, pas les deux",
                    en: "a due rule has plus or minus, not both"))
        }
        return true
    }

    /// A length that is not negative.
    func period(_ node: YAMLNode?) -> Period? {
        guard let node, let period = signedPeriod(node) else { return nil }
        guard period.count >= 0 else {
            log.report(
                .badValue, at: node.place,
                .init(fr: "la durée \(period) est négative", en: "the length \(period) is negative"))
            return nil
        }
        return period
    }

    func signedPeriod(_ node: YAMLNode?) -> Period? {
        read.value(node) { text throws(TimeTextError) in try Period(parsing: text) }
    }

    /// `MM-DD`, a date that every year has.
    private func yearly(_ node: YAMLNode) -> Day? {
        guard let text = read.text(node) else { return nil }
        if let day = try? Day(parsing: "2001-" + text) { return day }
        log.report(
            .badValue, at: node.place,
            .init(
                fr: "\(text.quotedInFrench) n’est pas une date de chaque année, écrite MM-JJ",
                en: "\(text.quoted) is no date of every year, written MM-DD"))
        return nil
    }
}
