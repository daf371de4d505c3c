import Agreements
import Engine
import Storage

extension CommandDesk {
    /// A delegation is for days to come, and no right is given twice for one day: what holds for everything holds for one
    /// file, too.
    func check(new delegation: Delegation) async throws {
        let (now, zone) = (try await installation.store.now(), installation.institution.zone)
        if let until = delegation.until, until <= now { throw Refusal.delegationOver }
        guard zone.day(of: delegation.from) >= zone.day(of: now) else { throw Refusal.delegationBegan }
        let given = try await catalogue.delegations(of: delegation.grantor).contains { earlier in
            earlier.id != delegation.id && earlier.grantor == delegation.grantor
                && earlier.grantee == delegation.grantee && earlier.role == delegation.role
                && [delegation.scope, .everything].contains(earlier.scope)
                && earlier.from < delegation.until ?? .latest
                && (earlier.revokedAt ?? earlier.until ?? .latest) > max(delegation.from, now)
        }
        guard !given else { throw Refusal.delegationGiven }
    }
}

extension Refusal {
    static let delegationOver = Refusal.desk(
        "delegation_over", fr: "Son dernier jour est passé : donnez-en un à venir.",
        en: "Its last day is past: give one to come.")

    static let delegationBegan = Refusal.desk(
        "delegation_began",
        fr: "Son premier jour est passé : une délégation se donne pour des jours à venir.",
        en: "Its first day is past: a delegation is given for days to come.")

    static let delegationGiven = Refusal.desk(
        "delegation_given", fr: "Cette personne tient déjà ce rôle de vous ces jours-là.",
        en: "This person already has this role from you on those days.")
}
