/// A timer that may ring at the same instant as one of a child process which then tells something, where the order
/// makes a difference.
struct ChildTie: Hashable {
    var state: String
    var timer: String
    var ring: ChildBehaviour.Ring
}
