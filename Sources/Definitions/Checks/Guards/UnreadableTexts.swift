import Agreements
import Expressions

/// What is read as a day, a length or a number can be read so.
///
/// Constants, parameters and rules are tried by their values. The days of the term may be empty where none was
/// opened on some way, and are then treated like a missing field. A text that anybody may write freely is no
/// number. What variables and items hold is known only where each of their values is a constant.
enum UnreadableTexts: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            guard let names = readers(in: use.formula.source) else { continue }
            var seen: Set<Span> = []
            for event in world.events(of: use) {
                let texts = use.formula.program.textUses(
                    by: names, knowing: world.knowledge(in: use.process, event), after: use.premises)
                for text in texts where !seen.contains(text.span) {
                    guard let problem = problem(of: text, in: use, event, world) else { continue }
                    seen.insert(text.span)
                    log.report(
                        problem.code, at: use.place(of: text.span), problem.message,
                        suggestion: problem.suggestion, path: problem.path)
                }
            }
        }
        deadlines(in: world, log)
    }

    private typealias Problem = (
        code: Finding.Code, message: LocalizedText, suggestion: String?, path: [LocalizedText]
    )

    /// The functions that cannot read every text, each with arguments that it can read.
    private static let readers: [String: [Value]] = [
        "plus": ["2001-01-01", "P1D"], "minus": ["2001-01-01", "P1D"],
        "latest": ["2001-01-01", "2001-01-01"], "year": ["2001-01-01"],
        "yearly": ["2001-01-01", "2001-12-31", "01-31"], "int": ["1"], "uint": ["1"], "double": ["1"],
        "bool": ["true"], "timestamp": ["2001-01-01T00:00:00Z"], "duration": ["1s"],
    ]

    /// The functions on days, with the numbers of the arguments that are days.
    private static let dayArguments: [String: ClosedRange<Int>] = [
        "plus": 0...0, "minus": 0...0, "latest": 0...1, "year": 0...0, "yearly": 0...1,
    ]

    private static let conversions: Set<String> = ["int", "uint", "double", "bool", "timestamp", "duration"]

    private static func readers(in source: String) -> [String: [Value]]? {
        let named = readers.filter { source.contains($0.key + "(") }
        return named.isEmpty ? nil : named
    }

    private static func problem(
        of text: TextUse, in use: FormulaUse, _ event: EventShape, _ world: GuardWorld
    ) -> Problem? {
        if let problem = text.problems.first {
            let isWritten = text.source == problem.value.replacing("\"", with: "'")
            let (written, inFrench) =
                isWritten ? ("", "") : (" is \(problem.value)", " vaut \(problem.value)")
            let reason = PhraseBook.expressions.french(of: problem.reason)
            return (
                .unreadableText,
                .init(
                    fr: "\(text.source)\(inFrench), ce que \(text.function)() ne peut pas lire : \(reason)",
                    en: "\(text.source)\(written), which \(text.function)() cannot read: \(problem.reason)"),
                example(for: text), event.path
            )
        }
        guard let path = text.path, !text.isKnown else { return nil }
        if text.mayBeEmpty, !text.isMatched, let way = world.way(leavingUnknown: path, to: use) {
            return (
                .missingField,
                .init(
                    fr: "\(path) est lu par \(text.function)() là où il peut être vide",
                    en: "\(path) is read by \(text.function)() where it may be empty"),
                "\(path) != ''", way
            )
        }
        guard text.isWhole, !text.isMatched else { return nil }
        if dayArguments[text.function]?.contains(text.argument) ?? false, isNoDay(path, event) {
            return (
                .unreadableText,
                .init(
                    fr: "\(path) n’est pas un jour, et \(text.function)() ne lit que des jours",
                    en: "\(path) is no day, and \(text.function)() reads days only"),
                "\(path).matches('…')", event.path
            )
        }
        guard conversions.contains(text.function), isFree(path, for: text.function, event) else { return nil }
        return (
            .unreadableText,
            .init(
                fr:
                    "\(path) peut être n’importe quel texte, que \(text.function)() ne peut pas toujours lire",
                en: "\(path) may be any text, which \(text.function)() cannot always read"),
            "\(path).matches('…')", event.path
        )
    }

    /// Whether a path is a text whose form nothing holds to what a conversion reads.
    private static func isFree(_ path: String, for function: String, _ event: EventShape) -> Bool {
        let steps = path.split(separator: ".").map(String.init)
        switch steps[0] {
        case "agreement", "actor", "text": return true
        case "event" where steps.count == 2:
            guard let field = event.fields.first(where: { $0.name == steps[1] }) else { return false }
            return switch field.kind {
            case .integer, .flag, .candidate, .organisation, .organisations, .choice: false
            case .instant: function != "timestamp"
            case .text, .day, .person, .document, .party, .call: true
            }
        default: return false
        }
    }

    /// Whether a path is a text that tells something else than a day.
    private static func isNoDay(_ path: String, _ event: EventShape) -> Bool {
        let steps = path.split(separator: ".").map(String.init)
        switch steps[0] {
        case "agreement":
            return steps.count == 2
                && !["start", "end", "plannedStart", "lastSignature"].contains(steps[1])
        case "actor": return true
        case "text": return steps.last == "sha256"
        case "event" where steps.count == 2:
            guard let field = event.fields.first(where: { $0.name == steps[1] }) else { return false }
            return switch field.kind {
            case .text, .instant, .person, .document, .party, .call: true
            case .day, .choice, .integer, .flag, .candidate, .organisation, .organisations: false
            }
        default: return false
        }
    }

    private static func example(for text: TextUse) -> String? {
        guard let value = readers[text.function]?[text.argument], case .string(let example) = value else {
            return nil
        }
        return example
    }

    // MARK: Deadlines

    /// Dates of deadlines that are constants, parameters or rules.
    private static func deadlines(in world: GuardWorld, _ log: FindingLog) {
        for process in world.processes {
            for index in process.states.indices {
                for formula in process.states[index].dates {
                    let use = FormulaUse(formula: formula, process: process, occasion: .entry(index))
                    check(date: use, world, log)
                }
            }
            for use in process.formulas {
                guard let part = use.partOfTerm else { continue }
                check(date: use, world, log)
                if part == .start { check(start: use, world, log) }
            }
        }
    }

    /// A term that begins on a day of the agreement needs that day.
    private static func check(start use: FormulaUse, _ world: GuardWorld, _ log: FindingLog) {
        let source = use.formula.source
        guard let way = world.way(leavingUnknown: source, to: use) else { return }
        log.report(
            .missingField, at: use.place,
            .init(
                fr: "un terme commence à \(source) là où il peut être vide",
                en: "a term begins on \(source) where it may be empty"),
            suggestion: "\(source) != ''", path: way)
    }

    private static func check(date use: FormulaUse, _ world: GuardWorld, _ log: FindingLog) {
        guard let event = world.events(of: use).first else { return }
        let source = use.formula.source
        if use.formula.program.readablePaths.contains("agreement.end"), !world.mayHaveEnd(where: use) {
            log.report(
                .missingField, at: use.place,
                .init(
                    fr:
                        "\(source) n’est jamais connu : aucun terme ouvert avant n’a de fin, agreement.end est donc vide",
                    en:
                        "\(source) is never known: no term that is opened before has an end, so agreement.end is empty"
                ),
                path: event.path)
        }
        let isPath = source.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        if isPath, let wrong = world.events(of: use).first(where: { isNoDay(source, $0) }) {
            log.report(
                .unreadableText, at: use.place,
                .init(fr: "\(source) n’est pas un jour", en: "\(source) is no day"), path: wrong.path)
        }
        for value in world.constants(of: use.formula) {
            guard case .string(let text) = value, !text.isEmpty, (try? Day(parsing: text)) == nil else {
                continue
            }
            log.report(
                .unreadableText, at: use.place,
                .init(
                    fr: "\(use.formula.source) donne \(value), qui n’est pas un jour",
                    en: "\(use.formula.source) gives \(value), which is no day"),
                suggestion: "2001-01-31", path: event.path)
        }
    }
}

