import Agreements
import Definitions
import Storage
import Web

/// What each form of the register asks; a field is called as the option of the command that does the same.
struct RegisterFields {
    /// The organisations, and the instruments that are opened by calls.
    let organisations: [FormChoice]
    var instruments: [FormChoice]
    /// What the office's address is now.
    let contact: String
    /// The entry of a list that a form is about, as it is now.
    var row: ReferenceRow?
    /// The city of the organisation that a form is about, as it is now.
    var seat: String?

    func fields(of entry: RegisterEntry) -> [FormField] {
        switch entry {
        case .person: person
        case .organisation: organisation
        case .city: [city(isRequired: true, value: seat)]
        case .grant: grant
        case .absence: absence
        case .measure: measure
        case .call: call
        case .subscription: subscription
        case .subscriptionEnd: [Self.followed(instruments, isRequired: false, help: Self.all)]
        case .succession: succession
        case .grantEnd, .measureEnd:
            [Self.field("until", "Fin", "End", .moment, isRequired: false, help: Self.now)]
        case .delegationEnd: [Self.field("at", "Fin", "End", .moment, isRequired: false, help: Self.now)]
        case .absenceEnd: [Self.field("until", "Dernier jour", "Last day", .day, isRequired: false)]
        case .callExtension: [Self.field("closes", "Nouvelle clôture", "New closing", .moment)]
        case .invitation, .departure, .successionEnd: []
        case .reference: newReference
        case .referenceChange: reference
        case .referenceEnd: [Self.field("until", "Le", "On", .day, isRequired: false, help: Self.today)]
        case .contact:
            [
                Self.field(
                    "address", "Adresse", "Address", .line,
                    help: .init(
                        fr: "Une seule adresse, comme contact@institut.example.",
                        en: "One address, such as contact@institute.example."), value: contact)
            ]
        }
    }

    private var person: [FormField] {
        [
            Self.field("name", "Nom", "Name", .line),
            Self.field(
                "email", "Adresse électronique", "Mail address", .line,
                help: .init(
                    fr: "Une seule adresse, comme anne@institut.example.",
                    en: "One address, such as anne@institute.example.")),
            Self.field(
                "organisation", "Organisme", "Organisation", .choice(organisations), isRequired: false),
            Self.field("unit", "Unité", "Unit", .line, isRequired: false),
            Self.field(
                "language", "Langue des courriels", "Language of mails",
                .choice([
                    FormChoice("fr", .init(fr: "français", en: "French")),
                    FormChoice("en", .init(fr: "anglais", en: "English")),
                ]), isRequired: false,
                help: .init(fr: "Sans choix, les deux.", en: "Both when none is chosen.")),
        ]
    }

    private var organisation: [FormField] {
        [
            Self.field(
                "id", "Identifiant", "Id", .line,
                help: .init(
                    fr: "Court et durable : minuscules, chiffres et traits d’union, 40 au plus, comme snu.",
                    en: "Short and lasting: small letters, digits and hyphens, at most 40, such as snu.")),
            Self.field("name", "Nom", "Name", .line),
            city(isRequired: false),
            Self.field("country", "Pays", "Country", .line, help: Self.countryCode),
            Self.field(
                "kind", "Nature", "Kind",
                .choice(Party.Kind.allCases.map { FormChoice($0.rawValue, $0.words) })),
        ]
    }

    private func city(isRequired: Bool, value: String? = nil) -> FormField {
        Self.field(
            "city", "Ville", "City", .line, isRequired: isRequired,
            help: .init(
                fr: "Celle du siège ; les demandes de signature la nomment.",
                en: "That of its seat; requests for signature name it."), value: value)
    }

    private var grant: [FormField] {
        [
            Self.field("person", "Personne", "Person", .line, help: Self.personName),
            Self.field(
                "role", "Rôle", "Role",
                .choice(
                    RoleNames.grantable.sorted().map { FormChoice($0, RoleTitles.name($0)) }.sortedByFrench)),
            Self.field(
                "scope", "Portée", "Scope", .line,
                help: .init(
                    fr:
                        "* pour tout, ou unit:U1151, party:snu, itmo:IHP, instrument:LIA, agreement: et l’identifiant d’un dossier.",
                    en:
                        "* for everything, or unit:U1151, party:snu, itmo:IHP, instrument:LIA, agreement: and a file’s id."
                ),
                value: "*"),
            Self.field("from", "Début", "Beginning", .moment, isRequired: false, help: Self.now),
            Self.field("until", "Fin", "End", .moment, isRequired: false),
        ]
    }

    private var absence: [FormField] {
        [
            Self.field("person", "Personne", "Person", .line, help: Self.personName),
            Self.field("from", "Premier jour", "First day", .day),
            Self.field("until", "Dernier jour", "Last day", .day),
        ]
    }

    private var measure: [FormField] {
        [
            Self.field(
                "target", "Pays ou organisme visé", "Country or organisation aimed at", .line,
                help: .init(
                    fr: "Le code d’un pays, comme RU, ou l’identifiant d’un organisme.",
                    en: "A country’s code, such as RU, or an organisation’s id.")),
            Self.field(
                "kind", "Nature", "Kind",
                .choice(Measure.Kind.allCases.map { FormChoice($0.rawValue, WebDesk.words(of: $0)) })),
            Self.field(
                "reference", "Texte qui la fonde", "Legal reference", .line,
                help: .init(
                    fr: "Une ligne de 300 caractères au plus.", en: "One line of at most 300 characters.")),
            Self.field("from", "Début", "Beginning", .moment, isRequired: false, help: Self.now),
            Self.field("until", "Fin", "End", .moment, isRequired: false),
            Self.field(
                "exempt", "Exceptions", "Exemptions", .line, isRequired: false,
                help: .init(
                    fr: "Des portées séparées par des virgules, comme instrument:LEA, party:snu.",
                    en: "Scopes with commas between them, such as instrument:LEA, party:snu.")),
        ]
    }

