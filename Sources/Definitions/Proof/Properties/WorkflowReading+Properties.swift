import Agreements
import Expressions

extension WorkflowReading {
    /// The properties that a file of the workflow states.
    func properties(of file: YAMLNode, _ draft: WorkflowDraft) -> [PropertyRule] {
        guard case .mapping(let entries) = file.content else { return [] }
        return properties(entries.first { $0.key == "properties" }?.value, draft)
    }

    /// `properties:`, each `{ always: CEL, title: { fr: …, en: … } }`, or with `never` or `eventually`.
    private func properties(_ node: YAMLNode?, _ draft: WorkflowDraft) -> [PropertyRule] {
        read.list(node, .init(fr: "une liste de propriétés", en: "a list of properties")).compactMap { item in
            guard let fields = fields(item, .property) else { return nil }
            let title = localized(fields.required("title"))
            let process = fields["process"].flatMap { read.text($0) } ?? "life"
            let stated = PropertyRule.Kind.allCases.filter { fields[$0.rawValue] != nil }
            guard stated.count == 1, let kind = stated.first, let text = fields[kind.rawValue] else {
                log.report(
                    .conflict, at: item.place,
                    .init(
                        fr: "une propriété a un seul de always, never et eventually",
                        en: "a property has one of always, never and eventually"))
                return nil
            }
            guard let known = draft.processes[process]?.value else {
                log.reportUnknown(
                    .unknownProcess, .init(fr: "aucun processus", en: "process"), process,
                    at: fields["process"]?.place ?? item.place,
                    known: draft.processes.keys)
                return nil
            }
            guard let title, let formula = propertyFormula(text) else { return nil }
            return PropertyRule(
                kind, formula, title: title, process: process, place: text.place,
                visited: visited(in: formula, text, known.outline))
        }
    }

    private func propertyFormula(_ node: YAMLNode) -> Formula? {
        guard let text = read.text(node, .init(fr: "une formule", en: "an expression")) else { return nil }
        do throws(ExpressionError) {
            let program = try PropertyEnvironment.environment.compile(text)
            return Formula(program, place: node.place.description)
        } catch {
            let before = text.utf8.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
            let place = texts[node.place.file]?.place(of: before, in: node) ?? node.place
            log.report(.expression, at: place, error.clause, suggestion: error.suggestion)
            return nil
        }
    }

    /// The states of `'path' in visited`; each path that is compared with states exists.
    private func visited(in formula: Formula, _ node: YAMLNode, _ outline: Outline) -> [String] {
        let words = CELWords.words(in: formula.source)
        let known = outline.states.map(\.path)
        var visited: [String] = []
        for (index, word) in words.enumerated()
        where ["states", "visited"].contains(word.text) && !word.isLiteral {
            let isPlain = index >= 2 && words[index - 1].text == "in" && words[index - 2].isLiteral
            guard isPlain else {
                if word.text == "visited" {
                    log.report(
                        .badValue, at: node.place,
                        .init(
                            fr: "visited ne s’interroge que sous la forme 'state' in visited",
                            en: "visited is asked only as 'state' in visited"))
                }
                continue
            }
            let path = words[index - 2].text
            if !known.contains(path) {
                log.reportUnknown(
                    .unknownState, .init(fr: "aucun état", en: "state"), path, at: node.place, known: known)
            } else if word.text == "visited" {
                visited.append(path)
            }
        }
        return visited
    }
}
