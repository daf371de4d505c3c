/// The statements that the server has planned for one connection, the most recently used last.
///
/// A pure value: it says what to send and is told what came of it.
struct PreparedStatements {
    struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    private struct Entry {
        let name: String
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var names = 0

    init(limit: Int) { self.limit = max(1, limit) }

    var count: Int { entries.count }

    /// The name under which the server knows the statement, if it does.
    mutating func name(of key: Key) -> String? {
        guard entries[key] != nil else { return nil }
        uses += 1
        entries[key]?.lastUse = uses
        return entries[key]?.name
    }

    /// A name never used before on this connection.
    mutating func newName() -> String {
        names += 1
        return "s\(names)"
    }

    /// Notes that the server has planned the statement.
    mutating func insert(_ key: Key, name: String) {
        uses += 1
        entries[key] = Entry(name: name, lastUse: uses)
    }

    /// The names to deallocate so that `limit` holds again; they are forgotten.
    mutating func evict() -> [String] {
        var evicted: [String] = []
        while entries.count > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            evicted.append(oldest.value.name)
        }
        return evicted
    }

    /// Forgets all of them, after the server has, or after one no longer fits the schema.
    mutating func forgetAll() { entries = [:] }
}
