import Agreements
import Expressions

/// Every field that a formula reads is there, or is asked for first; those of `vars` are followed by the
/// proof.
enum MissingFields: GuardCheck {
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            for selection in use.formula.program.untestedSelections(after: use.premises) {
                check(selection, of: use, world, log)
            }
            for path in ["measures.nextChange", "delegations.nextLapse"] {
                instant(path, use, world, log)
            }
            if let selection = use.formula.program.contentSelections(of: "call").first {
                call(selection, of: use, world, log)
            }
            guard use.formula.source.contains("[") else { continue }
            for (hazard, path) in world.hazards(in: use) where hazard.kind != .division {
                report(hazard, of: use, path, log)
            }
        }
    }

    private static func check(
        _ selection: Selection, of use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        switch selection.path[0] {
        case "event" where selection.path.count == 2: event(selection, use, world, log)
        case "event" where selection.path[1] == "item": told(selection, use, world, log)
        case "item": item(selection, use, world, log)
        case "param": parameter(selection, use, world, log)
        case "rule" where world.draft.rules[selection.path[1]] == nil:
            log.report(
                .missingField, at: use.place(of: selection.span),
                .init(fr: "il n’y a pas de \(selection.dotted)", en: "there is no \(selection.dotted)"),
                suggestion: Spelling.nearest(to: selection.path[1], in: world.draft.rules.keys))
        default: return
        }
    }

    /// The instant of the next change of a measure or lapse of a delegation, which is the empty text where none is known.
    private static func instant(
        _ path: String, _ use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        let program = use.formula.program
        guard use.isCondition, use.formula.source.contains(path),
            let error = program.errors(knowing: Domains([path: Domain(.string)])).first,
            program.mayFail(knowing: Knowledge(values: [path: ""]), after: use.premises)
        else { return }
        log.report(
            .missingField, at: use.place(after: error.offset),
            .init(
                fr: "\(path) est comparé à un instant là où il peut être vide",
                en: "\(path) is compared with an instant where it may be empty"), suggestion: "\(path) != ''",
            path: world.events(of: use).first?.path ?? [])
    }

    /// The call, which only an agreement has that was opened within one, or moved to one.
    private static func call(
        _ selection: Selection, of use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        guard let facts = world.certainties.facts(where: use), !facts.contains(.call) else { return }
        log.report(
            .missingField, at: use.place(of: selection.span),
            .init(
                fr: "call est lu là où l’accord peut ne pas en avoir",
                en: "call is read where the agreement may have none"),
            path: world.certainties.way(to: use, without: .call) ?? world.events(of: use).first?.path ?? [])
    }

    /// A field of the input, in each event in which the formula may run.
    private static func event(
        _ selection: Selection, _ use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        let name = selection.path[1]
        let lacking = world.events(of: use).filter { event in
            !event.isPartial && !event.required.contains { $0.name == name }
        }
        guard let event = lacking.min(by: { ($0.path.count, $0.act ?? "") < ($1.path.count, $1.act ?? "") })
        else { return }
        var suggestion: String?
        let message: LocalizedText
        if let act = event.act, event.optional.contains(where: { $0.name == name }) {
            message = .init(
                fr: "\(selection.dotted) est lu sans has() : l’acte \(act) peut venir sans lui",
                en: "\(selection.dotted) is read without has(): the act \(act) may come without it")
        } else if let act = event.act {
            message = .init(
                fr: "l’acte \(act) ne porte pas de \(name.quotedInFrench)",
                en: "the act \(act) carries no \(name.quoted)")
            suggestion = Spelling.nearest(to: name, in: event.fields.map(\.name))
        } else {
            message = .init(
                fr: "\(selection.dotted) est lu là où aucun acte ne l’apporte",
                en: "\(selection.dotted) is read where no act brings it")
        }
        log.report(
            .missingField, at: use.place(of: selection.span), message, suggestion: suggestion,
            path: event.path)
    }

    /// What the child was about that tells an event.
    private static func told(
        _ selection: Selection, _ use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        guard case .transition(let index) = use.occasion else { return }
        let event = use.process.transitions[index].definition.event
        guard let items = world.items(toldBy: event, to: use.process.name), !items.contains(selection.path[2])
        else { return }
        log.report(
            .missingField, at: use.place(of: selection.span),
            .init(
                fr: "l’enfant qui annonce \(event) ne porte sur aucun \(selection.path[2].quotedInFrench)",
                en: "the child that tells \(event) is not about any \(selection.path[2].quoted)"),
            suggestion: Spelling.nearest(to: selection.path[2], in: items))
    }

    /// A field of what the child process is about.
    private static func item(
        _ selection: Selection, _ use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        guard let items = world.items(of: use.process.name) else { return }
        let name = selection.path[1]
        guard let type = items[name] else {
            let message = LocalizedText(
                fr: "le processus \(use.process.name) ne porte sur aucun \(name.quotedInFrench)",
                en: "the process \(use.process.name) is not about any \(name.quoted)")
            log.report(
                .missingField, at: use.place(of: selection.span), message,
                suggestion: Spelling.nearest(to: name, in: items.keys))
            return
        }
        guard selection.path.count == 3 else { return }
        let environment = use.formula.program.environment
        switch type {
        case .object(let object):
            let fields = environment.objects[object] ?? [:]
            guard fields[selection.path[2]] == nil else { return }
            log.report(
                .missingField, at: use.place(of: selection.span),
                .init(fr: "il n’y a pas de \(selection.dotted)", en: "there is no \(selection.dotted)"),
                suggestion: Spelling.nearest(to: selection.path[2], in: fields.keys))
        case .dyn, .map: return
        default:
            log.report(
                .missingField, at: use.place(of: selection.span),
                .init(
                    fr: "item.\(name) n’a pas de champs : il n’y a donc pas de \(selection.dotted)",
                    en: "item.\(name) has no fields, so there is no \(selection.dotted)"))
        }
    }

    /// A parameter of the workflow, or a part of one.
    private static func parameter(
        _ selection: Selection, _ use: FormulaUse, _ world: GuardWorld, _ log: FindingLog
    ) {
        var value: JSON? = .object(world.draft.parameters)
        for (index, name) in selection.path.enumerated().dropFirst() {
            let holder = value
            value = value?[name]
            guard value == nil else { continue }
            guard index == selection.path.count - 1 else { return }
            log.report(
                .missingField, at: use.place(of: selection.span),
                .init(fr: "il n’y a pas de \(selection.dotted)", en: "there is no \(selection.dotted)"),
                suggestion: Spelling.nearest(to: name, in: holder?.fields?.keys.sorted() ?? []))
        }
    }

    private static func report(
        _ hazard: Hazard, of use: FormulaUse, _ path: [LocalizedText], _ log: FindingLog
    ) {
        let when = WitnessWords.when(hazard.witness ?? [:])
        let problem =
            hazard.kind == .index
            ? LocalizedText(
                fr: "est lu sans que sa taille soit vérifiée", en: "is read without a test of its size")
            : LocalizedText(
                fr: "est lu sans être vérifié par in", en: "is read without a test with in")
        log.report(
            .missingField, at: use.place(of: hazard.span),
            .init(
                fr:
                    "un élément de \(hazard.operand.quotedInFrench) \(problem.fr) : il peut n’y en avoir aucun\(when.fr)",
                en: "an element of \(hazard.operand.quoted) \(problem.en): there may be none\(when.en)"),
            path: path)
    }
}

extension JSON {
    fileprivate var fields: [String: JSON]? {
        guard case .object(let fields) = self else { return nil }
        return fields
    }
}
