import Testing

/// One folder for all tests of a suite, since a new cluster takes seconds: they run one after another, and each leaves
/// it with nothing running.
struct SharedClusterFolder: SuiteTrait, TestScoping {
    @TaskLocal static var folder: ClusterFolder?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let folder = try ClusterFolder.make("a folder, 'quoted' \\ é", rights: 0o755)
        defer { folder.remove() }
        try await Self.$folder.withValue(folder) { try await function() }
    }
}

extension Trait where Self == SharedClusterFolder {
    static var sharedClusterFolder: Self { Self() }
}
