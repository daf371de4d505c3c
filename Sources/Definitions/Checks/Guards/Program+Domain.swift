import Agreements
import Expressions

extension Program {
    /// What is known of the values that the formula gives: a constant, a field of this input, a parameter, or
    /// what is declared of what it reads.
    func domain(_ input: [InputField], _ parameters: [String: JSON]) -> Domain {
        if readablePaths.isEmpty, let value = evaluate([:]).value { return Domain.of(value) }
        for field in input where source == "event.\(field.name)" { return field.domain(true) }
        for (name, value) in parameters where source == "param.\(name)" { return Domain.of(value.value) }
        var domain = environment.domains.paths[source] ?? Domain()
        if domain.type == nil { domain.type = resultType == .dyn ? nil : resultType }
        if outermostFunction.map(Self.dayFunctions.contains) ?? false { domain.days = .always }
        return domain
    }

    private static let dayFunctions: Set<String> = ["plus", "minus", "latest", "day"]
}

extension Domain {
    fileprivate static func of(_ value: Value) -> Domain {
        guard let type = value.scalarType else { return Domain() }
        return Domain(type, choices: [value])
    }

    /// The values of both.
    func joined(with other: Domain) -> Domain {
        let isFinite = !choices.isEmpty && !other.choices.isEmpty
        let added = other.choices.filter { !choices.contains($0) }
        let both = [self, other]
        let minimums = both.compactMap(\.least)
        let days = both.compactMap(\.allDays)
        return Domain(
            type == other.type ? type : nil, choices: isFinite ? choices + added : [],
            minimum: minimums.count == 2 ? minimums.min() : nil,
            days: days.count == 2 ? (days.contains(.orNone) ? .orNone : .always) : nil,
            isInstant: isInstant && other.isInstant)
    }

    /// The least number that it can be; nil where none is known.
    private var least: Int64? {
        let numbers = choices.compactMap { if case .int(let number) = $0 { number } else { nil } }
        return choices.isEmpty || numbers.count < choices.count ? minimum : numbers.min()
    }

    /// The days that it can be; nil where it may be something else.
    private var allDays: Days? {
        guard days == nil, !choices.isEmpty else { return days }
        let texts = choices.compactMap { if case .string(let text) = $0 { text } else { nil } }
        guard texts.count == choices.count, texts.allSatisfy({ $0.isEmpty || (try? Day(parsing: $0)) != nil })
        else { return nil }
        return texts.contains("") ? .orNone : .always
    }
}
