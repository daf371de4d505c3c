import Agreements
package import Engine
import Foundation
import Jobs
import Storage

extension CommandDesk {
    /// A notice as it was stored.
    package func notice(_ text: String) async throws -> StoredNotice {
        guard let id = UUID(uuidString: text), let notice = try await installation.notices.load(id) else {
            throw Refusal.desk(
                "no_such_notice",
                fr: "Aucun avis ne porte l'identifiant « \(text.shortened) » (`entente notice list`).",
                en: "No notice has the id \"\(text.shortened)\" (`entente notice list`).")
        }
        return notice
    }

    /// Gives a dead job another life.
    package func retry(job id: Int) async throws {
        guard try await installation.jobs.redrive(Job.ID("\(id)")) else {
            throw Refusal.desk(
                "not_dead", fr: "Aucune tâche \(id) n'est abandonnée (`entente job list --state dead`).",
                en: "No job \(id) is dead (`entente job list --state dead`).")
        }
    }
}
