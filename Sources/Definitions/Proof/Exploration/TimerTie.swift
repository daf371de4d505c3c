/// Two timers that may ring at the same instant, where the order in which they do makes a difference.
struct TimerTie: Hashable {
    var states: [String]
    var timers: [String]
}
