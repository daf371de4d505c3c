import Agreements
import Engine
import Jobs
import Logging
import Notices
import Postgres
import Storage

/// Writes the digests of a day, and tells those to whom an open step has come since the digests before.
///
/// Both from the state of things at that moment. It may run again: a person who has one of that day keeps it, and nobody is told twice.
struct DigestWorker: Sendable {
    let installation: Installation

    static let kind: Job.Kind = "digest"
    /// How many digests are stored at once.
    private static let batchMax = 200

    var worker: Worker { Worker(timeLimit: .seconds(600)) { job, _ in try await perform(job) } }

    /// A job that comes to its turn on another day has nothing to do: that day has digests of its own.
    private func perform(_ job: Job) async throws -> Outcome {
        let institution = installation.institution
        let morning = Morning(
            now: try await installation.store.now(), calendar: institution.calendar, zone: institution.zone)
        guard job.key == morning.day.description else { return .done }
        let composer = DigestComposer(
            letterhead: Letterhead(installation.settings, institution), randomness: installation.randomness)
        let digests = try await round(morning).digests(by: composer)
        for start in stride(from: 0, to: digests.count, by: Self.batchMax) {
            try await installation.digests.insert(Array(digests[start...].prefix(Self.batchMax)))
        }
        return .done
    }

    private func round(_ morning: Morning) async throws -> DigestRound {
        let catalogue = installation.catalogue
        let people = try await catalogue.people().filter { $0.person.isActive(at: morning.now) }
        let others = Set(try await catalogue.organisations().filter { !$0.home }.map(\.id))
        return DigestRound(
            morning: morning,
            readers: Dictionary(
                uniqueKeysWithValues:
                    people.compactMap { Self.reader($0, of: others) }.map { ($0.person, $0) }),
            office: DigestRound.office(
                try await catalogue.grants(), try await catalogue.delegations(),
                among: Set(people.map(\.person.id)), at: morning.now),
            steps: try await steps(on: morning), failures: try await failures(morning.day))
    }

    /// - Parameter others: the bodies whose people come in by the links of mails.
    private static func reader(_ row: PersonRow, of others: Set<String>) -> DigestReader? {
        guard let name = row.name, let email = row.email else { return nil }
        return DigestReader(
            person: row.person.id, contact: Contact(name: name, email: email), language: row.person.language,
            comesByLink: row.person.organisation.map(others.contains) ?? false)
    }

    // MARK: Steps

    private func steps(on morning: Morning) async throws -> [OpenStep] {
        let before = try await installation.digests.last(before: morning.day)
        let since =
            before
            ?? Reminder.instant(
                .businessDays(-1), from: morning.day, calendar: morning.calendar, zone: morning.zone)
        var all: [OpenStep] = []
        for agreement in try await installation.digests.agreementsWithOpenTasks() {
            all += try await steps(of: agreement, on: morning, since: since)
        }
        return all
    }

    /// An agreement that cannot be read is left out and logged; it holds up nobody's digest.
    private func steps(
        of agreement: Agreement.ID, on morning: Morning, since: Instant
    ) async throws -> [OpenStep] {
        do {
            let snapshot = try await installation.store.snapshot(SnapshotQuery(agreement: agreement))
            guard let known = snapshot.agreement else { return [] }
            let workflow = try await installation.engine.workflow(known.workflow, known.version)
            let roster = Roster(known, facts: snapshot.facts)
            if !roster.handovers(since: since, at: morning.now).isEmpty {
                try await tellHolders(of: agreement, on: morning, since: since)
            }
            return OpenStep.all(in: snapshot, workflow, at: morning.now)
        } catch let error where !(error is PostgresError || error is CancellationError) {
            installation.logger.error("an agreement is in no digest", metadata: ["agreement": "\(agreement)"])
            return []
        }
    }

    /// Where a rule stops it, a timer that cannot be served, the digest tells the step all the same.
    private func tellHolders(of agreement: Agreement.ID, on morning: Morning, since: Instant) async throws {
        do {
            try await installation.engine.tellHolders(
                of: agreement, since: since, requestID: "holders/\(morning.day)/\(agreement)")
        } catch let refusal as Refusal {
            installation.logger.error(
                "new holders are not told",
                metadata: ["agreement": "\(agreement)", "code": "\(refusal.code)"])
        }
    }

    // MARK: What failed

    /// For how long a digest that was not delivered is told, in days.
    private static let undeliveredDays = 7

    private func failures(_ day: Day) async throws -> [OfficeSummary.Item] {
        let operations = try await installation.catalogue.operations().map { OfficeSummary.Item($0) }
        let digests = try await installation.digests.list(
            undeliveredSince: day.adding(days: -Self.undeliveredDays), limit: Catalogue.rowsMax)
        let jobs = try await installation.catalogue.jobs(state: "dead", limit: Catalogue.rowsMax)
            .filter { ![NoticeWorker.kind.text, DigestStore.mailKind].contains($0.kind) }
        return operations + digests.map { OfficeSummary.Item($0) } + jobs.map { OfficeSummary.Item($0) }
    }
}

extension OfficeSummary.Item {
    fileprivate init(_ row: OpsRow) {
        let kind: OfficeSummary.Kind =
            switch row.kind {
            case .notice: .undelivered(notice: row.name, address: row.address ?? "")
            case .timer: .blockedTimer(name: row.name)
            }
        self.init(kind, since: row.since, reference: row.reference ?? row.agreement.description)
    }

    fileprivate init(_ row: DigestRow) {
        self.init(.undelivered(notice: nil, address: row.address), since: row.createdAt)
    }

    fileprivate init(_ row: JobRow) {
        self.init(.deadJob(kind: row.kind, number: row.id), since: row.createdAt)
    }
}
