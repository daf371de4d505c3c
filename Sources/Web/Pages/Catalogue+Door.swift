import Agreements

extension Catalogue {
    /// The door, one's own account, and what every form says.
    static let door: [String: LocalizedText] = [
        "menu.title": .init(fr: "Navigation", en: "Navigation"),
        "menu.todo": .init(fr: "À faire", en: "To do"),
        "menu.account": .init(fr: "Mon compte", en: "My account"),
        "menu.logout": .init(fr: "Se déconnecter", en: "Log out"),
        "menu.login": .init(fr: "Se connecter", en: "Log in"),
        "form.wrong": .init(fr: "Erreur", en: "Error"),
        "form.problems": .init(fr: "Le formulaire est à corriger", en: "The form needs correcting"),
        "form.optional": .init(fr: "(facultatif)", en: "(optional)"),
        "form.choose": .init(fr: "Choisir…", en: "Choose…"),
        "form.yes": .init(fr: "Oui", en: "Yes"),
        "form.no": .init(fr: "Non", en: "No"),
        "form.damaged": .init(
            fr: "un caractère ne peut pas être gardé ; � le remplace ici : effacez-le",
            en: "a character cannot be kept; � stands for it here: take it out"),
        "form.damagedHidden": .init(
            fr: "Une partie du formulaire que l’on ne voit pas est arrivée abîmée : envoyez-le de nouveau.",
            en: "A part of the form that is not seen arrived damaged: send it again."),
        "form.done": .init(fr: "C’est fait.", en: "Done."),
        "form.cancel": .init(fr: "Annuler", en: "Cancel"),
        "login.title": .init(fr: "Se connecter", en: "Log in"),
        "login.address": .init(fr: "Adresse électronique", en: "Mail address"),
        "login.password": .init(fr: "Mot de passe", en: "Password"),
        "login.code": .init(fr: "Code à six chiffres", en: "Six-digit code"),
        "login.codeHelp": .init(
            fr: "Celui de votre application, si votre compte en demande un ; à défaut, un code de secours.",
            en: "From your authenticator, if your account asks for one; else a recovery code."),
        "login.enter": .init(fr: "Entrer", en: "Enter"),
        "login.over": .init(
            fr:
                "Votre session est close. Entrez de nouveau : ce que vous aviez saisi est gardé sur cette page.",
            en: "Your session is over. Enter again: what you typed is kept on this page."),
        "login.byLink": .init(
            fr:
                "Vous étiez venu par un lien reçu par courriel ? Rouvrez ce lien, et reprenez ce que vous aviez écrit :",
            en: "You had come by a link in a mail? Open it again, and take over what you had written:"),
        "resume.title": .init(fr: "Reprendre votre saisie", en: "Go on with what you typed"),
        "resume.lead": .init(
            fr: "Votre session était close : rien n’a encore été envoyé. Voici ce que vous aviez écrit.",
            en: "Your session was over: nothing has been sent yet. This is what you wrote."),
        "resume.file": .init(
            fr: "Un fichier ne se garde pas : choisissez-le de nouveau",
            en: "A file is not kept: choose it again"),
        "resume.act": .init(fr: "Acte", en: "Act"),
        "resume.written": .init(fr: "Vous aviez écrit", en: "You wrote"),
        "resume.send": .init(fr: "Envoyer maintenant", en: "Send it now"),
        "login.none": .init(
            fr: "Pas de compte ? Écrivez au bureau :", en: "No account? Write to the office:"),
        "reset.lost": .init(fr: "Mot de passe perdu ?", en: "Lost your password?"),
        "reset.title": .init(fr: "Retrouver l’accès à votre compte", en: "Get back into your account"),
        "reset.lead": .init(
            fr:
                "Donnez l’adresse de votre compte : un lien pour choisir un nouveau mot de passe vous sera envoyé.",
            en: "Give the address of your account: a link to choose a new password will be mailed to you."),
        "reset.send": .init(fr: "Recevoir le lien", en: "Get the link"),
        "reset.sent": .init(
            fr:
                "Si un compte a cette adresse, un lien y est en route. Il vaut dix minutes, une seule fois ; votre "
                + "second facteur reste demandé.",
            en:
                "If an account has this address, a link is on its way to it. It is good for ten minutes, once; your "
                + "second factor is still asked for."),
        "reset.addressMissing": .init(
            fr: "Donnez l’adresse de votre compte.", en: "Give the address of your account."),
        "login.wrong": .init(
            fr: "L’adresse, le mot de passe ou le code n’est pas le bon.",
            en: "The address, the password or the code is not right."),
        "login.codeMissing": .init(
            fr: "Ce compte demande aussi un code à six chiffres : redonnez le mot de passe, et le code.",
            en: "This account asks for a six-digit code as well: give the password again, and the code."),
        "login.tooMany": .init(
            fr: "Trop d’essais : attendez un quart d’heure.", en: "Too many tries: wait a quarter of an hour."
        ),
        "login.left": .init(fr: "Vous êtes déconnecté.", en: "You are logged out."),
        "login.chosen": .init(
            fr: "Votre mot de passe est enregistré : connectez-vous.", en: "Your password is set: log in."),
        "invitation.title": .init(fr: "Choisir un mot de passe", en: "Choose a password"),
        "password.new": .init(fr: "Nouveau mot de passe", en: "New password"),
        "password.old": .init(fr: "Mot de passe actuel", en: "Current password"),
        "password.again": .init(fr: "Encore une fois", en: "Once more"),
        "password.choose": .init(fr: "Enregistrer", en: "Save"),
        "password.change": .init(fr: "Changer le mot de passe", en: "Change the password"),
        "password.rule": .init(
            fr: "Au moins {min} caractères ; une phrase que personne ne devinerait convient bien.",
            en: "At least {min} characters; a sentence that nobody would guess is fine."),
        "password.different": .init(
            fr: "Les deux mots de passe ne sont pas les mêmes.", en: "The two passwords are not the same."),
        "password.wrong": .init(
            fr: "Le mot de passe ou le code n’est pas le bon.", en: "The password or the code is not right."),
        "password.too_short": .init(
            fr: "Ce mot de passe est trop court : au moins {min} caractères.",
            en: "This password is too short: at least {min} characters."),
        "password.too_long": .init(
            fr: "Ce mot de passe est trop long : au plus {max} caractères.",
            en: "This password is too long: at most {max} characters."),
        "password.common": .init(
            fr: "Ce mot de passe est de ceux que l’on essaie d’abord : choisissez-en un autre.",
            en: "This password is among those tried first: choose another."),
        "password.context": .init(
            fr: "Ce mot de passe est fait de noms que tous connaissent ici : choisissez-en un autre.",
            en: "This password is made of names that everybody knows here: choose another."),
        "account.title": .init(fr: "Mon compte", en: "My account"),
        "account.name": .init(fr: "Nom", en: "Name"),
        "account.roles": .init(fr: "Rôles", en: "Roles"),
        "account.factor": .init(fr: "Second facteur", en: "Second factor"),
        "account.factorSet": .init(
            fr: "Votre compte demande un code à six chiffres.", en: "Your account asks for a six-digit code."),
        "account.factorMissing": .init(
            fr: "Votre compte ne demande que le mot de passe.", en: "Your account asks for the password only."
        ),
        "account.factorChange": .init(fr: "Régler le second facteur", en: "Set up the second factor"),
        "account.calls": .init(fr: "Appels à propositions", en: "Calls for proposals"),
        "account.callsHelp": .init(
            fr:
                "Un courriel vous annonce l’ouverture des appels des dispositifs cochés, et leur prolongation.",
            en: "A mail tells you when a call of the ticked instruments opens, and when it is extended."),
        "account.callsChoose": .init(fr: "Enregistrer ce choix", en: "Save this choice"),
        "account.password": .init(fr: "Mot de passe", en: "Password"),
        "account.sessions": .init(fr: "Sessions ouvertes", en: "Open sessions"),
        "account.agent": .init(fr: "Navigateur", en: "Browser"),
        "account.from": .init(fr: "Depuis", en: "From"),
        "account.since": .init(fr: "Ouverte le", en: "Opened"),
        "account.seen": .init(fr: "Vue le", en: "Last seen"),
        "account.this": .init(fr: "celle-ci", en: "this one"),
        "account.end": .init(fr: "Fermer", en: "End"),
        "account.endOthers": .init(fr: "Fermer toutes les autres", en: "End all others"),
        "factor.title": .init(fr: "Second facteur", en: "Second factor"),
        "factor.needed": .init(
            fr: "Avant toute chose, réglez un second facteur : il protège ce que vous décidez et signez.",
            en: "Before anything else, set up a second factor: it protects what you decide and sign."),
        "factor.lead": .init(
            fr:
                "Entrez cette clé dans une application d’authentification, puis donnez le code qu’elle affiche.",
            en: "Enter this key in an authenticator, then give the code that it shows."),
        "factor.link": .init(
            fr: "Ouvrir l’application sur cet appareil", en: "Open the authenticator on this device"),
        "factor.code": .init(fr: "Code affiché", en: "Code shown"),
        "factor.old": .init(fr: "Code de l’application actuelle", en: "Code of the present authenticator"),
        "factor.set": .init(fr: "Activer", en: "Activate"),
        "factor.wrong": .init(
            fr: "Ce code n’est pas celui de cette clé : vérifiez l’heure de l’appareil.",
            en: "This code is not of this key: check the clock of the device."),
        "recovery.title": .init(fr: "Codes de secours", en: "Recovery codes"),
        "recovery.lead": .init(
            fr:
                "Gardez-les en lieu sûr : chacun remplace une fois votre appareil. Ils ne seront plus affichés.",
            en: "Keep them safe: each stands in once for your device. They will not be shown again."),
        "recovery.next": .init(fr: "C’est noté", en: "I have kept them"),
    ]
}
