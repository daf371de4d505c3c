import Agreements
import Storage

/// What the fields of a dossier that every definition means alike cannot say, whatever that definition lets them hold.
struct DossierSense {
    /// Of all files: that a reference is given is no secret.
    let catalogue: Catalogue

    static let acronym = "acronym"
    /// The field that names the agreement which a proposal follows.
    static let earlier = "earlierAgreement"

    /// The shortest acronym.
    static let acronymMin = 2

    /// What is wrong with some fields, by name; of those that hold nothing nothing is said.
    func problems(_ values: [String: JSON]) async throws -> [String: LocalizedText] {
        var problems: [String: LocalizedText] = [:]
        if let acronym = Self.said(Self.acronym, values), acronym.count < Self.acronymMin {
            problems[Self.acronym] = LocalizedText(
                fr: "au moins \(Self.acronymMin) caractères", en: "at least \(Self.acronymMin) characters")
        }
        if let earlier = Self.said(Self.earlier, values),
            try await catalogue.agreementID(named: earlier) == nil
        {
            problems[Self.earlier] = LocalizedText(
                fr: "aucun dossier n’a la référence « \(earlier.shortened) »",
                en: "no file has the reference “\(earlier.shortened)”")
        }
        return problems
    }

    private static func said(_ name: String, _ values: [String: JSON]) -> String? {
        guard let text = values[name]?.text, !text.isBlank else { return nil }
        return text.trimmedOfBlanks
    }
}

extension CommandDesk {
    /// Refuses a dossier for the first field that cannot mean what it says.
    func check(dossier values: [String: JSON]) async throws {
        let problems = try await DossierSense(catalogue: installation.catalogue).problems(values)
        guard let (name, problem) = problems.min(by: { $0.key < $1.key }) else { return }
        var refusal = Refusal.desk(
            "bad_input", fr: "Champ « \(name) » : \(problem.fr)", en: "Field \"\(name)\": \(problem.en)")
        refusal.field = Refusal.Field(name, problem)
        throw refusal
    }
}
