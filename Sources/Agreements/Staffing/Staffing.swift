/// The staffing proof: whether each step of each agreement has somebody who can do it, on each day to come.
///
/// A day is judged as it begins, today as it is now. Somebody can do a step who is active, holds one of its
/// roles that day by grant, assignment or valid delegation, is not absent, and is not excluded by an
/// exclusive duty, given what was done so far on either side of a delegation. Steps are those that are open,
/// and all that can be reached from there in the charts, child processes included, whatever guards will say:
/// a step that comes is among them, some that are among them never come. Of a step to come whose role an act
/// on the way gives to somebody, it is no gap that nobody holds it yet. Pure; days are not visited one by
/// one, but the spans between those on which anything changes.
package struct Staffing: Sendable {
    private let facts: Facts
    private let until: Day

    /// - Parameter facts: the whole register, people, grants, delegations, absences, successions, measures.
    /// - Parameter until: the last day to look at.
    package init(facts: Facts, until: Day) {
        self.facts = facts
        self.until = until
    }

    /// What is lacking for these agreements, each with the definition that it is pinned to.
    ///
    /// The cost grows with agreements and steps, not with days; crews with the same rights are computed once.
    package func report(on files: [(agreement: Agreement, workflow: Workflow)]) -> StaffingReport {
        guard files.count > Self.togetherMax else { return part(on: files[...]) }
        let middle = files.count / 2
        let (first, rest) = beside({ part(on: files[..<middle]) }, { part(on: files[middle...]) })
        var report = first
        report.agreements += rest.agreements
        report.steps += rest.steps
        report.gaps += rest.gaps
        report.singles += rest.singles
        return report
    }

    /// As many agreements as are looked at one after the other; of more, one half is beside the other.
    private static let togetherMax = 50

    private func part(
        on files: ArraySlice<(agreement: Agreement, workflow: Workflow)>
    ) -> StaffingReport {
        let rights = StaffingRights(facts, until: until)
        let map = StaffingMap()
        var report = StaffingReport(from: rights.horizon.first, until: rights.horizon.last)
        for (agreement, workflow) in files {
            let file = StaffingFile(agreement: agreement, workflow: workflow, facts: facts, map: map)
            var check = StaffingCheck(file: file, rights: rights)
            check.run()
            report.agreements += 1
            report.steps += check.steps
            report.gaps += check.gaps.sorted(by: StaffingCheck.isBefore)
            report.singles += check.singles
        }
        return report
    }

    /// The steps that an agreement asks or may still ask of people.
    package func steps(of agreement: Agreement, _ workflow: Workflow) -> [StaffingStep] {
        StaffingFile(agreement: agreement, workflow: workflow, facts: facts, map: StaffingMap()).steps
    }
}
