import Agreements

/// What the event holds that guards read, on one way to them.
struct EventShape {
    /// The fields that are surely there.
    var required: [InputField] = []
    /// The fields that may be there.
    var optional: [InputField] = []
    /// The free texts among them, which may have to be erased one day.
    var texts: Set<String> = []
    /// The act, in words for a message; nil where no person acts, and the event holds nothing.
    var act: String?
    /// The steps that lead there.
    var path: [LocalizedText] = []
    /// Whether it may hold more than is known here.
    var isPartial = false

    /// All fields that may be there.
    var fields: [InputField] { required + optional }
    /// The steps in one, to put events in an order.
    var words: String { path.map(\.en).joined() }
}

extension EventShape {
    /// What the input of an act holds when one of its transitions is asked.
    init(_ transition: TransitionDraft, in process: ProcessDraft) {
        let siblings = process.transitions.filter { $0.definition.event == transition.definition.event }
        act = transition.definition.event
        // The engine asks for what any of the branches asks for that are open together.
        let branches = siblings.filter {
            $0.source == transition.source && $0.definition.by == transition.definition.by
        }
        required = branches.flatMap(\.definition.input).filter(\.required)
        if transition.definition.recordsSignature { required += Self.signature }
        if siblings.allSatisfy(\.definition.reasonRequired) { required.append(Self.reason) }
        let sure = Set(required.map(\.name))
        let others = siblings.flatMap(\.definition.input) + [Self.reason]
        texts = Set(others.filter { $0.kind == .text }.map(\.name))
        optional = others.filter { !sure.contains($0.name) }
    }

    /// What the outcome of a child process brings: what the child was about, and where it ran.
    static let outcome: EventShape = {
        var shape = EventShape()
        shape.required = [InputField("item", .organisation), InputField("path", .text)]
        return shape
    }()

    private static let reason = InputField("reason", .text)

    /// What the engine completes when a signature is recorded.
    private static let signature = [
        InputField("signatory", .person), InputField("dated", .day), InputField("received", .day),
        InputField("sha256", .text), InputField("capacity", .text),
    ]
}

extension TransitionDefinition {
    fileprivate var recordsSignature: Bool {
        actions.contains { if case .signature = $0 { true } else { false } }
    }
}
