/// One event that may come to a situation, with every way in which the chart may answer it.
struct Attempt {
    var node: Int
    var trigger: Trigger
    /// The steps, by number, one for each string of answers by which something follows.
    var edges: Range<Int>
    /// The answers by which nothing follows.
    var silent: [[Tape.Answer]]
}
