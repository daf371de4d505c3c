/// The rules of absences, mergers and subscriptions.
extension Register {
    static func check(_ absence: Absence, _ facts: Facts) throws(Refusal) {
        guard facts.people[absence.person]?.active ?? false else {
            throw .badInput(
                "person",
                LocalizedText(fr: "personne inconnue ou inactive", en: "nobody of the register, or inactive"))
        }
        guard absence.from <= absence.until else {
            throw .badInput(
                "until",
                LocalizedText(
                    fr: "le dernier jour ne peut précéder le premier",
                    en: "the last day cannot come before the first"))
        }
        guard absence.until <= facts.zone.day(of: facts.now).adding(years: absenceYearsMax) else {
            throw .badInput(
                "until",
                LocalizedText(
                    fr: "au plus \(absenceYearsMax) ans à l’avance",
                    en: "at most \(absenceYearsMax) years ahead"))
        }
        let isKnown = facts.absences.contains {
            $0.person == absence.person && $0.from == absence.from && $0.until == absence.until
        }
        guard !isKnown else {
            throw .rule(
                "already_exists", fr: "Cette absence est déjà enregistrée.",
                en: "This absence is entered already.")
        }
    }

    /// An end beyond it is a slip of the pen.
    private static let absenceYearsMax = 10

    static func checkEnd(of absence: Absence?, until: Day) throws(Refusal) {
        guard let absence else {
            throw .badInput("absence", LocalizedText(fr: "absence inconnue", en: "no such absence"))
        }
        guard absence.from.adding(days: -1) <= until, until < absence.until else {
            throw .badInput(
                "until",
                LocalizedText(
                    fr: "une absence se termine plus tôt ; pour la prolonger, ajoutez-en une autre",
                    en: "an absence ends earlier; to prolong it, add another one"))
        }
    }

    static func check(
        subscription instruments: [String], of person: Person.ID, _ facts: Facts
    ) throws(Refusal) {
        guard facts.people[person]?.active ?? false else {
            throw .badInput(
                "person",
                LocalizedText(fr: "personne inconnue ou inactive", en: "nobody of the register, or inactive"))
        }
        try check(instruments)
    }

    static func check(_ instruments: [String]) throws(Refusal) {
        guard !instruments.isEmpty else {
            throw .badInput(
                "instruments", LocalizedText(fr: "au moins un dispositif", en: "at least one instrument"))
        }
    }

    static func checkIsThere(_ succession: Succession, _ facts: Facts) throws(Refusal) {
        guard facts.successions.contains(succession) else {
            throw .badInput("code", LocalizedText(fr: "aucune fusion de ce nom", en: "no such merger"))
        }
    }

    static func check(_ succession: Succession, _ facts: Facts) throws(Refusal) {
        for code in [succession.from, succession.into] where code.isBlank || code.count > 64 {
            throw .badInput(
                "code", LocalizedText(fr: "un code de 1 à 64 caractères", en: "a code of 1 to 64 characters"))
        }
        guard !facts.successions.contains(where: { $0.scope == succession.scope }) else {
            throw .rule(
                "already_succeeded", fr: "\(succession.from) a déjà un successeur.",
                en: "\(succession.from) has a successor already.")
        }
        let chain = facts.successions.successors(of: succession.successor).map(\.scope)
        guard succession.scope != succession.successor, !chain.contains(succession.scope) else {
            throw .rule(
                "succession_cycle",
                fr: "\(succession.into) est déjà repris, au bout du compte, par \(succession.from).",
                en: "In the end \(succession.into) has \(succession.from) itself as its successor.")
        }
    }
}
