import Agreements
import Foundation
import Storage
package import Web

/// What `/readyz` and the start page say of an installation.
package struct StatusReport: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private var desk: WebDesk { WebDesk(installation) }

    /// The web layer's port.
    package var port: WebStatus {
        WebStatus(
            readiness: { await readiness() },
            overview: { try await desk.answering { try await overview() } },
            notice: { id, token in
                try await desk.answering { try await installation.notice(id, token: token) }
            }, demonstration: { installation.preparation.current.demonstration })
    }

    private func readiness() async -> Readiness {
        var checks: [Readiness.Check] = []
        do {
            let health = try await installation.catalogue.health()
            checks.append(.init(.database, .ok))
            checks.append(runner(health, stuck: try await installation.catalogue.stuckAgreements()))
        } catch {
            checks.append(.init(.database, .failed, "\(error)"))
        }
        do {
            try await Migrator.verify(installation.databases.app)
            checks.append(.init(.schema, .ok))
        } catch {
            checks.append(.init(.schema, .failed, "\(error)"))
        }
        if (try? await ServingLogin.isOwner(installation.databases.app)) == true {
            checks.append(.init(.singleRole, .note, "the serving login owns the tables or is a superuser"))
        }
        return Readiness(checks: checks + [await outbox()] + preparation)
    }

    /// A definition that is not published is a note: files go on by what was published before.
    private var preparation: [Readiness.Check] {
        let state = installation.preparation.current
        let awaited = state.awaited.isEmpty ? [] : ["still proved: \(state.awaited.joined(separator: ", "))"]
        let refused = state.refused.map { "not published: \($0) (entente workflow check)" }
        let detail = (awaited + refused).joined(separator: "; ")
        let definitions = Readiness.Check(.definitions, detail.isEmpty ? .ok : .note, detail)
        guard let steps = state.demonstration else { return [definitions] }
        return [
            definitions, .init(.demonstration, .failed, "played up to step \(steps.done) of \(steps.total)"),
        ]
    }

    private func runner(_ health: StorageHealth, stuck: Int) -> Readiness.Check {
        if stuck > 0 {
            let detail = "\(stuck) agreements wait for a timer that cannot be served (entente task list)"
            return .init(.runner, .note, detail)
        }
        let isLate = health.lateJobs > 0 || health.dueTimers > 0
        return .init(.runner, isLate ? .note : .ok, isLate ? "work waits for a runner" : "")
    }

    private func outbox() async -> Readiness.Check {
        let problem = await installation.outboxProblem()
        return .init(.outbox, problem == nil ? .ok : .failed, problem ?? "")
    }

    private func overview() async throws -> Overview {
        let legal = try await installation.clock.show()
        let name = installation.institution.name
        var overview = Overview(
            institution: LocalizedText(fr: name, en: name), version: Release.version,
            legalTime: .init(
                now: legal.now, isSimulated: legal.isSimulated, zone: installation.institution.zone))
        overview.agreements = try await agreements()
        overview.tasks = try await tasks()
        overview.due = try await due()
        let health = try await installation.catalogue.health()
        let notices = try await installation.catalogue.notices(limit: Catalogue.rowsMax)
        overview.notices = NoticeCounts(
            owed: notices.filter { $0.status == "owed" }.count,
            sent: notices.filter { $0.status == "accepted" }.count, failed: health.failedNotices)
        overview.jobs = JobCounts(waiting: health.readyJobs, dead: health.deadJobs)
        overview.commands = CommandHint.standard
        return overview
    }

    private func agreements() async throws -> [AgreementCount] {
        let rows = try await installation.catalogue.agreements(AgreementFilter(limit: Catalogue.rowsMax))
        let titles = Dictionary(
            try await installation.newestWorkflows().map { ($0.instrument, $0.title) },
            uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(grouping: rows) { Key(instrument: $0.instrument, legal: $0.legal) }
        return groups.sorted { $0.key < $1.key }.map { key, rows in
            AgreementCount(
                instrument: titles[key.instrument] ?? LocalizedText(fr: key.instrument, en: key.instrument),
                legal: key.legal,
                count: rows.count)
        }
    }

    private func tasks() async throws -> [TaskCount] {
        let rows = try await installation.catalogue.tasks(limit: Catalogue.rowsMax)
        return Dictionary(grouping: rows, by: \.role).sorted { $0.key < $1.key }.map { role, rows in
            TaskCount(
                role: RoleTitles.name(role), open: rows.count, oldest: rows.map(\.openedAt).min())
        }
    }

    private func due() async throws -> [DueInstant] {
        try await installation.catalogue.timers(limit: Overview.dueMax).map { timer in
            DueInstant(at: timer.dueAt, what: TimerTexts.title(of: timer.name))
        }
    }

    private struct Key: Hashable, Comparable {
        var instrument: String
        var legal: LegalStatus

        static func < (a: Key, b: Key) -> Bool {
            (a.instrument, a.legal.rawValue) < (b.instrument, b.legal.rawValue)
        }
    }
}

extension CommandHint {
    fileprivate static var standard: [CommandHint] {
        [
            CommandHint("entente agreement list", LocalizedText(fr: "Les dossiers", en: "The files")),
            CommandHint(
                "entente task list", LocalizedText(fr: "Ce qui attend, et qui", en: "What waits, and on whom")
            ),
            CommandHint(
                "entente agreement why REFERENCE",
                LocalizedText(fr: "Où en est un dossier et pourquoi", en: "Where a file stands, and why")),
            CommandHint(
                "entente audit verify",
                LocalizedText(fr: "Vérifier la chaîne des faits", en: "Check the chain of facts")),
        ]
    }
}
