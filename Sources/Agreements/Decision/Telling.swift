/// An event that an agreement tells to those that cite it.
package struct Telling: Sendable, Hashable {
    package var event: String
    /// The event of this agreement that tells it.
    package var seq: Int

    package init(event: String, seq: Int) {
        self.event = event
        self.seq = seq
    }
}
