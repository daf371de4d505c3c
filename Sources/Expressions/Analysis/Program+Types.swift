extension Program {
    /// What is wrong with the expression for values of these types, by the part where it is: paths that the
    /// environment leaves open are of the types that `domains` declares.
    ///
    /// Empty where nothing is. Nothing is run but what needs no variable.
    package func errors(knowing domains: Domains) -> [ExpressionError] {
        let environment = environment.adding(domains)
        do throws(ExpressionError) {
            _ = try environment.compile(source, expecting: expecting, limits: limits)
            return []
        } catch {
            let parts = environment.errors(in: source, limits: limits)
            return parts.isEmpty ? [error] : parts
        }
    }

    /// The static type of the result for values of these types; nil when it is not known, or wrong.
    package func resultType(knowing domains: Domains) -> CELType? {
        let program = try? environment.adding(domains).compile(source, expecting: expecting, limits: limits)
        return program.flatMap { $0.resultType.isDyn ? nil : $0.resultType }
    }

    /// The function whose result is that of the whole expression; nil where it is none.
    package var outermostFunction: String? {
        guard case .call(let name, _, _) = tree.kind else { return nil }
        return name
    }

    /// Whether a text that the expression gives is never empty, since a part of it is written out.
    package var isSurelyWritten: Bool { tree.isSurelyWritten }

    /// Whether the expression may have no value, knowing some of what it reads; it runs only after the
    /// guards `premises` held.
    package func mayFail(knowing knowledge: Knowledge, after premises: [Program] = []) -> Bool {
        var abstraction = Abstraction(environment, knowledge)
        let before = premises.map(\.tree).map { abstraction.condition($0) }
        let own = abstraction.condition(tree)
        return !GuardLogic.isRefuted(abstraction, all: before, none: [own, .not(own)])
    }
}

extension Environment {
    /// The same with more known of the values.
    func adding(_ domains: Domains) -> Environment {
        var environment = Environment(
            variables: variables, objects: objects, functions: functions.values.flatMap(\.self),
            zones: zones, isOpen: isOpen, domains: self.domains.adding(domains))
        environment.mixesResults = true
        return environment
    }
}

extension Syntax {
    fileprivate var isSurelyWritten: Bool {
        switch kind {
        case .literal(.string(let text)): !text.isEmpty
        case .operation("+", let operands): operands.contains(where: \.isSurelyWritten)
        case .conditional(_, let yes, let no): yes.isSurelyWritten && no.isSurelyWritten
        default: false
        }
    }
}
