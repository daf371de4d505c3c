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
                "workflow", "version", "title", "instrument", "entry", "include", "parameters", "dossier",
                "rules", "refusals", "duties", "restrictions", "notices", "inputs", "choices", "fragments",
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
    var words: String {
        switch self {
        case .workflow: "a workflow file"
        case .include: "an included file"
        case .text: "a text in both languages"
        case .field: "a field of the dossier"
        case .duty: "a pair of duties"
        case .restriction: "a restriction"
        case .notice: "a notice"
        case .process: "a process"
        case .state: "a state"
        case .task: "a task"
        case .reminder: "a reminder"
        case .timer: "a timer"
        case .due: "a due rule"
        case .children: "child processes"
        case .join: "a join"
        case .noticeUse: "the use of a notice"
        case .transition: "a transition"
        case .clause: "a condition"
        case .term: "a term"
        case .assign: "an assignment"
        case .spawn: "a spawned process"
        case .tell: "a telling"
        case .datedValue: "a value with its first day"
        case .property: "a property"
        case .inputLabel: "the label of a value"
        }
    }
}
