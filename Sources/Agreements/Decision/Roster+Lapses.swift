extension Roster {
    /// The first instant after `since` at which somebody who may act for another in one of these open steps of
    /// a process may no longer; nil when none is known.
    ///
    /// The delegation was revoked or came to its end, its grantor lost the role, or one of both left; a
    /// delegation from whose end another one goes on does not lapse.
    func nextLapse(of tasks: [HumanTask], in process: Process, since: Instant) -> Instant? {
        tasks.flatMap { task in
            facts.delegations.filter { $0.role == task.role.role }.flatMap { delegation in
                ends(of: delegation).filter { end in
                    since < end
                        && isUsable(delegation, for: task, in: process, at: end.adding(milliseconds: -1))
                        && !isUsable(delegation, for: task, in: process, at: end)
                }
            }
        }.min()
    }

    /// When it may come to an end, as far as the register knows.
    private func ends(of delegation: Delegation) -> [Instant] {
        let offices = facts.grants.filter {
            $0.person == delegation.grantor && $0.role == delegation.role
        }
        let people = [delegation.grantor, delegation.grantee].compactMap { facts.people[$0]?.leftAt }
        return [delegation.until, delegation.revokedAt].compactMap(\.self) + offices.compactMap(\.until)
            + people
    }

    private func isUsable(
        _ delegation: Delegation, for task: HumanTask, in process: Process, at instant: Instant
    ) -> Bool {
        self.delegation(
            from: delegation.grantor, to: delegation.grantee, as: task.role, in: process, at: instant) != nil
    }
}
