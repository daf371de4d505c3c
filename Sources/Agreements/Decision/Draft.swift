/// An event in the making: what happened so far in one step of one process.
struct Draft {
    var delivery: Delivery
    /// Its number, known before it is sealed since entries refer to it.
    let seq: Int
    let from: [String]
    var changes: [Change] = []
    var notices: [OwedNotice] = []
    var effectiveOn: Day?
    let log = ReadLog()

    init(_ delivery: Delivery, seq: Int, from: [String]) {
        self.delivery = delivery
        self.seq = seq
        self.from = from
    }
}
