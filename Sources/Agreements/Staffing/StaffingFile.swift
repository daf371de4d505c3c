import Expressions

/// The steps that one agreement asks or may still ask of people.
///
/// Of each process that runs: the acts of its active states, and of all that can be reached from them; of
/// each child process that those may begin the same, from its first state on. A list of what children are
/// about is read as it is today; where it cannot be read yet, and where an act will say it, they may be about
/// each of the parties.
struct StaffingFile {
    let agreement: Agreement
    let workflow: Workflow
    let facts: Facts
    let map: StaffingMap

    /// Every step, once.
    var steps: [StaffingStep] {
        var expansion = Expansion(file: self)
        for process in agreement.processes.values.filter({ $0.status == .active }).sorted(by: {
            $0.path < $1.path
        }) {
            expansion.add(process, active: process.configuration)
        }
        return expansion.steps.map { step in
            var step = step
            step.isNamedLater = !step.isOpen && step.roles.contains { expansion.assigned.contains($0.role) }
            return step
        }
    }

    /// The walk through the processes, each kind about each thing once.
    private struct Expansion {
        let file: StaffingFile
        var steps: [StaffingStep] = []
        var assigned: Set<String> = []
        private var begun: Set<Beginning> = []
        private lazy var values = file.bindings

        private struct Beginning: Hashable {
            var run: String
            var about: StaffingContext
        }

        init(file: StaffingFile) { self.file = file }

        mutating func add(_ process: Process, active: [String]?, unknown: Bool = false) {
            guard let definition = file.workflow.processes[process.definition] else { return }
            let reach = file.map.reach(of: definition, in: file.workflow, active: active)
            let about = unknown ? .unknown : StaffingContext(process)
            for step in reach.steps {
                steps.append(
                    StaffingStep(
                        process: process.path, state: step.state, act: step.act, roles: step.roles,
                        isOpen: step.isOpen, about: about))
            }
            assigned.formUnion(reach.assigned)
            for launch in reach.launches { begin(launch, in: process) }
        }

        private mutating func begin(_ launch: StaffingReach.Launch, in parent: Process) {
            guard let items = items(of: launch, parent) else {
                return start(launch, in: parent, about: nil, item: [:], unknown: true)
            }
            for item in items {
                let key = item["id"]?.text ?? ""
                start(launch, in: parent, about: key, item: [launch.itemName: item], unknown: false)
            }
        }

        private mutating func start(
            _ launch: StaffingReach.Launch, in parent: Process, about key: String?, item: [String: JSON],
            unknown: Bool
        ) {
            let suffix = key.map { $0.isEmpty ? "" : "/\($0)" } ?? ""
            let process = Process(
                path: "\(parent.path)/\(launch.name)\(suffix)", definition: launch.run, name: launch.name,
                item: item)
            let about = unknown ? .unknown : StaffingContext(process)
            guard begun.insert(Beginning(run: launch.run, about: about)).inserted else { return }
            add(process, active: nil, unknown: unknown)
        }

        /// What the children are about; nil when nobody can tell yet.
        private mutating func items(of launch: StaffingReach.Launch, _ parent: Process) -> [JSON]? {
            guard !launch.isSpawned else { return nil }
            guard let list = launch.list else { return [.null] }
            values["item"] = .object(parent.item.mapValues(\.value))
            guard case .success(.list(let elements)) = list.program.evaluate(values).result else {
                return nil
            }
            return elements.map { JSON($0) }
        }
    }

    private var bindings: [String: Value] {
        Bindings(
            agreement: agreement, workflow: workflow, facts: facts, now: facts.now, process: nil, event: [:],
            actor: nil, children: []
        ).values
    }
}
