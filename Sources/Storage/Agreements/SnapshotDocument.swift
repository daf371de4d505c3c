import Agreements
import Engine

/// What `entente.snapshot` answers.
struct SnapshotDocument: Decodable {
    var now: Instant
    var institution: InstitutionPart?
    var agreement: Agreement?
    var answer: EarlierAnswer?
    var people: [PersonPart]?
    var authority: [String: Int]?
    var grants: [Grant]?
    var delegations: [Delegation]?
    var organisations: [Party]?
    var measures: [Measure]?
    var absences: [Absence]?
    var successions: [Succession]?
    var calls: [Call]?
    var counters: [String: Int]?
    var dossier: [String: JSON]?
    var cited: [String: CitedAgreement]?
    var countries: [Country]?
    var erasable: ErasableStock?
    var taken: [String]?

    struct InstitutionPart: Decodable {
        var id: String
        var zone: String
        var calendar: BusinessCalendar?
    }

    struct EarlierAnswer: Decodable {
        var outcome: String?
        var answer: Answer?
    }

    struct PersonPart: Decodable {
        var id: Person.ID
        var active: Bool
        var leftAt: Instant?
        var organisation: String?
        var unit: String?
        var language: Language?
        var name: String?
        var email: String?
        // The column's own name.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var os_user: String?

        var person: Person {
            var person = Person(
                id: id, active: active, organisation: organisation, unit: unit, language: language)
            person.leftAt = leftAt
            return person
        }

        var contact: Contact? {
            guard let name, let email else { return nil }
            return Contact(name: name, email: email, operatingSystemUser: os_user)
        }
    }
}

extension SnapshotDocument {
    func snapshot() throws -> Snapshot {
        guard let institution else { throw StorageFault.noInstitution }
        return Snapshot(
            agreement: agreement, facts: try facts(institution),
            answer: answer?.outcome == "answered" ? answer?.answer : nil,
            isRequestReused: answer?.outcome == "request_id_reused", directory: directory,
            authority: Dictionary(
                uniqueKeysWithValues: (authority ?? [:]).compactMap { key, value in
                    Person.ID(key).map { ($0, value) }
                }))
    }

    func facts(_ institution: InstitutionPart) throws -> Facts {
        var facts = Facts(
            now: now, zone: try Zone(institution.zone), calendar: institution.calendar ?? .france,
            institution: institution.id,
            people: Dictionary(uniqueKeysWithValues: (people ?? []).map { ($0.id, $0.person) }),
            grants: grants ?? [], delegations: delegations ?? [],
            organisations: Dictionary(uniqueKeysWithValues: (organisations ?? []).map { ($0.id, $0) }),
            measures: measures ?? [],
            calls: Dictionary(uniqueKeysWithValues: (calls ?? []).map { ($0.id, $0) }),
            counters: counters ?? [:])
        for (id, agreement) in cited ?? [:] {
            if let id = Agreement.ID(id) { facts.cited[id] = agreement }
        }
        facts.absences = absences ?? []
        facts.successions = successions ?? []
        facts.countries = countries ?? []
        facts.erasable = erasable ?? ErasableStock()
        facts.dossier = dossier ?? [:]
        facts.takenNames = taken ?? []
        return facts
    }

    private var directory: Directory {
        Directory(
            contacts: Dictionary(
                uniqueKeysWithValues: (people ?? []).compactMap { part in part.contact.map { (part.id, $0) } }
            ),
            dossier: dossier ?? [:])
    }
}
