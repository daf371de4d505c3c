import Agreements

/// Every parameter, rule, label and choice that the file itself declares is used by it or by what it includes; included
/// files may hold what only other definitions use.
enum UnusedDeclarations: WorkflowCheck {
    static func run(on draft: WorkflowDraft, _ log: FindingLog) {
        report(.init(fr: "le libellé", en: "label"), draft.inputs, draft.inputNames, log)
        report(.init(fr: "le choix", en: "choice"), draft.choices, draft.choiceNames, log)
        let processes = draft.orderedProcesses.map(\.value)
        guard draft.tellsAll, processes.allSatisfy(\.isSound) else { return }
        let read = Set(processes.flatMap(\.formulas).flatMap(\.formula.program.readablePaths).map(\.selected))
            .union(draft.properties.flatMap { CELWords.selections(in: $0.formula.source) })
        report(
            .init(fr: "la règle", en: "rule"), draft.rules,
            names(of: "rule", in: read, all: draft.rules.keys), log)
        let parameters = names(of: "param", in: read, all: draft.parameters.keys)
            .union(ReservedParameters.names)
        for entry in draft.parameterNodes where !parameters.contains(entry.key) {
            report(.init(fr: "le paramètre", en: "parameter"), entry.key, at: entry.place, log)
        }
    }

    private static func report<Value>(
        _ what: LocalizedText, _ declared: [String: WorkflowDraft.Declared<Value>], _ used: Set<String>,
        _ log: FindingLog
    ) {
        for (name, declaration) in declared where declaration.isOwn && !used.contains(name) {
            report(what, name, at: declaration.place, log)
        }
    }

    private static func report(_ what: LocalizedText, _ name: String, at place: Place, _ log: FindingLog) {
        log.report(
            .unused, at: place,
            .init(fr: "\(what.fr) \(name) ne sert nulle part", en: "the \(what.en) \(name) is not used"))
    }

    /// The names that are read under a root; all of them where it is read as a whole, or another name is: it may be a slip
    /// for any.
    private static func names(
        of root: String, in read: Set<String>, all: some Sequence<String>
    ) -> Set<String> {
        let found = Set(
            read.compactMap { path in
                let parts = path.split(separator: ".").map(String.init)
                return parts.count > 1 && parts[0] == root ? parts[1] : nil
            })
        return read.contains(root) || !found.isSubset(of: Set(all)) ? Set(all) : found
    }
}

extension String {
    /// `param.a` for `has(param.a)`.
    fileprivate var selected: String {
        hasPrefix("has(") && hasSuffix(")") ? String(dropFirst(4).dropLast()) : self
    }
}

extension CELWords {
    /// The paths of two names in an expression.
    fileprivate static func selections(in source: String) -> [String] {
        let words = words(in: source)
        return words.indices.dropLast(2).compactMap { index in
            words[index + 1].text == "." ? words[index].text + "." + words[index + 2].text : nil
        }
    }
}