extension StateDefinition {
    /// The formulas that give the days of what is due in it, and the day of its legal status.
    fileprivate var dates: [Formula] {
        let rules = [task?.due] + timers.map { $0.due } + (task?.reminders ?? []).map(\.base)
        return rules.flatMap { $0?.formulas ?? [] } + [effective].compactMap { $0 }
    }
}

extension GuardWorld {
    /// Every value of a formula that is a constant, a parameter or a rule; none of any other.
    fileprivate func constants(of formula: Formula) -> [Value] {
        let words = formula.source.split(separator: ".").map(String.init)
        if words.count == 2, words[0] == "rule", let rule = draft.rules[words[1]] {
            return rule.value.all.map(\.value)
        }
        if words.count == 2, words[0] == "vars" { return variables[words[1]]?.choices ?? [] }
        let isConstant = formula.program.readablePaths.allSatisfy {
            $0 == "param" || $0.hasPrefix("param.") || $0.hasPrefix("has(param.")
        }
        guard isConstant else { return [] }
        let parameters = Value.object(draft.parameters.mapValues(\.value))
        return formula.program.evaluate(["param": parameters]).value.map { [$0] } ?? []
    }
}

extension FormulaUse {
    enum PartOfTerm { case start, end }

    /// Which day of a term it gives, if any.
    var partOfTerm: PartOfTerm? {
        let actions =
            switch occasion {
            case .entry(let state): process.states[state].actions
            case .transition(let index): process.transitions[index].definition.actions
            case .waiting: [ActionDefinition]()
            }
        for case .term(let start, let end) in actions {
            if start.place == formula.place { return .start }
            if end?.place == formula.place { return .end }
        }
        return nil
    }
}

extension Certainties {
    /// What is certain where a formula runs; nil where it never does.
    func facts(where use: FormulaUse) -> Facts? {
        guard let states = states[use.process.name] else { return nil }
        switch use.occasion {
        case .entry(let state), .waiting(let state): return states[state]
        case .transition(let index):
            guard let facts = facts(before: index, of: use.process.name) else { return nil }
            guard !use.isCondition else { return facts }
            return facts.union(needed(by: index, of: use.process.name))
        }
    }
}
