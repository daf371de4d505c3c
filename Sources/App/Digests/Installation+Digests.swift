import Jobs
import Notices
package import Storage

extension Installation {
    /// Digests and what became of them.
    package var digests: DigestStore { DigestStore(databases.worker) }

    /// Who writes digests and who delivers them.
    var digestWorkers: [Job.Kind: Worker] {
        [
            DigestWorker.kind: DigestWorker(installation: self).worker,
            Job.Kind(DigestStore.mailKind): worker.delivering(digests.book).worker,
        ]
    }
}
