import Logging
import Synchronization

extension Runner {
    /// Renews every lease in one call per heartbeat; ends those that the store says are lost.
    ///
    /// While the store fails, leases run out by the clock.
    func keepLeases() async {
        while !Task.isCancelled {
            guard (try? await clock.sleep(configuration.heartbeat)) != nil else { return }
            let running = leases.withLock { $0 }
            guard !running.isEmpty else { continue }
            await renew(running)
        }
    }

    private func renew(_ running: [Job.Fence: Lease]) async {
        let asked = clock.now()
        do {
            let held = try await store.heartbeat(Array(running.keys), configuration.lease)
            for (fence, lease) in running {
                if held.contains(fence) {
                    lease.renew(until: asked + configuration.lease)
                } else {
                    lease.end()
                }
            }
        } catch {
            logger.warning("heartbeat failed", metadata: ["error": "\(error)", "jobs": "\(running.count)"])
        }
    }
}
