extension Program {
    /// How many elements the expression certainly gives, knowing some of what it reads; nil where that is open.
    ///
    /// It is known of a list that is written out, and of a choice whose possible branches have as many.
    package func listSize(knowing knowledge: Knowledge) -> Int? {
        Abstraction(environment, knowledge).listSize(tree)
    }
}

extension Abstraction {
    fileprivate func listSize(_ tree: Syntax) -> Int? {
        switch tree.kind {
        case .list(let elements): return elements.count
        case .conditional(let condition, let first, let second):
            var asked = self
            let holds = asked.condition(condition)
            if GuardLogic.isRefuted(asked, all: [holds], none: []) { return listSize(second) }
            if GuardLogic.isRefuted(asked, all: [], none: [holds]) { return listSize(first) }
            let size = listSize(first)
            return size == listSize(second) ? size : nil
        case .literal, .name, .select, .has, .map, .and, .or, .operation, .index, .call, .macro: return nil
        }
    }
}
