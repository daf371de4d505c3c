import Agreements
package import Engine
package import Foundation
import Jobs
import Storage

extension CommandDesk {
    /// A notice, a digest or the news of a call, as it was stored.
    ///
    /// - Parameter text: its id, or its Message-ID as a mail has it.
    package func notice(_ text: String) async throws -> StoredNotice {
        guard let id = Self.noticeID(text), let notice = try await stored(id) else {
            throw Refusal.desk(
                "no_such_notice",
                fr: "Aucun avis ne porte l’identifiant « \(text.shortened) » (`entente notice list`).",
                en: "No notice has the id \"\(text.shortened)\" (`entente notice list`).")
        }
        return notice
    }

    private static func noticeID(_ text: String) -> UUID? {
        let name = text.hasPrefix("<") ? text.dropFirst() : text[...]
        return UUID(uuidString: String(name.prefix { $0 != "@" }))
    }

    private func stored(_ id: UUID) async throws -> StoredNotice? {
        if let notice = try await installation.notices.load(id) { return notice }
        if let digest = try await installation.digests.load(id) { return digest }
        return try await installation.callMails.load(id)
    }

    /// Notes that somebody saw that a notice did not arrive, and closes the task of the office for it.
    package func acknowledge(notice text: String, because reason: String, as name: String?) async throws {
        let notice = try await notice(text)
        guard !reason.isEmpty else { throw WrongUsage("--reason", "say what was done instead") }
        if let problem = reason.problemAsFreeText { throw WrongUsage("--reason", problem) }
        let actor = try await registrar(as: name)?.description ?? "system:operator"
        guard try await installation.notices.acknowledge(notice.id, by: actor, because: reason) else {
            throw Refusal.desk(
                "not_refused",
                fr:
                    "Cet avis n’attend personne : il n’a été ni refusé ni abandonné, ou quelqu’un en a déjà pris acte.",
                en: "This notice waits for nobody: it was not refused nor given up, or somebody saw to it.")
        }
    }

    /// Notes that a mail came back after its server had accepted it; the office then sees to it.
    ///
    /// - Returns: the id of its notice.
    package func bounce(notice text: String, because reason: String, as name: String?) async throws -> UUID {
        let notice = try await notice(text)
        guard !reason.isEmpty else { throw WrongUsage("--reason", "say what the returned mail says") }
        if let problem = reason.problemAsFreeText { throw WrongUsage("--reason", problem) }
        let actor = try await registrar(as: name)?.description ?? "system:operator"
        guard
            try await installation.notices.bounce(
                notice.id, because: "returned, noted by \(actor): \(reason)")
        else {
            throw Refusal.desk(
                "not_delivered",
                fr:
                    "Cet avis n’a été accepté par aucun serveur : rien n’a pu revenir (`entente notice show`).",
                en: "No server has accepted this notice: nothing can have come back (`entente notice show`).")
        }
        return notice.id
    }

    /// Leaves out the timer that blocks an agreement; the skip is an event of the agreement.
    package func skip(
        timer name: String, of agreement: String, because reason: String, as actor: String?,
        requestID: String?
    ) async throws -> Answer {
        let agreement = try await self.agreement(agreement)
        let due = try await installation.catalogue.timers(of: agreement.id).filter {
            $0.id.description == name.lowercased() || $0.name == name
        }
        guard let timer = due.first else {
            throw Refusal.desk(
                "no_such_timer",
                fr:
                    "Aucune échéance de ce dossier ne s’appelle « \(name.shortened) » (`entente agreement why`).",
                en: "No timer of this file is called \"\(name.shortened)\" (`entente agreement why`).")
        }
        return try await submit(
            .skipTimer(timer.id, reason: reason), on: agreement.id,
            by: try await sender(as: actor, for: nil), requestID)
    }

    /// Gives a dead job another life.
    package func retry(job id: Int) async throws {
        guard try await installation.jobs.redrive(Job.ID("\(id)")) else {
            throw Refusal.desk(
                "not_dead", fr: "Aucune tâche \(id) n’est abandonnée (`entente job list --state dead`).",
                en: "No job \(id) is dead (`entente job list --state dead`).")
        }
    }
}
