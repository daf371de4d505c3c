import Agreements
package import FoundationEssentials
package import Jobs

/// What the mail of a one-time code says, and what makes the code.
package enum PasscodeLetter: Sendable {
    /// Eight digits by which the reader of a notice comes in.
    case digits(@Sendable (UUID) -> String)
    /// The address of the page where a new password is chosen.
    case reset(@Sendable (UUID) -> String)

    /// The kind of job that it is mailed by.
    package var kind: Job.Kind { Job.Kind(name) }

    /// What its Message-IDs begin with.
    var name: String {
        switch self {
        case .digits: "passcode"
        case .reset: "reset"
        }
    }

    /// What leads somewhere in it.
    func link(of id: UUID) -> String {
        switch self {
        case .digits: NoticeLink.placeholder
        case .reset(let address): address(id)
        }
    }

    func subject(_ language: Language) -> String {
        switch (self, language) {
        case (.digits, .french): "[Entente] Votre code"
        case (.digits, .english): "[Entente] Your code"
        case (.reset, .french): "[Entente] Nouveau mot de passe"
        case (.reset, .english): "[Entente] New password"
        }
    }

    func text(of id: UUID, _ language: Language, contact: String) -> String {
        switch self {
        case .digits(let digits):
            let code = digits(id)
            return Self.text(code: "\(code.prefix(4)) \(code.suffix(4))", language, contact)
        case .reset(let address): return Self.text(address: address(id), language, contact)
        }
    }

    private static func text(code: String, _ language: Language, _ contact: String) -> String {
        switch language {
        case .french:
            "Votre code pour ouvrir le dossier : \(code)\n\nIl vaut un quart d’heure, une seule fois. "
                + "Si vous ne l’avez pas demandé, ne faites rien. Question : \(contact)\n"
        case .english:
            "Your code to open the file: \(code)\n\nIt is good for a quarter of an hour, once. "
                + "If you did not ask for it, do nothing. Questions: \(contact)\n"
        }
    }

    private static func text(address: String, _ language: Language, _ contact: String) -> String {
        switch language {
        case .french:
            "Pour choisir un nouveau mot de passe :\n\n\(address)\n\nCe lien vaut dix minutes, une seule fois. "
                + "Si vous ne l’avez pas demandé, ne faites rien : votre mot de passe reste le même. "
                + "Question : \(contact)\n"
        case .english:
            "To choose a new password:\n\n\(address)\n\nThis link is good for ten minutes, once. "
                + "If you did not ask for it, do nothing: your password stays as it is. Questions: \(contact)\n"
        }
    }
}