    private var call: [FormField] {
        [
            Self.field("instruments", "Dispositifs", "Instruments", .choices(instruments)),
            Self.field(
                "year", "Année", "Year", .number,
                help: .init(fr: "En quatre chiffres, comme 2021.", en: "Of four digits, such as 2021.")),
            Self.field("opens", "Ouverture", "Opening", .moment),
            Self.field("closes", "Clôture", "Closing", .moment),
            Self.field("ranking", "Classement", "Ranking", .moment, isRequired: false),
        ]
    }

    private var subscription: [FormField] {
        [
            Self.field("person", "Personne", "Person", .line, help: Self.personName),
            Self.followed(instruments),
        ]
    }

    /// The instruments of whose calls somebody is told.
    static func followed(
        _ choices: [FormChoice], isRequired: Bool = true, help: LocalizedText? = nil, chosen: [String] = []
    ) -> FormField {
        field(
            "instruments", "Dispositifs", "Instruments", .choices(choices), isRequired: isRequired,
            help: help,
            value: chosen.isEmpty ? nil : chosen.joined(separator: ","))
    }

    private var succession: [FormField] {
        [
            Self.field(
                "kind", "Nature", "Kind",
                .choice(Succession.Kind.allCases.map { FormChoice($0.rawValue, $0.words) })),
            Self.field("from", "Code absorbé", "Code of what is merged", .line),
            Self.field("into", "Code d’accueil", "Code of what takes over", .line),
            Self.field(
                "on", "Le", "On", .day, isRequired: false,
                help: Self.today),
        ]
    }

    private var newReference: [FormField] {
        let lists: [ReferenceRow.List] = [.itmo, .instrument, .region, .country]
        return [
            Self.field(
                "list", "Liste", "List",
                .choice(lists.map { FormChoice($0.rawValue, WebDesk.words(of: $0)) })),
            Self.field(
                "code", "Code", "Code", .line,
                help: .init(
                    fr: "Lettres, chiffres et traits d’union, 16 au plus, comme I3M.",
                    en: "Letters, digits and hyphens, at most 16, such as I3M.")),
            Self.field(
                "member", "Pays membre", "Member country", .line, isRequired: false,
                help: .init(
                    fr: "Pour une région seulement : le code d’un pays, comme KR.",
                    en: "For a region only: a country’s code, such as KR.")),
        ] + reference
    }

    private var reference: [FormField] {
        let isRetention = row?.list == .retention
        return [
            Self.field("fr", "Nom en français", "Name in French", .line, value: row?.name.fr),
            Self.field("en", "Nom en anglais", "Name in English", .line, value: row?.name.en),
        ]
            + (isRetention
                ? retention
                : [
                    Self.field(
                        "successors", "Codes qui lui succèdent", "Codes that follow it", .line,
                        isRequired: false,
                        help: .init(fr: "Séparés par des virgules.", en: "With commas between them."),
                        value: row.map { $0.successors.joined(separator: ", ") })
                ]) + [
                Self.field("from", "Vaut dès le", "Holds from", .day, isRequired: false, help: Self.today),
                Self.field("until", "Ne vaut plus le", "Holds no more on", .day, isRequired: false),
            ]
    }

    private var retention: [FormField] {
        [
            Self.field(
                "period", "Durée", "Period", .line,
                help: .init(fr: "Comme P5Y, cinq ans.", en: "Such as P5Y, five years."),
                value: row?.details?["period"]),
            Self.field(
                "fate", "Sort final", "Final fate",
                .choice(RetentionRule.Fate.allCases.map { FormChoice($0.rawValue, $0.words) }),
                value: row?.details?["fate"]),
        ]
    }

    private static let today = LocalizedText(
        fr: "Aujourd’hui, sans date.", en: "Today when no date is given.")
    private static let all = LocalizedText(fr: "Tous, sans choix.", en: "All when none is chosen.")
    private static let now = LocalizedText(fr: "Maintenant, sans date.", en: "Now when no date is given.")
    private static let countryCode = LocalizedText(
        fr: "Un code de deux lettres, comme KR.", en: "A code of two letters, such as KR.")
    private static let personName = LocalizedText(
        fr: "Son adresse électronique.", en: "Their mail address.")

    private static func field(
        _ name: String, _ french: String, _ english: String, _ kind: FormField.Kind, isRequired: Bool = true,
        help: LocalizedText? = nil, value: String? = nil
    ) -> FormField {
        FormField(
            name: name, label: LocalizedText(fr: french, en: english), help: help, kind: kind,
            isRequired: isRequired, value: value)
    }
}

extension Succession.Kind {
    var words: LocalizedText {
        switch self {
        case .itmo: LocalizedText(fr: "ITMO", en: "Thematic institute")
        case .unit: LocalizedText(fr: "Unité", en: "Unit")
        }
    }
}

extension Party.Kind {
    var words: LocalizedText {
        switch self {
        case .epst: LocalizedText(fr: "EPST", en: "Public research body (EPST)")
        case .epscp: LocalizedText(fr: "EPSCP", en: "Public university-type body (EPSCP)")
        case .epic: LocalizedText(fr: "EPIC", en: "Public industrial body (EPIC)")
        case .foreign: LocalizedText(fr: "Organisme étranger", en: "Foreign body")
        case .other: LocalizedText(fr: "Autre", en: "Other")
        }
    }
}
