import Agreements

extension Catalogue {
    /// A title and a detail for each ``Problem/Kind``.
    static let problems: [String: LocalizedText] = [
        "problem.bad_request.title": .init(fr: "Demande illisible", en: "Unreadable request"),
        "problem.bad_request.detail": .init(
            fr: "La demande n’est pas écrite comme HTTP le veut.",
            en: "The request is not written as HTTP requires."),
        "problem.duplicate_query_key.title": .init(fr: "Paramètre répété", en: "Repeated parameter"),
        "problem.duplicate_query_key.detail": .init(
            fr: "Un paramètre de l’adresse figure deux fois ; gardez-en un.",
            en: "A parameter of the address occurs twice; keep one."),
        "problem.duplicate_form_key.title": .init(fr: "Champ répété", en: "Repeated field"),
        "problem.duplicate_form_key.detail": .init(
            fr:
                "Un champ qui porte une seule valeur figure deux fois dans le formulaire : rien n’a été fait.",
            en: "A field that holds one value occurs twice in the form: nothing was done."),
        "problem.not_logged_in.title": .init(fr: "Connexion nécessaire", en: "Log in first"),
        "problem.not_logged_in.detail": .init(
            fr: "Connectez-vous, puis recommencez.", en: "Log in, then try again."),
        "problem.not_authorized.title": .init(fr: "Accès refusé", en: "Access refused"),
        "problem.not_authorized.detail": .init(
            fr: "Vos rôles ne donnent pas accès à cette page.", en: "Your roles do not open this page."),
        "problem.factor_needed.title": .init(fr: "Second facteur attendu", en: "Second factor needed"),
        "problem.factor_needed.detail": .init(
            fr: "Réglez d’abord le second facteur de votre compte.",
            en: "Set up the second factor of your account first."),
        "problem.cross_site.title": .init(fr: "Demande venue d’ailleurs", en: "Request from elsewhere"),
        "problem.cross_site.detail": .init(
            fr: "Un formulaire ne s’envoie que depuis les pages d’Entente.",
            en: "A form is sent from the pages of Entente only."),
        "problem.stale_form.title": .init(fr: "Formulaire périmé", en: "Form out of date"),
        "problem.stale_form.detail": .init(
            fr: "La session a changé depuis que la page est ouverte : rechargez-la et recommencez.",
            en: "The session changed since the page was opened: load it again and repeat."),
        "problem.unsupported_media_type.title": .init(fr: "Forme inattendue", en: "Unexpected form"),
        "problem.unsupported_media_type.detail": .init(
            fr: "Cette adresse lit un formulaire, et rien d’autre.",
            en: "This address reads a form, and nothing else."),
        "problem.not_found.title": .init(fr: "Page introuvable", en: "Page not found"),
        "problem.not_found.detail": .init(
            fr: "Il n’y a rien à cette adresse.", en: "There is nothing at this address."),
        "problem.act_over.title": .init(fr: "Acte qui n’est plus attendu", en: "No longer expected"),
        "problem.act_over.detail": .init(
            fr:
                "Le dossier a changé depuis que ce formulaire est ouvert, et n’attend plus cet acte : rien n’a été fait. "
                + "Sa page dit ce qui s’est passé et où il en est.",
            en:
                "The file changed since this form was opened, and expects this act no more: nothing was done. Its page "
                + "says what happened and where it stands."),
        "problem.notice_unknown.title": .init(fr: "Lien non valable", en: "Link not valid"),
        "problem.notice_unknown.detail": .init(
            fr:
                "Ce lien n’est pas celui d’un courriel d’Entente : reprenez-le en entier dans le courriel, ou répondez "
                + "au courriel, que le bureau lira.",
            en:
                "This is not the link of a mail from Entente: take the whole of it from the mail, or answer the mail; "
                + "the office will read it."),
        "problem.notice_gone.title": .init(fr: "Lien périmé", en: "Link no longer valid"),
        "problem.notice_gone.detail": .init(
            fr:
                "Ce lien ne vaut plus : ce qu’il demandait est fait, retiré ou remplacé. Reprenez le lien du dernier "
                + "courriel, ou répondez-y : le bureau vous lira.",
            en:
                "This link is over: what it asked for is done, withdrawn or replaced. Take the link of the latest mail, "
                + "or answer it; the office will read it."),
        "problem.invitation_over.title": .init(fr: "Code périmé", en: "Code no longer valid"),
        "problem.invitation_over.detail": .init(
            fr: "Ce code a servi, ou son délai est passé : demandez-en un autre au bureau.",
            en: "This code was used, or its time is over: ask the office for another."),
        "problem.unknown_filter.title": .init(fr: "Critère inconnu", en: "Unknown criterion"),
        "problem.unknown_filter.detail": .init(
            fr: "La liste ne connaît pas cette valeur d’un de ses critères : revenez-y et choisissez-en une.",
            en: "The list does not know this value of one of its criteria: go back to it and choose one."),
        "problem.method_not_allowed.title": .init(fr: "Méthode refusée", en: "Method not allowed"),
        "problem.method_not_allowed.detail": .init(
            fr:
                "Cette adresse ne se demande pas ainsi : elle se lit seulement, ou ne reçoit qu’un formulaire.",
            en: "This address is not asked for in this way: it is only read, or only takes a form."),
        "problem.not_acceptable.title": .init(fr: "Forme indisponible", en: "Form not available"),
        "problem.not_acceptable.detail": .init(
            fr: "Cette page n’existe qu’en HTML.", en: "This page exists as HTML only."),
        "problem.request_timeout.title": .init(fr: "Demande trop lente", en: "Request too slow"),
        "problem.request_timeout.detail": .init(
            fr: "La demande n’est pas arrivée entière à temps.",
            en: "The request did not arrive whole in time."),
        "problem.content_too_large.title": .init(fr: "Contenu trop volumineux", en: "Content too large"),
        "problem.content_too_large.detail": .init(
            fr: "Le contenu envoyé dépasse la limite.", en: "The content sent is over the limit."),
        "problem.uri_too_long.title": .init(fr: "Adresse trop longue", en: "Address too long"),
        "problem.uri_too_long.detail": .init(
            fr: "L’adresse demandée dépasse la limite.", en: "The address asked for is over the limit."),
        "problem.expectation_failed.title": .init(fr: "Attente non satisfaite", en: "Expectation failed"),
        "problem.expectation_failed.detail": .init(
            fr: "Le serveur ne connaît pas ce que la demande attend de lui.",
            en: "The server does not know what the request expects of it."),
        "problem.unknown_host.title": .init(fr: "Nom de serveur inconnu", en: "Unknown server name"),
        "problem.unknown_host.detail": .init(
            fr: "Ce serveur ne répond pas sous ce nom ; l’exploitant peut l’ajouter aux noms admis.",
            en: "This server does not answer under that name; its operator can add it to the allowed names."),
        "problem.header_fields_too_large.title": .init(
            fr: "En-têtes trop longs", en: "Header fields too large"),
        "problem.header_fields_too_large.detail": .init(
            fr: "Les en-têtes de la demande dépassent la limite.",
            en: "The header fields of the request are over the limit."),
        "problem.internal_error.title": .init(fr: "Erreur inattendue", en: "Unexpected error"),
        "problem.internal_error.detail": .init(
            fr: "L’erreur est notée ; indiquez la référence à l’exploitant.",
            en: "The error is logged; give the reference to the operator."),
        "problem.method_unknown.title": .init(fr: "Méthode inconnue", en: "Unknown method"),
        "problem.method_unknown.detail": .init(
            fr: "Le serveur ne connaît pas cette méthode.", en: "The server does not know this method."),
        "problem.demonstration_under_way.title": .init(
            fr: "La démonstration se prépare", en: "The demonstration is being made"),
        "problem.demonstration_under_way.detail": .init(
            fr:
                "Entente joue les dossiers de la démonstration : étape {done} sur {total}. La page se renouvelle d’elle-même.",
            en:
                "Entente plays the files of the demonstration: step {done} of {total}. The page renews itself."
        ),
        "problem.unavailable.title": .init(fr: "Momentanément indisponible", en: "Unavailable for now"),
        "problem.unavailable.detail": .init(
            fr: "La base de données ne répond pas ; réessayez dans un instant.",
            en: "The database does not answer; try again in a moment."),
    ]
}
