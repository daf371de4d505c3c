package import Agreements
import Storage

extension CommandDesk {
    /// The live agreements that are called as a file is, whatever case and accents; none for a file that is over, or whose
    /// acronym was not given or is eliminated.
    package func namesakes(of agreement: Agreement) async throws -> Namesakes {
        guard agreement.keepsItsName, let value = agreement.dossier["acronym"],
            let acronym = try await catalogue.values(of: agreement.id.description)[value.id]?.text
        else { return Namesakes() }
        let found = try await catalogue.namesakes(of: acronym, besides: agreement.id)
        return Namesakes(
            seen: found.seen.map {
                .init(
                    agreement: $0.id, reference: $0.reference, instrument: $0.instrument, legal: $0.legal,
                    acronym: $0.acronym)
            }, unseen: found.count - found.seen.count)
    }

    /// The same of the file that an answer is about.
    package func namesakes(of id: Agreement.ID) async throws -> Namesakes {
        guard let agreement = try await catalogue.agreement(id) else { return Namesakes() }
        return try await namesakes(of: agreement)
    }
}

extension Agreement {
    /// Whether its life goes on and no act in law has ended it.
    fileprivate var keepsItsName: Bool { processes["life"]?.status == .active && legalStatus != .ended }
}
