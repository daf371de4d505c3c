package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// Erases what the register calls a person who left, how they log in, and the mails that they got.
    ///
    /// Refused as long as a file that is kept names them: what was decided and signed has to say by whom. Of reviewers it
    /// does no more once the period of the reviews is over and nothing of them is left.
    package func erase(person name: String, as actor: String?, requestID: String? = nil) async throws {
        let order = request(requestID, as: actor)
        let person = try await person(name, orErasedBy: order)
        try await change(.personErased(person: person), order) {
            guard try await names()[person] != nil else { throw Refusal.alreadyErased }
            let (rules, today) = try await rulesOfToday()
            for id in try await catalogue.files(naming: person) {
                guard try await keeps(id, person, rules, today), let file = try await keptName(of: id) else {
                    continue
                }
                throw Refusal.namedInFile(file)
            }
        }
    }

    /// Who is called so; once the name is erased, whom the same request erased.
    private func person(_ name: String, orErasedBy order: RegisterOrder) async throws -> Person.ID {
        do { return try await person(name) } catch let refusal as Refusal {
            let actor = try await registrar(as: order.actor)
            guard let erased = try await installation.register.erased(by: order.id, of: actor) else {
                throw refusal
            }
            return erased
        }
    }

    /// What a file is called that goes on, or still holds more than the account of its elimination; nil for another.
    func keptName(of id: Agreement.ID) async throws -> String? {
        let snapshot = try await installation.store.snapshot(.ofErasable(of: id))
        guard let agreement = snapshot.agreement else { return nil }
        let stock = snapshot.facts.erasable
        let values = Set(stock.values).subtracting(stock.accountValues)
        let documents = Set(stock.documents).subtracting(stock.accountDocuments)
        guard agreement.isLive || !values.isEmpty || !documents.isEmpty else { return nil }
        return agreement.reference ?? agreement.id.description
    }
}

extension Refusal {
    fileprivate static let alreadyErased = Refusal.desk(
        "already_erased", fr: "Le nom de cette personne est déjà effacé.",
        en: "This person’s name is erased already.")

    fileprivate static func namedInFile(_ file: String) -> Refusal {
        .desk(
            "named_in_file", fr: "Le dossier \(file) est conservé et la nomme : elle s’efface après lui.",
            en: "The file \(file) is kept and names this person: they are erased after it.")
    }
}
