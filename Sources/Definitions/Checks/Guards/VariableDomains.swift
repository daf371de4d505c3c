import Agreements
import Expressions

/// What all values have in common that the actions of a workflow give its variables.
struct VariableDomains {
    private typealias Setting = VariableMinimums.Setting

    private let parameters: [String: JSON]
    private var settings: [Setting] = []

    init(_ draft: WorkflowDraft, _ processes: [ProcessDraft]) {
        parameters = draft.parameters
        for process in processes {
            for action in process.states.flatMap(\.actions) { note(action) }
            for transition in process.transitions {
                for (position, action) in transition.definition.actions.enumerated() {
                    note(action, transition.definition.input, transition.premises(before: position))
                }
            }
        }
    }

    private mutating func note(
        _ action: ActionDefinition, _ input: [InputField] = [], _ premises: [Program] = []
    ) {
        guard case .set(let name, let formula) = action else { return }
        settings.append(Setting(name: name, program: formula.program, input: input, premises: premises))
    }

    /// By variable.
    var domains: [String: Domain] {
        var domains = typedDomains
        for (name, least) in VariableMinimums(settings, domains, parameters).minimums {
            let known = domains[name]?.minimum ?? least
            domains[name]?.minimum = max(least, known)
        }
        return domains
    }

    /// By variable.
    ///
    /// `vars.count + 1` is a number if `vars.count` is one: types are supposed first, and kept if everything
    /// that is set agrees with them.
    private var typedDomains: [String: Domain] {
        var supposed = supposedTypes
        while true {
            let found = domains(supposing: supposed)
            let kept = supposed.filter { found[$0.key]?.type == $0.value }
            guard kept.count < supposed.count else { return found }
            supposed = kept
        }
    }

    /// The types of what is set, as far as they are seen at once and agree.
    private var supposedTypes: [String: CELType] {
        typesSeen.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    /// By variable: the types of what is set where they do not agree, as far as they are seen at once.
    var mixedTypes: [String: [CELType]] { typesSeen.filter { $0.value.count > 1 } }

    private var typesSeen: [String: [CELType]] {
        let seen = settings.compactMap { setting in
            setting.program.domain(setting.input, parameters).type.map { (setting.name, $0) }
        }
        return Dictionary(grouping: seen, by: \.0).mapValues { $0.map(\.1).uniqued() }
    }

    private func domains(supposing types: [String: CELType]) -> [String: Domain] {
        var known = Domains()
        for (name, type) in types { known.paths["vars.\(name)"] = Domain(type) }
        var domains: [String: Domain] = [:]
        for setting in settings {
            var domain = setting.program.domain(setting.input, parameters)
            if domain.type == nil {
                domain.type = setting.program.resultType(knowing: known.adding(setting.input))
            }
            domains[setting.name] = domains[setting.name].map { $0.joined(with: domain) } ?? domain
        }
        return domains
    }
}

extension Domains {
    fileprivate func adding(_ input: [InputField]) -> Domains {
        let fields = input.map { ("event.\($0.name)", $0.domain(true)) }
        return adding(Domains(Dictionary(fields, uniquingKeysWith: { a, _ in a })))
    }
}
