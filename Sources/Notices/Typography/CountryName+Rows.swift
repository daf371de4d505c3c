/// One row of the table for each way that a French name of a country takes its article.
extension CountryName {
    /// Feminine: la Chine, de Chine, en Chine; l'Espagne, d'Espagne, en Espagne.
    static func la(_ iso2: String, _ fr: String, _ en: String, the: Bool = false) -> CountryName {
        let le = French.startsWithVowel(fr) ? "l’\(fr)" : "la \(fr)"
        return CountryName(iso2, fr, en, le: le, de: French.of(fr), in: "en \(fr)", the: the)
    }

    /// Feminine and keeping its article: la République tchèque, de la République tchèque, en République
    /// tchèque.
    static func republic(_ iso2: String, _ fr: String, _ en: String, the: Bool = false) -> CountryName {
        CountryName(iso2, fr, en, le: "la \(fr)", de: "de la \(fr)", in: "en \(fr)", the: the)
    }

    /// Masculine: le Japon, du Japon, au Japon; l'Iran, d'Iran, en Iran.
    static func le(_ iso2: String, _ fr: String, _ en: String, the: Bool = false) -> CountryName {
        if French.startsWithVowel(fr) { return la(iso2, fr, en, the: the) }
        return CountryName(iso2, fr, en, le: "le \(fr)", de: "du \(fr)", in: "au \(fr)", the: the)
    }

    /// Plural: les Pays-Bas, des Pays-Bas, aux Pays-Bas.
    static func les(_ iso2: String, _ fr: String, _ en: String, the: Bool = false) -> CountryName {
        CountryName(iso2, fr, en, le: "les \(fr)", de: "des \(fr)", in: "aux \(fr)", the: the)
    }

    /// Without article, at a place: Cuba, de Cuba, à Cuba.
    static func at(_ iso2: String, _ fr: String, _ en: String) -> CountryName {
        CountryName(iso2, fr, en, le: fr, de: French.of(fr), in: "à \(fr)", the: false)
    }

    /// Without article, inside: Israël, d'Israël, en Israël.
    ///
    /// The H of Haïti elides.
    static func bare(_ iso2: String, _ fr: String, _ en: String) -> CountryName {
        let de = fr.hasPrefix("H") ? "d’\(fr)" : French.of(fr)
        return CountryName(iso2, fr, en, le: fr, de: de, in: "en \(fr)", the: false)
    }

    private init(
        _ iso2: String, _ fr: String, _ en: String, le: String, de: String, in place: String, the: Bool
    ) {
        self.init(
            iso2: iso2, fr: fr, en: en, frLe: le, frDe: de, frEn: place, enThe: the ? "the \(en)" : en)
    }
}
