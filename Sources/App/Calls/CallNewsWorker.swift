import Agreements
import Engine
import Jobs
import Notices
import Storage

/// Writes the mails of a call's news to those who ask to be told of its instruments.
///
/// From the state of things at that moment: after an outage the last news only, and none of a call that has closed. It may
/// run again, and nobody is told twice.
struct CallNewsWorker: Sendable {
    let installation: Installation

    static let kind: Job.Kind = "call-news"

    static func key(of news: CallMailStore.News) -> String { "\(news.call)/\(news.seq)" }

    var worker: Worker { Worker(timeLimit: .seconds(300)) { job, _ in try await perform(job) } }

    private func perform(_ job: Job) async throws -> Outcome {
        let now = try await installation.store.now()
        guard
            let news = try await installation.callMails.news().first(where: { Self.key(of: $0) == job.key }),
            let call = try await installation.catalogue.calls().first(where: { $0.id == news.call })
        else { return .done }
        let composer = CallMailComposer(
            letterhead: Letterhead(installation.settings, installation.institution),
            zone: installation.institution.zone, randomness: installation.randomness)
        let readers = call.isOpen(at: now) ? try await readers(of: call, at: now) : []
        try await installation.callMails.insert(
            readers.map { composer.compose(call, opened: news.opened, for: $0, at: now) }, telling: news,
            at: now)
        return .done
    }

    private func readers(of call: Call, at instant: Instant) async throws -> [DigestReader] {
        let subscribed = Set(
            try await installation.catalogue.subscriptions()
                .filter { !Set($0.instruments).isDisjoint(with: call.instruments) }.map(\.person))
        return try await installation.catalogue.people()
            .filter { subscribed.contains($0.person.id) && $0.person.isActive(at: instant) }
            .compactMap { row in
                guard let name = row.name, let email = row.email else { return nil }
                return DigestReader(
                    person: row.person.id, contact: Contact(name: name, email: email),
                    language: row.person.language)
            }
    }
}

extension Installation {
    /// What subscribers are told of calls.
    var callMails: CallMailStore { CallMailStore(databases.worker) }

    /// Who writes the news of calls and who delivers them.
    var callWorkers: [Job.Kind: Worker] {
        [
            CallNewsWorker.kind: CallNewsWorker(installation: self).worker,
            Job.Kind(CallMailStore.mailKind): worker.delivering(callMails.book).worker,
        ]
    }
}
