/// A job as a runner holds it: claimed, under a lease, for one attempt.
package struct Job: Sendable, Equatable, Identifiable {
    package let id: ID
    package let kind: Kind

    /// Names the work itself: one job for ever per (kind, key), however often it is asked for.
    package let key: String

    /// Jobs of one sequence run one at a time in the order of their creation; nil when order does not matter.
    package let sequence: String?

    /// 1 for the first attempt.
    ///
    /// A claim counts as an attempt even if its worker then dies.
    package let attempt: Int

    /// After so many failed attempts, and once the worker's patience is over too, the job is dead.
    package let attemptsMax: Int

    package let createdAt: MachineTime
    package let runAt: MachineTime

    /// The store's clock when this claim was made.
    package let claimedAt: MachineTime

    /// What the worker needs, by convention JSON; at most 64 KiB.
    ///
    /// It holds no secret.
    package let payload: String

    /// What every later word about this attempt must show.
    package let fence: Fence

    /// A job as a store hands it out when it is claimed.
    package init(
        kind: Kind, key: String, sequence: String? = nil, attempt: Int, attemptsMax: Int,
        createdAt: MachineTime,
        runAt: MachineTime, claimedAt: MachineTime, payload: String, fence: Fence
    ) {
        (self.id, self.kind, self.key, self.sequence) = (fence.job, kind, key, sequence)
        (self.attempt, self.attemptsMax, self.createdAt) = (attempt, attemptsMax, createdAt)
        (self.runAt, self.claimedAt, self.payload, self.fence) = (runAt, claimedAt, payload, fence)
    }
}
