import Agreements

/// Events that no person causes, in words.
struct EventWords {
    let language: Language
    /// What child processes are called, by the name under which they run, and their outcomes in words.
    var children: [String: String] = [:]
    var outcomes: [String: String] = [:]

    /// `timer`: when the event is due, where a timer of the process sends it.
    func words(_ event: String, timer: String?) -> String {
        if let timer { return join(language == .french ? "à l’échéance" : "when due", timer) }
        let known = (language == .french ? Self.french : Self.english)[event]
        if let known { return known }
        let parts = event.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.first == "joined" { return language == .french ? "tous ont fini" : "all have ended" }
        guard parts.count == 2, let child = children[parts[0]] else { return event }
        return "\(child) : \(outcomes[event] ?? parts[1])"
    }

    private func join(_ first: String, _ second: String) -> String {
        second.isEmpty ? first : "\(first) (\(second))"
    }

    private static let french = [
        "always": "aussitôt", "done": "tout est fait", "text.changed": "nouveau texte",
        "call.extended": "appel prolongé", "dossier.changed": "dossier modifié",
        "document.added": "pièce ajoutée", "call.opened": "appel ouvert",
        "parties.changed": "parties modifiées",
        "measure.changed": "mesure posée ou levée", "delegation.changed": "délégation donnée ou finie",
        "framework.ended": "accord-cadre terminé",
    ]
    private static let english = [
        "always": "at once", "done": "all done", "text.changed": "new text", "call.extended": "call extended",
        "dossier.changed": "proposal edited", "document.added": "document added",
        "call.opened": "call opened",
        "parties.changed": "parties changed", "measure.changed": "measure set or ended",
        "delegation.changed": "delegation given or ended",
        "framework.ended": "framework ended",
    ]
}
