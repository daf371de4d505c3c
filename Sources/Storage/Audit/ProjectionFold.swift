import Agreements

/// The rows of tasks, timers and assignments that events make, each as one line of text.
struct ProjectionFold {
    private var tasks: [HumanTask.ID: (task: HumanTask, opened: Int, closed: Int?)] = [:]
    private var timers: [ArmedTimer.ID: (timer: ArmedTimer, armed: Int, closed: Int?, status: String)] = [:]
    private(set) var assignments: Set<String> = []

    mutating func note(_ change: Change, _ event: Event) {
        switch change {
        case .taskOpened(let task): tasks[task.id] = (task, event.seq, nil)
        case .taskClosed(let id): tasks[id]?.closed = event.seq
        case .timerArmed(let timer): timers[timer.id] = (timer, event.seq, nil, "armed")
        case .timerClosed(let id, let fired):
            timers[id]?.closed = event.seq
            timers[id]?.status = fired ? "fired" : "cancelled"
        case .roleAssigned(let assignment):
            assignments.insert("\(assignment.role)|\(assignment.person)|\(event.seq)|")
        case .roleReleased(let role):
            assignments = Set(
                assignments.map { line in
                    let isHeld = line.hasPrefix("\(role)|") && line.hasSuffix("|")
                    return isHeld && !line.hasSuffix("|\(event.seq)|") ? line + "\(event.seq)" : line
                })
        default: break
        }
    }

    var taskLines: Set<String> {
        Set(
            tasks.values.map { item in
                let task = item.task
                return [
                    task.id.description, task.process, task.state, task.role.role, task.narrowedTo ?? "",
                    task.due?.day.description ?? "", "\(item.opened)", item.closed.map(String.init) ?? "",
                ].joined(separator: "|")
            })
    }

    var timerLines: Set<String> {
        Set(
            timers.values.map { item in
                let timer = item.timer
                return [
                    timer.id.description, timer.process, timer.state, "\(timer.entrySeq)", timer.name,
                    timer.due.description, item.status, "\(item.armed)", item.closed.map(String.init) ?? "",
                ].joined(separator: "|")
            })
    }
}
