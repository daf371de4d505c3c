/// How far a story is.
package struct PlayedSteps: Sendable, Equatable {
    package var done: Int
    package var total: Int

    package init(done: Int = 0, of total: Int) {
        self.done = done
        self.total = total
    }
}
