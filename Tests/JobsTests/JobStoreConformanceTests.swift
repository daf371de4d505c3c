import TestSupport
import Testing

@Suite("The job store in memory keeps the promises of the port")
struct JobStoreConformanceTests {
    @Test("Each promise", arguments: JobStoreConformance.checks)
    func promise(check: JobStoreConformance.Check) async throws {
        try await check.run(.inMemory())
    }
}
