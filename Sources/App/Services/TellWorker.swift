import Agreements
import Engine
import Foundation
package import Jobs
import Notices

/// Tells the agreements of a call that it was extended, should whoever extended it not have come to it.
struct TellWorker: Sendable {
    let desk: RegisterDesk

    static let kind: Job.Kind = "tell"

    var worker: Worker { Worker(timeLimit: .seconds(300)) { job, _ in try await perform(job) } }

    private struct Payload: Decodable {
        var call: Call.ID
        var stream: String
        var seq: Int
    }

    private func perform(_ job: Job) async throws -> Outcome {
        guard let told = try? JSONDecoder().decode(Payload.self, from: Data(job.payload.utf8)) else {
            return .abandon(because: "the job names no call")
        }
        try await desk.tell(
            "call.extended", of: told.call, RegisterReceipt(stream: told.stream, seq: told.seq))
        return .done
    }
}

extension Installation {
    /// Who does the jobs, by kind.
    package var workers: [Job.Kind: Worker] {
        [NoticeWorker.kind: worker.worker, TellWorker.kind: TellWorker(desk: desk).worker]
    }
}
