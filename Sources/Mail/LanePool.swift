/// Lends lanes, the most recently used first, so that few connections stay warm; waiters are served in order.
actor LanePool {
    private var idle: [SMTPLane]
    private var waiting: [CheckedContinuation<SMTPLane, Never>] = []

    init(_ lanes: [SMTPLane]) { idle = lanes.reversed() }

    func take() async -> SMTPLane {
        if let lane = idle.popLast() { return lane }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func giveBack(_ lane: SMTPLane) {
        guard !waiting.isEmpty else { return idle.append(lane) }
        waiting.removeFirst().resume(returning: lane)
    }
}
