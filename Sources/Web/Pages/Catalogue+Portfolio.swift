import Agreements

extension Catalogue {
    /// The agreements in force.
    static let portfolio: [String: LocalizedText] = [
        "portfolio.title": .init(fr: "Portefeuille", en: "Portfolio"),
        "portfolio.on": .init(fr: "Les accords en vigueur au", en: "The agreements in force on"),
        "portfolio.inForce": .init(fr: "En vigueur", en: "In force"),
        "portfolio.ending12": .init(fr: "Finissent dans les 12\u{A0}mois", en: "End within 12\u{A0}months"),
        "portfolio.ending6": .init(fr: "Finissent dans les 6\u{A0}mois", en: "End within 6\u{A0}months"),
        "portfolio.ending3": .init(fr: "Finissent dans les 3\u{A0}mois", en: "End within 3\u{A0}months"),
        "portfolio.suspended": .init(fr: "Suspendus", en: "Suspended"),
        "portfolio.expired": .init(fr: "Échus, suite attendue", en: "Expired, pending"),
        "portfolio.count": .init(fr: "Accords", en: "Agreements"),
        "portfolio.country": .init(fr: "Par pays", en: "By country"),
        "portfolio.countryHead": .init(fr: "Pays partenaire", en: "Partner country"),
        "portfolio.region": .init(fr: "Par région", en: "By region"),
        "portfolio.regionHead": .init(fr: "Région", en: "Region"),
        "portfolio.instrument": .init(fr: "Par dispositif", en: "By instrument"),
        "portfolio.instrumentHead": .init(fr: "Dispositif", en: "Instrument"),
        "portfolio.itmo": .init(fr: "Par ITMO", en: "By thematic institute"),
        "portfolio.itmoHead": .init(fr: "ITMO", en: "Thematic institute"),
        "portfolio.endYear": .init(fr: "Par année de fin", en: "By year of end"),
        "portfolio.endYearHead": .init(fr: "Fin du terme", en: "End of term"),
        "portfolio.terms": .init(fr: "Les prochaines fins de terme", en: "The next ends of terms"),
        "portfolio.termsMore": .init(
            fr: "Une barre par accord, du début à la fin de son terme ; le trait rouge marque aujourd’hui.",
            en: "A bar for each agreement, from the start to the end of its term; the red line marks today."),
        "portfolio.termsTable": .init(fr: "Les mêmes termes en tableau", en: "The same terms as a table"),
        "portfolio.noTerms": .init(
            fr: "Aucun accord en vigueur n’a de terme.", en: "No agreement in force has a term."),
        "portfolio.several": .init(
            fr: "Un accord qui a plusieurs partenaires compte pour chacun de leurs pays et de leurs régions.",
            en: "An agreement with several partners counts for each of their countries and regions."),
    ]
}
