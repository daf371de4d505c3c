/// A timer beside a condition that reads the clock, where it makes a difference which comes first.
///
/// Nothing rings for a condition: it is asked when something else happens.
struct ClockTie: Hashable {
    var state: String
    var timer: String
    /// Where the condition stands.
    var condition: String
}
