extension ProcessDraft {
    /// Whether all of it but texts could be read.
    var isUnharmed: Bool { harm.isEmpty && transitions.allSatisfy(\.harm.isEmpty) }

    /// Whether all that it starts, sends and does could be read.
    var tellsAll: Bool {
        isRead && harm.values.allSatisfy { $0 == .target }
            && transitions.allSatisfy { $0.harm.isDisjoint(with: .deeds) }
    }

    /// Whether all that may hear or look at its children could be read.
    var watchesInFull: Bool {
        tellsAll && transitions.allSatisfy { !$0.harm.contains(.condition) }
    }

    /// The transitions that may lead anywhere.
    var astray: [TransitionDraft] { transitions.filter(\.harm.leadsAstray) }
}

extension WorkflowDraft {
    /// Whether all that its processes start, send and do could be read.
    var tellsAll: Bool {
        uses.processes.allSatisfy { processes[$0.name] != nil }
            && orderedProcesses.allSatisfy(\.value.tellsAll)
    }
}
