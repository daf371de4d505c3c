import Agreements
import Engine
package import FoundationEssentials
import Notices
import Postgres
import Storage
package import Web

extension Installation {
    /// What the link of a notice leads to; nothing is looked up for a token that nobody made.
    ///
    /// - Throws: ``WebUnavailable`` while the database cannot be read.
    package func notice(_ id: UUID, token: String) async throws -> NoticeView.Answer {
        switch worker.verdict(on: token, of: id) {
        case .wrong: return .unknown
        case .superseded: return .gone
        case .current: break
        }
        do {
            guard let subject = try await catalogue.subject(ofNotice: id) else { return .unknown }
            guard let agreement = try await catalogue.agreement(subject.agreement) else { return .unknown }
            guard try await isOpen(subject, on: agreement) else { return .gone }
            let workflow = try await engine.workflow(agreement.workflow, agreement.version)
            return .found(
                NoticeView(subject, agreement, workflow, contact: institution.contact))
        } catch is PostgresError {
            throw WebUnavailable()
        }
    }
}

extension Installation {
    /// Whether the link of a notice still leads anywhere: one to an account for a year, one for whoever has none only
    /// as long as the file waits for its step.
    func isOpen(_ subject: NoticeSubject, on agreement: Agreement) async throws -> Bool {
        guard !subject.isWithdrawn, !subject.isReaderGone, try await isYoung(subject) else { return false }
        if subject.isForStaff { return true }
        let workflow = try await engine.workflow(agreement.workflow, agreement.version)
        return subject.step.isOpen(on: agreement, of: workflow)
    }

    private func isYoung(_ subject: NoticeSubject) async throws -> Bool {
        let now = try await clock.now()
        let last = institution.zone.day(of: subject.createdAt).adding(days: NoticeSubject.lifetimeDays)
        return institution.zone.day(of: now) <= last
    }
}

extension NoticeView {
    fileprivate init(
        _ subject: NoticeSubject, _ agreement: Agreement, _ workflow: Workflow, contact: String
    ) {
        let process = agreement.processes[subject.process]
        let state = process.flatMap { workflow.processes[$0.definition]?.states[subject.state] }
        self.init(
            reference: agreement.reference ?? agreement.id.description, instrument: workflow.title,
            step: state?.task?.title ?? state?.title ?? workflow.title,
            isAwaited: process?.entries[subject.state]?.seq == subject.entrySeq
                && agreement.tasks.contains { $0.process == subject.process && $0.state == subject.state },
            contact: contact, file: agreement.reference ?? agreement.id.description,
            isForStaff: subject.isForStaff)
    }
}

extension NoticeSubject {
    /// How long the link of a notice leads anywhere, in days of legal time.
    static let lifetimeDays = 366
}
