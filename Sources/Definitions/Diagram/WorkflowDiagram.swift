package import Agreements
import Statechart

/// A process as a picture in text, for Graphviz or Mermaid: pure functions, the drawing is done elsewhere.
///
/// States show their title, the role that works there, its deadline, the child processes that they start, the
/// acts that move nothing, and the legal status by their colour; arrows the act, or the event where no person
/// acts, with who does it and, but for a whole life, when it is refused.
package struct WorkflowDiagram: Sendable {
    package var process: ProcessDefinition
    package var language: Language
    /// Ids of active states, which are highlighted.
    package var configuration: Set<String>
    /// How deep states are shown, 1 for the outermost only; nil for all of them.
    package var depth: Int?
    /// A line that a state carries below its title, by its id.
    package var marks: [String: String]
    private let workflow: Workflow?

    /// - Parameter workflow: where the titles of child processes and the texts of refusals come from;
    ///   names and
    ///   codes stand for them when nil.
    package init(
        _ process: ProcessDefinition, of workflow: Workflow? = nil, in language: Language,
        configuration: Set<String> = [], depth: Int? = nil, marks: [String: String] = [:]
    ) {
        self.depth = depth
        self.marks = marks
        self.process = process
        self.language = language
        self.configuration = configuration
        self.workflow = workflow
    }

    var chart: Chart<Guard> { process.chart }

    /// The arrows in document order; those between the same states on the same event stand together.
    var arrows: [DiagramArrow] {
        var arrows: [DiagramArrow] = []
        for transition in chart.transitions {
            for target in transition.targets {
                var arrow = arrow(transition, to: target)
                arrow.isFurther = target != transition.targets.first
                // What happens inside a state that is shown closed is not shown.
                let isHidden = transition.source != arrow.from || target != arrow.to
                if arrow.from == arrow.to, isHidden { continue }
                if let index = arrows.firstIndex(where: { $0.isLike(arrow) }) {
                    arrows[index].notes += arrow.notes.filter { !arrows[index].notes.contains($0) }
                } else {
                    arrows.append(arrow)
                }
            }
        }
        return arrows
    }

    private func arrow(_ transition: Transition<Guard>, to target: Int) -> DiagramArrow {
        let definition = transition.label.flatMap { process.transitions[$0] }
        let isAct = !(definition?.by.isEmpty ?? true)
        let event = definition?.event ?? ""
        return DiagramArrow(
            from: shown(transition.source), to: shown(target), text: text(transition),
            notes: notes(transition), kind: isAct ? .act : timer(event) == nil ? .machine : .timer)
    }

    /// The state itself, or the closed one that hides it.
    func shown(_ index: Int) -> Int {
        guard let depth else { return index }
        var chain = [index]
        while let last = chain.last, let parent = chart.states[last].parent, parent != Chart<Guard>.root {
            chain.append(parent)
        }
        return chain.count > depth ? chain[chain.count - depth] : index
    }

    /// Whether a state is drawn with what lies inside it.
    func isOpen(_ index: Int) -> Bool {
        let state = chart.states[index]
        guard !state.isAtomic, !state.isHistory else { return false }
        return state.children.contains { shown($0) == $0 }
    }

    /// The parts that a state shows: its title in front.
    func face(_ index: Int) -> DiagramFace {
        guard let state = process.states[chart.id(index)] else {
            return DiagramFace(title: chart.id(index))
        }
        var face = DiagramFace(title: title(index, state), legal: legal(index))
        face.mark = marks[chart.id(index)]
        if let task = state.task {
            let due = task.due.map(words)
            face.task = ([Self.role(task.role)] + [due].compactMap(\.self)).joined(separator: ", ")
        }
        face.children = state.children.map { children in
            let name = title(of: children.run)
            return children.forEach == nil ? name : "\(name) × n"
        }
        face.acts = chart.transitions.filter { $0.source == index && $0.targets.isEmpty }
            .map { text($0) }.uniqued()
        if !isOpen(index), !chart.states[index].isAtomic {
            let inside = chart.states[index].children.map {
                process.states[chart.id($0)]?.title[language] ?? ""
            }
            face.inside = inside.filter { !$0.isEmpty && $0 != face.title }
        }
        return face
    }

    /// The title of a state; the two parts of one that waits for its children tell what they are.
    private func title(_ index: Int, _ state: StateDefinition) -> String {
        let title = state.title[language]
        let parent = chart.states[index].parent.flatMap { process.states[chart.id($0)] }
        guard parent?.title[language] == title, parent?.children.isEmpty == false else { return title }
        let isDone = chart.states[index].kind == .final
        return language == .french ? (isDone ? "Terminé" : "En cours") : (isDone ? "All done" : "Under way")
    }

    private func title(of process: String) -> String {
        workflow?.processes[process]?.title[language] ?? process
    }

    /// When something is due.
    private func words(_ rule: DueRule) -> String {
        DueWords(language: language, parameters: workflow?.parameters ?? [:]).words(rule)
    }

    func isActive(_ index: Int) -> Bool { configuration.contains(chart.id(index)) }

    /// Whether it is so large that the picture goes from left to right.
    var isWide: Bool {
        chart.states.contains { $0.kind == .parallel && $0.children.count > 2 && isOpen($0.index) }
    }

    /// The legal status that a state has, its own or of a state around it; of a closed one the first
    /// inside it.
    func legal(_ index: Int) -> LegalStatus? {
        var place: Int? = index
        while let here = place {
            if let status = process.states[chart.id(here)]?.legal { return status }
            place = chart.states[here].parent
        }
        guard !isOpen(index) else { return nil }
        let inside = chart.states.indices.filter { chart.isDescendant($0, of: index) }
        return inside.lazy.compactMap { process.states[chart.id($0)]?.legal }.first
    }

    private func text(_ transition: Transition<Guard>) -> String {
        let definition = transition.label.flatMap { process.transitions[$0] }
        if let title = definition?.title { return title[language] }
        let event = definition?.event ?? ""
        return EventWords(
            language: language, children: children.mapValues { title(of: $0) }, outcomes: outcomes
        )
        .words(event, timer: timer(event))
    }

    /// The processes that states and acts start, by the name under which they run.
    private var children: [String: String] {
        let started = process.states.values.flatMap(\.children).map { ($0.name, $0.run) }
        let spawned = process.transitions.values.flatMap(\.actions).compactMap { action in
            if case .spawn(let name, let run, _, _, _) = action { (name, run) } else { nil }
        }
        return Dictionary(started + spawned, uniquingKeysWith: { first, _ in first })
    }

    /// What children say when they are in a state with an outcome, by event.
    private var outcomes: [String: String] {
        let all = children.flatMap { name, run in
            (workflow?.processes[run]?.states.values.map { $0 } ?? []).compactMap { state in
                state.outcome.map { ("\(name).\($0)", state.title[language]) }
            }
        }
        return Dictionary(all, uniquingKeysWith: { min($0, $1) })
    }

    /// Who does it, where that is not who has the task of the state, and when it is refused, in short words.
    private func notes(_ transition: Transition<Guard>) -> [String] {
        let definition = transition.label.flatMap { process.transitions[$0] }
        let worker = process.states[chart.id(transition.source)]?.task.map { Self.role($0.role) }
        let people = (definition?.by ?? []).map(Self.role).uniqued()
        let who = people.isEmpty || people == [worker] ? [] : [people.joined(separator: ", ")]
        let isLife = process.name == "life"
        let guards = GuardWords(language: language, refusals: workflow?.refusals ?? [:])
        return who + (isLife ? guards.hint(transition.condition) : guards.words(transition.condition))
    }

    /// When the timer rings that sends an event; nil where none does.
    private func timer(_ event: String) -> String? {
        process.states.values.flatMap(\.timers).first { $0.event == event }.map { words($0.due) }
    }

    static func role(_ role: RoleReference) -> String {
        switch role.of {
        case .agreement: role.role
        case .party: "\(role.role)(party)"
        case .person: "\(role.role)(person)"
        case .otherParties: "\(role.role)(others)"
        case .foreignParties: "\(role.role)(foreign)"
        case .parties: "\(role.role)(all)"
        }
    }
}
