/// Remembers which templates a server has, so that parallel tests prepare each once.
actor TemporaryPostgresTemplates {
    private var tasks: [String: Task<Void, any Error>] = [:]

    func once(_ name: String, _ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = tasks[name] ?? Task { try await work() }
        tasks[name] = task
        try await task.value
    }
}
