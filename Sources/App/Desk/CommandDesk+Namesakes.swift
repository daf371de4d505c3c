package import Agreements
import Storage

extension CommandDesk {
    /// The live agreements that are called as a file is, whatever case and accents; none for a file that is over, or whose
    /// acronym was not given or is eliminated.
    package func namesakes(of agreement: Agreement) async throws -> Namesakes {
        guard agreement.keepsItsName, let value = agreement.dossier["acronym"] else { return Namesakes() }
        let values = try await catalogue.values(of: agreement.id.description)
        return try await namesakes(of: agreement, called: values[value.id]?.text)
    }

    /// The same of a file whose acronym is known.
    func namesakes(of agreement: Agreement, called acronym: String?) async throws -> Namesakes {
        guard agreement.keepsItsName, let acronym else { return Namesakes() }
        let found = try await catalogue.namesakes(of: acronym, besides: agreement.id)
        return Namesakes(
            seen: found.seen.map {
                .init(
                    agreement: $0.id, reference: $0.reference, instrument: $0.instrument, legal: $0.legal,
                    acronym: $0.acronym)
            }, unseen: found.count - found.seen.count)
    }

    /// What `body` answers; where it is refused for a name that another file has, the refusal says which, if whoever asks
    /// may see it.
    func namingHolders<Value>(
        of id: Agreement.ID, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws -> Value {
        do { return try await body() } catch let refusal as Refusal where refusal.isOfTakenName {
            throw refusal.naming(try await namesakes(of: id).seen.compactMap(\.reference))
        }
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

extension Refusal {
    /// Whether the condition that failed asks for a name that nobody else has.
    fileprivate var isOfTakenName: Bool {
        reads.contains { $0.path == "dossier.taken" && $0.value.elements?.isEmpty == false }
    }

    fileprivate func naming(_ holders: [String]) -> Refusal {
        guard !holders.isEmpty else { return self }
        let list = holders.joined(separator: ", ")
        var refusal = self
        refusal.text = LocalizedText(
            fr: "\(text.fr) C’est celui de \(list).", en: "\(text.en) It is that of \(list).")
        return refusal
    }
}
