/// How the jobs stand: those that wait for a runner, and those given up.
package struct JobCounts: Sendable, Equatable {
    package var waiting: Int
    package var dead: Int

    package init(waiting: Int = 0, dead: Int = 0) {
        self.waiting = waiting
        self.dead = dead
    }
}
