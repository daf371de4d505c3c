import Agreements
import Crypto
import Synchronization
import Web

/// Results of heavy work by what they are made of: each is worked out once, and the last so many are kept.
final class KeptWork<Value: Sendable>: Sendable {
    private let bench: Workbench
    private let countMax: Int
    private let kept = Mutex<[String: Value]>([:])

    init(_ name: String, countMax: Int) {
        bench = Workbench(name)
        self.countMax = countMax
    }

    /// The result for `key`, by `work` where it is not known yet; without a key it is always worked out.
    ///
    /// - Throws: as ``Workbench/run(_:)``.
    func value(of key: String?, _ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard let key = key.map({ SHA256.hexadecimal($0) }) else { return try await bench.run(work) }
        if let known = known(key) { return known }
        return try await bench.run { [self] in
            // Another may have asked for the same meanwhile.
            if let known = known(key) { return known }
            let value = try work()
            keep(value, key)
            return value
        }
    }

    private func known(_ key: String) -> Value? { kept.withLock { $0[key] } }

    private func keep(_ value: Value, _ key: String) {
        kept.withLock { kept in
            if kept.count >= countMax { kept.removeAll() }
            kept[key] = value
        }
    }
}
