import Agreements
import Statechart
import Web

/// The parts of an act's form: fields that its conditions ask for with one choice alone.
///
/// `event.kind != 'extend' || has(event.newEnd)` makes `newEnd` part of `extend`. An act whose fields hang on fewer than two
/// choices has no parts.
struct ChoiceParts {
    /// By name of the field.
    private let parts: [String: Part]

    /// A choice: the field that makes it, and what it is called there.
    struct Part: Hashable {
        let field: String
        let value: String
    }

    /// - Parameter transitions: those of the act.
    init(_ transitions: [TransitionDefinition], in workflow: Workflow) {
        let optional = Set(transitions.flatMap(\.input).filter { !$0.required }.map(\.name))
        var found: [String: Set<Part>] = [:]
        for formula in Self.conditions(of: Set(transitions.map(\.event)), in: workflow) {
            guard let match = formula.prefixMatch(of: #/event\.(\w+) != '(\w+)' \|\| /#) else { continue }
            let part = Part(field: String(match.1), value: String(match.2))
            for read in formula[match.range.upperBound...].matches(of: #/event\.(\w+)/#)
            where optional.contains(String(read.1)) {
                found[String(read.1), default: []].insert(part)
            }
        }
        let own = found.filter { $0.value.count == 1 }.compactMapValues(\.first)
        parts = Set(own.values).count > 1 ? own : [:]
    }

    /// The conditions of acts, as they were written.
    private static func conditions(of acts: Set<String>, in workflow: Workflow) -> [String] {
        workflow.processes.values.flatMap { definition in
            definition.chart.transitions.filter { transition in
                transition.label.flatMap { definition.transitions[$0] }.map { acts.contains($0.event) }
                    ?? false
            }
        }.flatMap { $0.condition?.clauses ?? [] }.map(\.formula.source)
    }

    /// The fields, those of no part first, each part by its title.
    func ordered(_ fields: [FormField], in workflow: Workflow) -> [FormField] {
        var ordered = fields.filter { parts[$0.name] == nil }
        var seen: [Part] = []
        for part in fields.compactMap({ parts[$0.name] }) where !seen.contains(part) { seen.append(part) }
        for part in seen {
            let own = fields.filter { parts[$0.name] == part }
            let title = workflow.text(ofChoice: part.value)
            ordered += own.enumerated().map { index, field in
                var field = field
                if index == 0 { field.section = Self.heading(title) }
                // With its choice it is asked for.
                field.hasAlternative = true
                return field
            }
        }
        return ordered
    }

    private static func heading(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(fr: "Pour « \(title.fr) »", en: "For “\(title.en)”")
    }

    /// - Throws: ``FormProblem`` for each value that is given for another choice than the one that was made.
    func check(_ values: [String: String], in workflow: Workflow) throws(FormProblem) {
        var problems: [String: LocalizedText] = [:]
        for (name, part) in parts where values[name] != nil && values[part.field] != part.value {
            let title = workflow.text(ofChoice: part.value)
            problems[name] = LocalizedText(
                fr: "seulement pour « \(title.fr) » : laissez-le comme il était, ou faites ce choix",
                en: "for “\(title.en)” only: leave it as it was, or make that choice")
        }
        guard problems.isEmpty else { throw FormProblem(problems) }
    }
}
