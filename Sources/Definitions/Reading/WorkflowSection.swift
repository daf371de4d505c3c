import Agreements

/// A kind of mapping in a workflow file and the keys that it may have: the whole grammar in one table.
///
/// The JSON Schema for editors defines each under the same name.
package enum WorkflowSection: String, Sendable, CaseIterable {
    case workflow, include, text, field, duty, restriction, notice, process, state, task, reminder, timer, due
    case children, join, noticeUse, transition, clause, term, assign, spawn, tell, datedValue
    case property, inputLabel

    /// The keys in the order in which the documentation shows them.
    package var keys: [String] {
        switch self {
        case .workflow:
            [
                "workflow", "version", "title", "instrument", "entry", "merged", "include", "parameters",
                "dossier", "rules", "refusals", "duties", "restrictions", "notices", "inputs", "choices",
                "fragments",
                "processes", "properties",
            ]
        case .include:
            [
                "dossier", "rules", "refusals", "notices", "inputs", "choices", "fragments", "processes",
                "properties",
            ]
        case .text: ["fr", "en"]
        case .field:
            ["name", "title", "section", "help", "kind", "required", "max", "partOf", "percent"]
        case .duty: ["first", "second", "else", "inOrder"]
        case .restriction: ["while", "only", "else"]
        case .notice: ["to", "copy", "subject", "body"]
        case .process: ["title", "text", "initial", "states"]
        case .state:
            [
                "use", "title", "legal", "effective", "task", "timers", "children", "do", "notify", "outcome",
                "refuse",
                "on", "initial", "states", "parallel", "final",
            ]
        case .task: ["role", "title", "due", "remind"]
        case .reminder: ["notice", "at", "to", "from"]
        case .timer: ["name", "due", "event", "before"]
        case .due: ["after", "at", "asOf", "yearly", "plus", "minus", "kind"]
        case .children: ["name", "forEach", "run", "join"]
        case .join: ["atLeast", "when"]
        case .noticeUse: ["notice", "to", "if", "others"]
        case .transition: ["title", "by", "if", "input", "reason", "to", "do", "notify"]
        case .clause: ["that", "else"]
        case .term: ["start", "end"]
        case .assign: ["role", "person"]
        case .spawn: ["name", "run", "as", "item", "of"]
        case .tell: ["event", "to"]
        case .datedValue: ["from", "value"]
        case .property: ["always", "never", "eventually", "title", "process"]
        case .inputLabel: ["label", "help", "long"]
        }
    }

    /// Keys that are looked for in the wrong place, and where they belong.
    static let misplaced = ["always": "on: { always: … }", "done": "on: { done: … }"]

    /// What it is called in a message.
    var words: LocalizedText {
        switch self {
        case .workflow: .init(fr: "un fichier de définition", en: "a workflow file")
        case .include: .init(fr: "un fichier inclus", en: "an included file")
        case .text: .init(fr: "un texte dans les deux langues", en: "a text in both languages")
        case .field: .init(fr: "un champ du dossier", en: "a field of the dossier")
        case .duty: .init(fr: "une paire de fonctions à séparer", en: "a pair of duties")
        case .restriction: .init(fr: "une restriction", en: "a restriction")
        case .notice: .init(fr: "un avis", en: "a notice")
        case .process: .init(fr: "un processus", en: "a process")
        case .state: .init(fr: "un état", en: "a state")
        case .task: .init(fr: "une tâche", en: "a task")
        case .reminder: .init(fr: "un rappel", en: "a reminder")
        case .timer: .init(fr: "un délai", en: "a timer")
        case .due: .init(fr: "une règle d’échéance", en: "a due rule")
        case .children: .init(fr: "un groupe de processus enfants", en: "child processes")
        case .join: .init(fr: "une attente d’enfants", en: "a join")
        case .noticeUse: .init(fr: "l’emploi d’un avis", en: "the use of a notice")
        case .transition: .init(fr: "une transition", en: "a transition")
        case .clause: .init(fr: "une condition", en: "a condition")
        case .term: .init(fr: "un terme", en: "a term")
        case .assign: .init(fr: "une affectation", en: "an assignment")
        case .spawn: .init(fr: "un processus lancé", en: "a spawned process")
        case .tell: .init(fr: "une annonce", en: "a telling")
        case .datedValue: .init(fr: "une valeur avec son premier jour", en: "a value with its first day")
        case .property: .init(fr: "une propriété", en: "a property")
        case .inputLabel: .init(fr: "le libellé d’une valeur", en: "the label of a value")
        }
    }
}
