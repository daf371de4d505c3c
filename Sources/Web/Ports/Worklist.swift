package import Agreements

/// The steps that wait for somebody: those of some places told whole, all of them counted.
package struct Worklist: Sendable, Hashable {
    /// Those of the places that were asked for, what is due first at the top.
    package var items: [WorkItem] = []
    package var count = 0
    package var overdue = 0
    /// The acts that one form can do on several files, what is due first at the top.
    package var sets: [ActSet] = []

    package init() {}

    /// An act that some steps have in common.
    package struct ActSet: Sendable, Hashable {
        package var event: String
        package var name: String
        package var title: LocalizedText
        /// On how many of them it may be done.
        package var count: Int
    }

    /// Counts an act of some more steps.
    package mutating func count(_ event: String, set: String, _ title: LocalizedText, _ more: Int) {
        if let index = sets.firstIndex(where: { $0.name == set }) {
            sets[index].count += more
        } else {
            sets.append(ActSet(event: event, name: set, title: title, count: more))
        }
    }
}
