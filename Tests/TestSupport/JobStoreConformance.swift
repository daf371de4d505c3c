import Jobs

/// The promises of ``Jobs/JobStore``, as checks that any store can be put through.
///
/// A test target runs `for` each of ``checks`` with a harness of its own; each check uses a kind that no
/// other uses, so a shared database may run them side by side. A check throws ``Violation``.
package enum JobStoreConformance {
    /// One promise, as a sentence.
    package struct Check: Sendable, CustomStringConvertible {
        package let description: String
        let body: @Sendable (JobStoreTrial) async throws -> Void

        init(_ description: String, _ body: @escaping @Sendable (JobStoreTrial) async throws -> Void) {
            (self.description, self.body) = (description, body)
        }

        /// Puts the store through this check.
        package func run(_ harness: JobStoreHarness) async throws {
            let kind = Job.Kind("conformance.\(UInt64.random(in: 0...UInt64.max))")
            try await body(JobStoreTrial(harness: harness, kind: kind))
        }
    }

    /// What the store did and should not have.
    package struct Violation: Error, CustomStringConvertible {
        package let description: String
    }

    /// Every check.
    package static var checks: [Check] { claiming + leasing + settling + sequences }
}
