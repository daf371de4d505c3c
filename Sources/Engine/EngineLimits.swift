/// How long the engine tries before it gives up.
package struct EngineLimits: Sendable, Hashable {
    /// How often a command is decided again because something moved meanwhile.
    package var attemptsMax: Int

    package init(attemptsMax: Int = 20) { self.attemptsMax = attemptsMax }
}
