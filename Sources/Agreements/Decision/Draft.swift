/// An event in the making: what happened so far in one step of one process.
struct Draft {
    var delivery: Delivery
    /// Its number, known before it is sealed since entries refer to it.
    let seq: Int
    let from: [String]
    var changes: [Change] = []
    var notices: [OwedNotice] = []
    var effectiveOn: Day?
    /// The children that actions read: those from before the step; nil where the step has not moved anything yet.
    var children: [Process]?
    let log = ReadLog()

    init(_ delivery: Delivery, seq: Int, from: [String]) {
        self.delivery = delivery
        self.seq = seq
        self.from = from
    }
}

extension Draft {
    /// What was read, with the erasable values of the input by reference only.
    var reads: [Payload.Read] {
        guard let recorded = delivery.recordedInput else { return log.all }
        return log.all.map { read in
            let parts = read.path.split(separator: ".")
            guard parts.first == "event", !recorded.isEmpty else { return read }
            let value = parts.count > 1 ? recorded[String(parts[1])] : .object(recorded)
            return Payload.Read(path: read.path, value: value ?? read.value)
        }
    }
}
