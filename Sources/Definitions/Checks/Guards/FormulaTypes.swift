import Agreements
import Expressions

/// Compiles each formula once more, for the types of what it reads where it runs: the input of the act, the
/// variables, the item, the parameters and the rules.
///
/// What is wrong is reported; the condition then counts as one that could not be read, so that nothing is
/// said that follows from it.
struct FormulaTypes {
    let log: FindingLog

    /// The same definition where nothing is wrong: nil.
    func corrected(in world: GuardWorld) -> WorkflowDraft? {
        var corrected: WorkflowDraft?
        for process in world.processes {
            let wrong = Set(process.formulas.filter { isWrong($0, world) }.map(\.formula.place))
            guard !wrong.isEmpty else { continue }
            corrected = corrected ?? world.draft
            corrected?.processes[process.name]?.value.set(illTyped: wrong)
        }
        return corrected
    }

    /// Reports what is wrong with a formula in the first event, by the way to it, where something is.
    private func isWrong(_ use: FormulaUse, _ world: GuardWorld) -> Bool {
        for (event, types) in zip(world.events(of: use), world.types(of: use)) {
            let errors = use.formula.program.errors(knowing: types)
            for error in errors {
                log.report(
                    .expression, at: use.place(after: error.offset), error.clause,
                    suggestion: error.suggestion, path: event.path)
            }
            if !errors.isEmpty || hasWrongType(use, event, types) || readsMixed(use, event, types, world) {
                return true
            }
        }
        return false
    }

    /// Reports what cannot be right for one of the types of a variable that is given values of several.
    private func readsMixed(
        _ use: FormulaUse, _ event: EventShape, _ types: Domains, _ world: GuardWorld
    ) -> Bool {
        guard !world.mixedTypes.isEmpty else { return false }
        for name in VariableNames.read(by: use.formula.program).sorted() {
            for type in world.mixedTypes[name] ?? [] {
                var types = types
                types.paths["vars.\(name)"] = Domain(type)
                guard let error = use.formula.program.errors(knowing: types).first else { continue }
                let all = (world.mixedTypes[name] ?? []).map(\.description)
                let (french, english) = (
                    all.joined(separator: " ou "), all.joined(separator: " and to ")
                )
                log.report(
                    .expression, at: use.place(after: error.offset),
                    .init(
                        fr: "\(error.clause.fr) ; vars.\(name) reçoit une valeur de type \(french)",
                        en: "\(error.clause.en); vars.\(name) is set to \(english)"), path: event.path)
                return true
            }
        }
        return false
    }

    /// Reports a value of a type that is known here and not asked for.
    private func hasWrongType(_ use: FormulaUse, _ event: EventShape, _ types: Domains) -> Bool {
        let asked = use.formula.types
        // A type that was known as the file was read has been compared there.
        guard !asked.isEmpty, use.formula.program.resultType == .dyn,
            let type = use.formula.program.resultType(knowing: types),
            !asked.contains(where: { type.isOne(of: $0) })
        else { return false }
        log.report(.expression, at: use.place, CELType.slip(type, for: asked), path: event.path)
        return true
    }
}

extension CELType {
    /// Whether a value of this type may be asked for as another.
    fileprivate func isOne(of asked: CELType) -> Bool {
        switch (self, asked) {
        case (_, .dyn), (.dyn, _): true
        case (.list(let own), .list(let element)): own.isOne(of: element)
        case (.map, .map): true
        default: self == asked
        }
    }
}

extension ProcessDraft {
    /// Treats these formulas, by their places, like formulas that could not be read.
    fileprivate mutating func set(illTyped places: Set<String>) {
        illTyped = places
        isSound = false
        for index in transitions.indices { transitions[index].leaveOut(places) }
        // Only conditions changed: the structure was drawn before.
        try? draw()
    }
}

extension TransitionDraft {
    fileprivate mutating func leaveOut(_ places: Set<String>) {
        guard let clauses = condition?.clauses else { return }
        let rest = clauses.filter { !places.contains($0.formula.place) }
        guard rest.count < clauses.count else { return }
        harm.insert(.condition)
        condition?.clauses = rest + (UnreadCondition.clause(at: place).map { [$0] } ?? [])
    }
}

extension GuardWorld {
    /// The types of what a formula reads in one of its events, where the environment leaves them open.
    func typesRead(in process: ProcessDraft, _ event: EventShape) -> Domains {
        var domains = knowledge(in: process, event).domains
        domains.paths.merge(typesOfConstants) { $1 }
        return domains
    }

    /// The types of the parameters and the rules.
    func constantTypes() -> [String: Domain] {
        var types: [String: Domain] = [:]
        for (name, value) in draft.parameters { types["param.\(name)"] = Domain(value.type) }
        for (name, values) in draft.rules {
            let all = Set(values.value.all.map(\.type))
            if all.count == 1, let type = all.first { types["rule.\(name)"] = Domain(type) }
        }
        return types
    }
}

extension JSON {
    /// The type of the value as formulas read it.
    fileprivate var type: CELType {
        switch self {
        case .null: .dyn
        case .bool: .bool
        case .integer: .int
        case .string: .string
        case .array(let items): .list(Set(items.map(\.type)).count == 1 ? items[0].type : .dyn)
        case .object: .map(.string, .dyn)
        }
    }
}
