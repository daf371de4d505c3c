import Agreements
import Expressions

/// How many children a state may start for one of its definitions.
struct ChildCount {
    /// As many as are tried where there is no bound.
    static let triedMax = 8

    var least: Int
    /// The most there can be; nil where there is no bound.
    var most: Int?
    /// Whether it is known that there may be as few as that, not only possible as far as can be told.
    var isCertain = false

    /// That there are none.
    static let none = ChildCount(least: 0, most: 0, isCertain: true)

    /// The numbers that are tried.
    var tried: ClosedRange<Int> { least...max(least, most ?? Self.triedMax) }

    /// Whether there may be so many.
    func reaches(_ count: Int) -> Bool { most.map { $0 >= count } ?? true }

    init(of definition: ChildrenDefinition, areSpawned: Bool, parameters: [String: JSON]) {
        guard let list = definition.forEach else {
            self.init(least: 1, most: areSpawned ? nil : 1, isCertain: true)
            return
        }
        self.init(of: list, parameters)
        if areSpawned { most = nil }
    }

    fileprivate init(least: Int, most: Int?, isCertain: Bool) {
        (self.least, self.most, self.isCertain) = (least, most, isCertain)
    }

    private init(of list: Formula, _ parameters: [String: JSON]) {
        let roots = Set(list.program.readablePaths.compactMap(VariableNames.root))
        let parameters = ["param": Value.object(parameters.mapValues(\.value))]
        if roots.isSubset(of: ["param"]), case .list(let elements)? = list.program.evaluate(parameters).value
        {
            self.init(least: elements.count, most: elements.count, isCertain: true)
        } else if let size = list.program.listSize(knowing: Knowledge(values: parameters)) {
            self.init(least: size, most: size, isCertain: true)
        } else {
            self = PartyList(list)?.count ?? ChildCount(least: 0, most: nil, isCertain: false)
        }
    }
}

extension PartyList {
    /// How many there may be: the institution itself is always a party.
    fileprivate var count: ChildCount {
        let most = isAlwaysEmpty ? 0 : isHomeOnly ? 1 : nil
        return ChildCount(least: hasHomeAlways ? 1 : 0, most: most, isCertain: true)
    }
}
