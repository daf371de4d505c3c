import Agreements
import Expressions

/// What the processes of a workflow are about: a party, a person, or nothing.
struct ProcessItems {
    /// By process: the children by which it is started.
    private let starts: [String: [ProcessChild]]

    init(_ draft: WorkflowDraft) {
        starts = Dictionary(grouping: draft.orderedProcesses.flatMap(\.value.children), by: \.run)
    }

    /// Whether every instance is about a party: an item `party`.
    func isAboutParty(_ process: String) -> Bool {
        starts[process].map { $0.allSatisfy(\.isAboutParty) } ?? false
    }

    /// Whether every instance may be about a person: an item that is a text.
    func mayBeAboutPerson(_ process: String) -> Bool {
        starts[process].map { $0.allSatisfy(\.mayBeAboutPerson) } ?? false
    }
}

extension ProcessChild {
    /// Whether each instance is about a party.
    var isAboutParty: Bool {
        guard item == "party", let type = source?.program.resultType else { return false }
        let element = isSpawned ? type : type.element ?? .dyn
        return [.dyn, .object("Party")].contains(element)
    }

    /// Whether an instance can be about a person, who is named by an identifier.
    var mayBeAboutPerson: Bool {
        guard item != nil, let type = source?.program.resultType else { return false }
        let element = isSpawned ? type : type.element ?? .dyn
        return [.dyn, .string, .object("Lab")].contains(element)
    }
}

extension CELType {
    /// The type of a list's elements; nil where it is no list.
    fileprivate var element: CELType? {
        guard case .list(let element) = self else { return nil }
        return element
    }
}
