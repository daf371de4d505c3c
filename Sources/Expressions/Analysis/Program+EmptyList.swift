extension Program {
    /// Whether the expression certainly gives no element, knowing some of what it reads.
    ///
    /// That is so of an empty list that is written out, and of a choice whose possible branches are empty.
    package func isEmptyList(knowing knowledge: Knowledge) -> Bool {
        tree.map { Abstraction(environment, knowledge).isEmptyList($0) } ?? false
    }
}

extension Abstraction {
    fileprivate func isEmptyList(_ tree: Syntax) -> Bool {
        switch tree.kind {
        case .list(let elements): return elements.isEmpty
        case .conditional(let condition, let first, let second):
            var asked = self
            let holds = asked.condition(condition)
            if GuardLogic.isRefuted(asked, all: [holds], none: []) { return isEmptyList(second) }
            if GuardLogic.isRefuted(asked, all: [], none: [holds]) { return isEmptyList(first) }
            return isEmptyList(first) && isEmptyList(second)
        case .literal, .name, .select, .has, .map, .and, .or, .operation, .index, .call, .macro: return false
        }
    }
}
