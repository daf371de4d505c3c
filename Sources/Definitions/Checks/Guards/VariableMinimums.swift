import Agreements
import Expressions

/// The least numbers that variables can be.
///
/// A number is the least where all that is set is as great, supposing that of every variable: `vars.count + 1` never
/// falls below 0 where the count begins with it.
struct VariableMinimums {
    /// What an action gives a variable, after which conditions.
    struct Setting {
        var name: String
        var program: Program
        var input: [InputField]
        var premises: [Program]
    }

    private let settings: [Setting]
    private let knowledge: Knowledge
    /// By variable: the numbers that may be its least, the greatest last.
    private var candidates: [String: [Int64]] = [:]

    /// - Parameter domains: what is known of the variables otherwise.
    init(_ settings: [Setting], _ domains: [String: Domain], _ parameters: [String: JSON]) {
        self.settings = settings
        var knowledge = Knowledge(values: ["param": .object(parameters.mapValues(\.value))])
        for (name, domain) in domains {
            knowledge.domains.paths["vars.\(name)"] = domain
            guard domain.type == .int, domain.choices.isEmpty else { continue }
            let constants = settings.filter { $0.name == name }.compactMap { $0.program.constant(parameters) }
            candidates[name] = Set(constants + [0, 1]).sorted()
        }
        self.knowledge = knowledge
    }

    /// By variable; those whose numbers have no least that is known are left out.
    var minimums: [String: Int64] {
        var supposed = candidates
        var isNew = true
        while isNew {
            isNew = false
            for setting in settings {
                while let least = supposed[setting.name]?.last, !keeps(setting, least, supposed) {
                    supposed[setting.name]?.removeLast()
                    isNew = true
                }
            }
        }
        return supposed.compactMapValues(\.last)
    }

    /// Whether what is set is as great as a number, under this supposition.
    private func keeps(_ setting: Setting, _ least: Int64, _ supposed: [String: [Int64]]) -> Bool {
        guard
            let isLess = try? setting.program.environment.compile("(\(setting.program.source)) < \(least)")
        else { return false }
        var knowledge = knowledge
        for (name, numbers) in supposed { knowledge.domains.paths["vars.\(name)"]?.minimum = numbers.last }
        for field in setting.input {
            knowledge.domains.paths["event.\(field.name)"] = field.domain(field.required)
        }
        return GuardLogic.isRefuted(setting.premises + [isLess], knowing: knowledge)
    }
}

extension Program {
    /// The whole number that it always gives, if it is one.
    fileprivate func constant(_ parameters: [String: JSON]) -> Int64? {
        guard case .int(let number)? = domain([], parameters).choices.first else { return nil }
        return number
    }
}
