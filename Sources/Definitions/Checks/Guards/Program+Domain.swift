import Agreements
import Expressions

extension Program {
    /// What is known of the values that the formula gives: a constant, a field of this input, or a parameter.
    func domain(_ input: [InputField], _ parameters: [String: JSON]) -> Domain {
        if readablePaths.isEmpty, let value = evaluate([:]).value { return Domain.of(value) }
        for field in input where source == "event.\(field.name)" { return field.domain(true) }
        for (name, value) in parameters where source == "param.\(name)" { return Domain.of(value.value) }
        return Domain(resultType == .dyn ? nil : resultType)
    }
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
        return Domain(type == other.type ? type : nil, choices: isFinite ? choices + added : [])
    }
}
