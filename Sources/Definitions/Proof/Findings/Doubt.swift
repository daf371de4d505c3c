/// What is not known of a process, since something could not be read: what may only follow from that is not
/// said.
struct Doubt {
    /// Whether anything of the workflow could not be read.
    var isHarmed = false
    /// Whether the process, or one that it starts, may go on in ways that were not seen.
    var goesAstray = false
    /// Whether all that its children tell is known, where what could not be read is never passed.
    var knowsChildren = true
    /// Whether all that the processes of the workflow do is known.
    var knowsDeeds = true
}
