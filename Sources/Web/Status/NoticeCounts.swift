/// How the notices stand.
package struct NoticeCounts: Sendable, Equatable {
    package var owed: Int
    package var sent: Int
    package var failed: Int

    package init(owed: Int = 0, sent: Int = 0, failed: Int = 0) {
        self.owed = owed
        self.sent = sent
        self.failed = failed
    }
}
