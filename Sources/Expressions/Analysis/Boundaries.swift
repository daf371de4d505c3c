/// The values at which guards may change their answers, by the paths that they read.
struct Boundaries {
    private(set) var candidates: [(path: String, values: [Value])] = []
    private let parts: [Program]
    private let abstraction: Abstraction
    private let read: [String]

    init(_ parts: [Program], _ abstraction: Abstraction) {
        self.parts = parts
        self.abstraction = abstraction
        var literals: Set<Value> = []
        for part in parts { part.tree.collectLiterals(into: &literals) }
        let names = parts.flatMap(\.readablePaths).filter { !$0.hasPrefix("has(") }
        read = Set(names).sorted()
        for path in read where !read.contains(where: { $0.hasPrefix(path + ".") }) {
            let steps = Read(path: path, value: .null).steps
            guard case .open = abstraction.known(path: steps) else { continue }
            let type = abstraction.type(ofPath: steps)
            let values =
                if case .list(let element) = type {
                    lists(at: path, of: element, literals)
                } else {
                    values(at: path, type, literals)
                }
            if !values.isEmpty { candidates.append((path, values)) }
        }
    }

    private func values(at path: String, _ type: CELType, _ literals: Set<Value>) -> [Value] {
        let domain = abstraction.domains.paths[path]
        if let choices = domain?.choices, !choices.isEmpty { return choices }
        switch type {
        case .bool: return [true, false]
        case .int:
            let least = domain?.minimum ?? .min
            let numbers = literals.compactMap(\.smallNumber).flatMap { [$0, $0 + 1, $0 - 1] }
            return Set(numbers + [max(0, least), 1]).filter { $0 >= least }.sorted().map { .int($0) }
        case .string:
            guard let days = domain?.days else { return [] }
            let known = Set(literals.flatMap(\.days) + ["2017-01-01"]).sorted().map { Value.string($0) }
            return known + (days == .orNone ? [""] : [])
        case .timestamp where abstraction.knowledge.instants.contains(path): return Self.instants(literals)
        default: return []
        }
    }

    /// Noon of the days next to those that are named, and of one day in each month.
    private static func instants(_ literals: Set<Value>) -> [Value] {
        let months = (1...12).map { CivilDate(year: 2017, month: $0, day: 15) }.map(DayText.number(of:))
        let named = literals.flatMap(\.days).compactMap { Value.string($0).dayNumber }
        return (named.sorted() + months).uniqued().compactMap {
            Value.timestamp(seconds: DayText.noon(of: $0))
        }
    }

    /// Lists of up to three elements, which differ in the fields that the guards read; none where nothing
    /// is known of the elements, or where another list that is read may hold the same.
    private func lists(at path: String, of element: CELType, _ literals: Set<Value>) -> [Value] {
        let elements = abstraction.knowledge.elements
        guard let known = elements[path], read.filter({ elements[$0] != nil }).count == 1 else { return [] }
        let fields = parts.reduce(into: Set<String>()) { $1.tree.collectFields(into: &$0) }
        let samples = Samples(abstraction).elements(of: element, differingIn: fields, literals)
        func kinds(_ fixed: [String: Value]) -> [Value] {
            samples.map { $0.setting(fixed) }.uniqued()
        }
        let firsts = kinds(known.fields.merging(known.firstFields) { $1 })
        let others = kinds(known.fields)
        var lists: [[Value]] = [[]] + firsts.map { [$0] }
        lists += firsts.flatMap { first in others.map { [first, $0] } }
        lists += firsts.flatMap { first in
            others.indices.dropFirst().map { [first, others[$0 - 1], others[$0]] }
                + others.prefix(2).map { [first, $0, $0] }
        }
        return lists.filter { $0.count >= known.least }.uniqued().map { .list($0) }
    }

    /// Adds, to what days may be, what the functions in the guards make of plain values.
    mutating func addResults(_ branches: Branches) {
        var branches = branches
        for candidate in candidates {
            guard let first = candidate.values.first else { continue }
            branches.set(first, at: Read(path: candidate.path, value: .null).steps[...])
        }
        let bindings = ValueMap(branches.values)
        let results = parts.flatMap { part in
            part.tree.calls.compactMap { call in
                var compiler = Compiler(
                    environment: part.environment, source: part.text,
                    limits: part.limits)
                return try? compiler.program(of: call, expecting: nil).evaluate(bindings).value
            }
        }.flatMap(\.days)
        for index in candidates.indices where candidates[index].values.contains(where: \.isDay) {
            candidates[index].values += results.uniqued().map { .string($0) }
                .filter { !candidates[index].values.contains($0) }
        }
    }
}

extension Syntax {
    fileprivate func collectLiterals(into found: inout Set<Value>) {
        if case .literal(let value) = kind { found.insert(value) }
        for child in kind.children { child.collectLiterals(into: &found) }
    }

    fileprivate func collectFields(into found: inout Set<String>) {
        if case .select(_, let field) = kind { found.insert(field) }
        for child in kind.children { child.collectFields(into: &found) }
    }

    /// The calls of functions in it, the inner ones too.
    fileprivate var calls: [Syntax] {
        let inner = kind.children.flatMap(\.calls)
        if case .call(_, nil, _) = kind { return [self] + inner }
        return inner
    }
}

extension Value {
    fileprivate var smallNumber: Int64? {
        guard case .int(let number) = self, number.magnitude < 1 << 52 else { return nil }
        return number
    }

    fileprivate var isDay: Bool { dayNumber != nil }

    /// The days next to a day; of a number those around the turns of that year.
    fileprivate var days: [String] {
        if case .int(let year) = self, (1...9_998).contains(year) {
            let turns = [year, year + 1].map { year in
                DayText.number(of: CivilDate(year: year, month: 1, day: 1))
            }
            return turns.flatMap { [$0 - 1, $0] }.compactMap(DayText.text(of:))
        }
        guard let number = dayNumber, number > 0 else { return [] }
        return [number, number + 1, number - 1].compactMap(DayText.text(of:))
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
