import Agreements

/// What differs between two views of an agreement: histories hold this, so that a long one stays short.
///
/// A member that is a text is given when it changed; of a list what came and what went; of an object the
/// members
/// that changed. Notices belong to one event and are given whole.
enum ViewChange {
    /// The change from one view to the next.
    static func from(_ old: JSON, to new: JSON) -> JSON {
        guard case .object(let before) = old, case .object(let after) = new else { return new }
        var change: [String: JSON] = [:]
        for (name, value) in after where name == "notices" || before[name] != value {
            change[name] = name == "notices" ? value : member(before[name] ?? .null, value)
        }
        if change["notices"] == .array([]) { change["notices"] = nil }
        return .object(change)
    }

    /// The view that a change leads to.
    static func apply(_ change: JSON, to old: JSON) -> JSON {
        guard case .object(var view) = old, case .object(let members) = change else { return change }
        view["notices"] = []
        for (name, value) in members {
            view[name] = name == "notices" ? value : applied(value, to: view[name])
        }
        return .object(view)
    }

    private static func member(_ old: JSON, _ new: JSON) -> JSON {
        switch (old, new) {
        case (.array(let before), .array(let after)):
            ["+": .array(removing(before, from: after)), "-": .array(removing(after, from: before))]
        case (.object(let before), .object(let after)):
            .object(after.filter { before[$0.key] != $0.value })
        default: new
        }
    }

    private static func applied(_ change: JSON, to old: JSON?) -> JSON {
        switch (old, change) {
        case (.array(let before)?, .object(let lists)):
            let kept = removing(lists["-"]?.elements ?? [], from: before)
            let all = kept + (lists["+"]?.elements ?? [])
            return .array(all.sorted { ($0.text ?? "") < ($1.text ?? "") })
        case (.object(let before)?, .object(let after)): return .object(before.merging(after) { $1 })
        default: return change
        }
    }

    /// The elements of a list without those of another, each as often as it is there.
    private static func removing(_ gone: [JSON], from list: [JSON]) -> [JSON] {
        var gone = gone
        return list.filter { element in
            guard let index = gone.firstIndex(of: element) else { return true }
            gone.remove(at: index)
            return false
        }
    }
}
