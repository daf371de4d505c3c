/// Where jobs live, as the runner needs it.
///
/// Time is the store's own; every closure may be called from any task.
///
/// A store keeps these promises (`JobStoreConformance` in the tests' support checks them): a job is claimed
/// by one runner at a time; once a lease has run out anybody may claim the job, and until somebody does the
/// old fence still holds; whoever shows another fence than the latest is turned away; jobs of one sequence,
/// whatever their kind, are claimed one at a time in the order of their creation, and a dead one does not
/// stop the next; every attempt's error is kept.
package struct JobStore: Sendable {
    /// Claims due jobs, oldest due first: `ready` ones, and `running` ones whose lease has run out.
    ///
    /// Each is then `running`, its attempt counted, hidden from others until the lease ends.
    package var claim: @Sendable (Claim) async throws -> [Job]

    /// Renews leases to `duration` from now; returns the fences that still hold.
    ///
    /// One that is not returned has lost its job for ever.
    package var heartbeat:
        @Sendable (_ fences: [Job.Fence], _ duration: Duration) async throws -> Set<Job.Fence>

    /// Records what became of an attempt.
    ///
    /// False when the fence no longer holds: nothing was changed. A second settlement of the same attempt is
    /// false too.
    package var settle: @Sendable (_ settlement: Settlement, _ fence: Job.Fence) async throws -> Bool

    /// How long until a job of these kinds can be claimed, zero when one can be now; nil when none waits.
    package var nextDue: @Sendable (_ kinds: Set<Job.Kind>) async throws -> Duration?

    /// A store made of its four promises; start from ``unimplemented`` in tests.
    package init(
        claim: @escaping @Sendable (Claim) async throws -> [Job],
        heartbeat: @escaping @Sendable ([Job.Fence], Duration) async throws -> Set<Job.Fence>,
        settle: @escaping @Sendable (Settlement, Job.Fence) async throws -> Bool,
        nextDue: @escaping @Sendable (Set<Job.Kind>) async throws -> Duration?
    ) {
        (self.claim, self.heartbeat, self.settle, self.nextDue) = (claim, heartbeat, settle, nextDue)
    }
}
