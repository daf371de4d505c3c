import Agreements
import Engine
import Foundation
package import Jobs
import Notices
import Storage

/// Tells agreements what a recorded event means to them, should whoever recorded it not have come to it.
struct TellWorker: Sendable {
    let desk: RegisterDesk

    static let kind: Job.Kind = "tell"

    var worker: Worker { Worker(timeLimit: .seconds(300)) { job, _ in try await perform(job) } }

    private struct Payload: Decodable {
        var event: String?
        var call: Call.ID?
        var citing: Agreement.ID?
        var measure: Measure.ID?
        var delegation: Delegation.ID?
        var grant: Grant.ID?
        var person: Person.ID?
        var stream: String
        var seq: Int

        var audience: Audience? {
            call.map(Audience.call) ?? citing.map(Audience.citing) ?? measure.map(Audience.measure)
                ?? delegation.map(Audience.delegation) ?? grant.map(Audience.grant)
                ?? person.map(Audience.person)
        }
    }

    private func perform(_ job: Job) async throws -> Outcome {
        guard let told = try? JSONDecoder().decode(Payload.self, from: Data(job.payload.utf8)),
            let audience = told.audience
        else { return .abandon(because: "the job names nobody to tell") }
        try await desk.tell(
            told.event ?? "call.extended", to: audience,
            RegisterReceipt(stream: told.stream, seq: told.seq))
        return .done
    }
}

extension Installation {
    /// Those that mail one-time codes.
    private var passcodeWorkers: [Job.Kind: Worker] {
        let (store, door) = (PasscodeStore(databases.worker), doorkeeper)
        let digits = PasscodeLetter.digits { door.digits(of: $0) }
        let base = settings.institution.baseURL
        let reset = PasscodeLetter.reset { "\(base)/invitations/\(door.resetCode(of: $0))" }
        return [
            digits.kind: mailing(digits) { try await store.load($0) },
            reset.kind: mailing(reset) { try await store.loadReset($0, hash: door.resetHash(of: $0)) },
        ]
    }

    private func mailing(
        _ letter: PasscodeLetter, load: @escaping @Sendable (UUID) async throws -> Passcode?
    ) -> Worker {
        PasscodeWorker(
            mailbox: worker.mailbox, letterhead: Letterhead(settings, institution), load: load,
            letter: letter
        ).worker
    }

    /// Who does the jobs, by kind.
    package var workers: [Job.Kind: Worker] {
        digestWorkers.merging(callWorkers) { $1 }.merging(passcodeWorkers) { $1 }.merging([
            NoticeWorker.kind: worker.worker, TellWorker.kind: TellWorker(desk: desk).worker,
        ]) { $1 }
    }
}
