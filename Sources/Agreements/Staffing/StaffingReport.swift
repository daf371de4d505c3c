/// What a staffing proof found, over the days from ``from`` to ``until``.
package struct StaffingReport: Sendable, Hashable {
    package var from: Day
    package var until: Day
    package var agreements = 0
    /// The steps looked at, open and to come.
    package var steps = 0
    /// In the order of the agreements, open steps first.
    package var gaps: [StaffingGap] = []
    /// Warnings: each person, roles and days once for an agreement.
    package var singles: [SingleHolder] = []
}
