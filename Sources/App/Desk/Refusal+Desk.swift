package import Agreements

extension Refusal {
    static func desk(_ code: String, fr: String, en: String) -> Refusal {
        Refusal(code: code, text: LocalizedText(fr: fr, en: en))
    }

    static func unknownPerson(_ name: String) -> Refusal {
        .desk(
            "unknown_person",
            fr:
                "Personne du registre ne répond à « \(name.shortened) » : donnez un identifiant, une adresse ou un utilisateur du système (`entente person list`).",
            en:
                "Nobody of the register answers to \"\(name.shortened)\": give an id, a mail address or an operating-system user (`entente person list`)."
        )
    }

    static var mayNotLogIn: Refusal {
        .desk(
            "no_account",
            fr:
                "Cette personne n’entre pas : elle est partie, son compte est fermé ou ses données sont effacées.",
            en: "This person does not log in: they left, their account is closed or their data are erased.")
    }

    static func unknownAgreement(_ name: String) -> Refusal {
        .desk(
            "no_such_agreement",
            fr:
                "Aucun dossier ne s’appelle « \(name.shortened) » : donnez un identifiant, une référence ou un numéro d’enregistrement (`entente agreement list`).",
            en:
                "No file is called \"\(name.shortened)\": give an id, a reference or a register number (`entente agreement list`)."
        )
    }

    static func unknownCall(_ name: String, several: Bool) -> Refusal {
        .desk(
            "no_such_call",
            fr: several
                ? "Plusieurs appels sont de l’année \(name.shortened) : donnez l’identifiant (`entente call list`)."
                : "Aucun appel ne s’appelle « \(name.shortened) » (`entente call list`).",
            en: several
                ? "Several calls are of the year \(name.shortened): give the id (`entente call list`)."
                : "No call is called \"\(name.shortened)\" (`entente call list`).")
    }

    static let demonstrationUnderWay = Refusal.desk(
        "demonstration_under_way",
        fr:
            "La démonstration se joue encore : attendez qu’elle soit finie, ou finissez-la par `entente demo`.",
        en: "The demonstration is still being played: wait for its end, or finish it with `entente demo`.")

    static let actorMissing = Refusal.desk(
        "actor_missing", fr: "Dites qui agit : --as PERSONNE.", en: "Say who acts: --as PERSON.")

    static func operatorUnknown(_ user: String) -> Refusal {
        .desk(
            "operator_unknown",
            fr:
                "L’utilisateur « \(user) » du système n’est personne du registre : demandez à l’administration de l’y inscrire (`entente person add --os-user \(user)`).",
            en:
                "The operating-system user \"\(user)\" is nobody of the register: ask an administrator to enter you (`entente person add --os-user \(user)`)."
        )
    }

    static func notTheOperator(_ user: String) -> Refusal {
        .desk(
            "not_the_operator",
            fr:
                "Dans une base réelle, --as ne peut nommer que la personne de l’utilisateur « \(user) ». Pour l’acte d’autrui : --record PERSONNE.",
            en:
                "In a real database --as can only name the person of the user \"\(user)\". For another's act: --record PERSON."
        )
    }

    static let recordOnly = Refusal.desk(
        "record_only",
        fr:
            "Dans une base réelle, la ligne de commande ne fait qu’enregistrer ce qui fut décidé ou signé sur papier : ajoutez --record PERSONNE --dated JOUR --scan PIÈCE --reason MOTIF.",
        en:
            "In a real database the command line only records what was decided or signed on paper: add --record PERSON --dated DAY --scan DOCUMENT --reason TEXT."
    )

    /// A record from paper lacks its date, its scan or its reason.
    package static let recordIncomplete = Refusal.desk(
        "record_incomplete",
        fr: "Un enregistrement d’après papier demande --dated JOUR, --scan PIÈCE et --reason MOTIF.",
        en: "A record from paper needs --dated DAY, --scan DOCUMENT and --reason TEXT.")

    /// The demonstration would stand among the files of an institution that is not simulated.
    package static let noDemonstrationInReal = Refusal.desk(
        "real_database",
        fr:
            "Cette base est celle d’une institution réelle, où la démonstration n’a pas sa place : faites-la dans une autre (--home DOSSIER, ou une base vide dans DATABASE_URL).",
        en:
            "This database is a real institution's, where no demonstration may stand: make it in another one (--home FOLDER, or an empty database in DATABASE_URL)."
    )

    static func unknownDocument(_ name: String) -> Refusal {
        .desk(
            "no_such_document",
            fr: "Aucune pièce de ce dossier ne s’appelle « \(name.shortened) » (`entente document list`).",
            en: "No document of this file is called \"\(name.shortened)\" (`entente document list`).")
    }

    static let exampleAddressesOnly = Refusal.desk(
        "example_addresses_only",
        fr:
            "Une base simulée n’accepte que des adresses en « .example » : personne ne doit recevoir ses courriels.",
        en: "A simulated database takes addresses of \".example\" only: its mails must reach nobody.")

    static func unknownRole(_ role: String, known: [String]) -> Refusal {
        let hint = hint(for: role, among: known)
        return .desk(
            "unknown_role",
            fr:
                "Aucun rôle ne s’appelle « \(role.shortened) »\(hint.fr) ; connus : \(known.joined(separator: ", ")).",
            en:
                "No role is called \"\(role.shortened)\"\(hint.en); known are: \(known.joined(separator: ", "))."
        )
    }

    static func unknownDocumentKind(_ kind: String, known: [String]) -> Refusal {
        let hint = hint(for: kind, among: known)
        return .desk(
            "unknown_document_kind",
            fr:
                "Aucun type de pièce ne s’appelle « \(kind.shortened) »\(hint.fr) ; connus : \(known.joined(separator: ", ")).",
            en:
                "No kind of document is called \"\(kind.shortened)\"\(hint.en); known are: \(known.joined(separator: ", "))."
        )
    }

    static func unknownLanguage(_ language: String) -> Refusal {
        .desk(
            "unknown_language",
            fr:
                "Aucune langue n’a le code « \(language.shortened) » : deux minuscules de l’ISO 639-1, comme fr ou en.",
            en:
                "No language has the code \"\(language.shortened)\": two small letters of ISO 639-1, such as fr or en."
        )
    }

    /// The known word that was probably meant.
    private static func hint(for word: String, among known: [String]) -> LocalizedText {
        let near = DidYouMean.suggestion(for: word, among: known)
        return LocalizedText(
            fr: near.map { " (\($0) ?)" } ?? "", en: near.map { " (did you mean \($0)?)" } ?? "")
    }

    static func alreadyThere(_ what: LocalizedText) -> Refusal {
        .desk(
            "already_exists", fr: "Déjà au registre : \(what.fr).", en: "In the register already: \(what.en)."
        )
    }

    static let personThere = alreadyThere(
        LocalizedText(
            fr: "cette adresse ou cet utilisateur du système", en: "this address or operating-system user"))

    static let noOpenCall = Refusal.desk(
        "call_missing",
        fr:
            "Ce dispositif passe par un appel, et il n’y en a pas exactement un d’ouvert : nommez-le (--call).",
        en: "This instrument goes by calls, and not exactly one is open: name it (--call).")
}

extension String {
    /// At most 80 characters of what somebody typed, for a message.
    package var shortened: String { count > 80 ? prefix(80) + "…" : self }
}
