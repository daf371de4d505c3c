import Agreements

extension Refusal {
    static let contended = Refusal(
        code: "contended",
        text: LocalizedText(
            fr: "Le dossier change sans cesse en ce moment ; réessayez.",
            en: "The file keeps changing at this moment; try again."))

    static let requestIDReused = Refusal(
        code: "request_id_reused",
        text: LocalizedText(
            fr: "Cet identifiant de requête a déjà servi pour une autre demande.",
            en: "This request id was used for another request before."))

    static let badRequestID = Refusal(
        code: "bad_request_id",
        text: LocalizedText(
            fr: "Un identifiant de requête a de 1 à 200 caractères, sans caractère nul.",
            en: "A request id has 1 to 200 characters and no NUL."))

    static let noSuchAgreement = Refusal(
        code: "no_such_agreement",
        text: LocalizedText(
            fr: "Aucun dossier ne porte cet identifiant.", en: "No file has this identifier."))

    static func unknownWorkflow(_ id: String, _ version: String?) -> Refusal {
        let name = version.map { "\(id)@\($0)" } ?? id
        return Refusal(
            code: "unknown_workflow",
            text: LocalizedText(
                fr: "Aucune définition publiée ne s’appelle « \(name) » ; voir `entente workflow list`.",
                en: "No published definition is called \"\(name)\"; see `entente workflow list`."))
    }
}
