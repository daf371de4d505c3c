import Glibc

/// How often the process has allocated, as the preloaded counter of `Benchmarks/Allocations` says.
enum AllocationCounter {
    private typealias Count = @convention(c) () -> UInt64

    /// `nil` when the counter is not preloaded.
    static func now() -> UInt64? {
        guard let symbol = dlsym(nil, "entente_allocations") else { return nil }
        return unsafeBitCast(symbol, to: Count.self)()
    }
}
