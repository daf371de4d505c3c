import Statechart

/// Whole numbers for values, closures for expressions: enough of a data model to test a chart with.
struct Toy: DataModel {
    typealias Expression = @Sendable ([String: Int], Scope<Int>) throws(EvaluationFailure) -> Int

    var variables: [String: Int] = [:]

    func holds(_ condition: Expression, in scope: Scope<Int>) throws(EvaluationFailure) -> Bool {
        try evaluate(condition, in: scope) != 0
    }

    func evaluate(_ expression: Expression, in scope: Scope<Int>) throws(EvaluationFailure) -> Int {
        try expression(variables, scope)
    }

    mutating func declare(_ variable: String) throws(EvaluationFailure) {
        guard variable.allSatisfy(\.isLetter) else { throw .init("no name: \(variable)") }
        variables[variable] = variables[variable] ?? 0
    }

    mutating func assign(_ value: Int, to location: String) throws(EvaluationFailure) {
        guard variables[location] != nil else { throw .init("no variable \(location)") }
        variables[location] = value
    }

    func value(reading text: String) throws(EvaluationFailure) -> Int { Int(text) ?? 0 }

    func value(of index: Int) throws(EvaluationFailure) -> Int { index }

    func value(of fields: [(name: String, value: Int)]) throws(EvaluationFailure) -> Int {
        fields.map(\.value).reduce(0, +)
    }

    /// 3 is the list 1, 2, 3; a negative number is no list.
    func elements(of value: Int) throws(EvaluationFailure) -> [Int] {
        guard value >= 0 else { throw .init("no list") }
        return Array(0..<value).map { $0 + 1 }
    }
}

typealias Node = StateNode<Toy.Expression>
typealias Edge = TransitionNode<Toy.Expression>
typealias ToySession = Session<Toy>

enum Make {
    static let failing: Toy.Expression = { _, _ throws(EvaluationFailure) in throw .init("fails") }

    static func constant(_ value: Int) -> Toy.Expression { { _, _ in value } }

    static func variable(_ name: String) -> Toy.Expression { { variables, _ in variables[name] ?? 0 } }

    static func active(_ id: String) -> Toy.Expression { { _, scope in scope.isActive(id) ? 1 : 0 } }

    /// A state that logs `+id` and `-id` when it is entered and left.
    static func state(
        _ id: String, initial: [String]? = nil, _ transitions: [Edge] = [], _ children: [Node] = []
    ) -> Node {
        state(id, .state, initial: initial, transitions, children)
    }

    static func state(
        _ id: String, _ kind: Node.Kind, initial: [String]? = nil, _ transitions: [Edge] = [],
        _ children: [Node] = []
    ) -> Node {
        let isHistory = kind == .shallowHistory || kind == .deepHistory
        return Node(
            id, kind,
            initial: initial.map { DefaultTarget($0, content: [.log(label: "default of \(id)", nil)]) },
            onEntry: isHistory ? [] : [[.log(label: "+\(id)", nil)]],
            onExit: isHistory ? [] : [[.log(label: "-\(id)", nil)]], transitions: transitions,
            children: children)
    }

    static func edge(
        _ event: String?, _ targets: String..., if condition: Toy.Expression? = nil, isInternal: Bool = false,
        do content: [Action<Toy.Expression>] = [], label: String? = nil
    ) -> Edge {
        Edge(
            on: event.map { $0.split(separator: " ").map(String.init) } ?? [], if: condition, to: targets,
            isInternal: isInternal, content: content, label: label)
    }

    static func chart(
        _ states: [Node], initial: [String]? = nil, data: [String] = [],
        binding: Chart<Toy.Expression>.Binding = .early
    ) throws -> Chart<Toy.Expression> {
        try Chart(
            Node(
                "chart", initial: initial.map { DefaultTarget($0) }, data: data.map { DataItem($0) },
                children: states),
            binding: binding)
    }

    /// A session that was started, and what its start did.
    static func started(_ chart: Chart<Toy.Expression>) -> (session: ToySession, macrosteps: [Macrostep<Int>])
    {
        var session = ToySession(chart, model: Toy())
        let macrosteps = session.start()
        return (session, macrosteps)
    }
}

extension [Macrostep<Int>] {
    /// The labels of everything logged, in order.
    var logged: [String] {
        flatMap(\.outputs).compactMap { output in
            if case .log(let label?, _) = output { label } else { nil }
        }
    }

    /// Each microstep as `event: -left +entered`; `!` marks a restored state.
    var steps: [String] {
        flatMap(\.trace.microsteps).map { microstep in
            let changes =
                microstep.exited.map { "-\($0)" }
                + microstep.entered.map { "+\($0.id)\($0.isRestored ? "!" : "")" }
            return ([(microstep.event ?? "") + ":"] + changes).joined(separator: " ")
        }
    }
}
