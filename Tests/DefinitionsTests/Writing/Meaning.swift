import Agreements
import Statechart

/// Everything that a workflow means, as one text: two workflows mean the same where these are equal.
///
/// Found by reflection, so that nothing is forgotten; left out are places in files, compiled forms of
/// expressions (their sources count) and the hash of the bytes.
enum Meaning {
    static func text(of workflow: Workflow) -> String {
        var workflow = workflow
        workflow.sha256 = ""
        return text(workflow)
    }

    private static func text(_ value: Any) -> String {
        if let formula = value as? Formula { return "cel(\(formula.source))" }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .dictionary?, .set?:
            return "{" + mirror.children.map { text($0.value) }.sorted().joined(separator: ",\n") + "}"
        case .collection?, .tuple?:
            return "[" + mirror.children.map { text($0.value) }.joined(separator: ",\n") + "]"
        case .optional?: return mirror.children.first.map { text($0.value) } ?? "nil"
        default:
            guard !mirror.children.isEmpty else { return "\(value)" }
            let members = mirror.children.map { "\($0.label ?? ""): \(text($0.value))" }
            return "\(mirror.subjectType)(\(members.joined(separator: ", ")))"
        }
    }
}
