import Agreements
import Engine
import FoundationEssentials

/// The values that the texts of notices may name, ready to print in one language; absent ones are left out.
struct NoticeValues {
    let context: NoticeContext
    let contact: Contact
    let language: Language
    let letterhead: Letterhead

    private var agreement: Agreement { context.agreement }
    private var typography: Typography { Typography(language, zone: context.facts.zone) }
    private var process: Process? { agreement.processes[context.owed.process] }

    /// The values that a template can name, by name; those of an object, such as `term.start`, inside it.
    func named(in template: String) -> [String: Any] {
        var values: [String: Any] = [:]
        for placeholder in NoticePlaceholder.allCases {
            let parts = placeholder.rawValue.split(separator: ".").map(String.init)
            guard template.contains(parts[0]), let text = text(of: placeholder) else { continue }
            if parts.count == 1 {
                values[parts[0]] = text
            } else {
                var object = values[parts[0]] as? [String: Any] ?? [:]
                object[parts[1]] = text
                values[parts[0]] = object
            }
        }
        return values
    }

    /// The value of a placeholder; nil where its situation is not given.
    func text(of placeholder: NoticePlaceholder) -> String? {
        switch placeholder {
        case .reference: agreement.reference ?? acronym ?? agreement.id.description
        case .acronym: acronym
        case .instrument: context.workflow.title[language]
        case .registerNumber: agreement.registerNumber
        case .parties: typography.list(agreement.parties.map { typography.party($0.name, isOwn: $0.home) })
        case .partner: foreign.isEmpty ? nil : typography.list(foreign.map(\.name))
        case .partnerPlace: partnerPlace
        case .termStart: agreement.term.map { typography.date($0.start) }
        case .termEnd: agreement.term?.end.map(typography.date)
        case .newTermStart: newTerm.map(typography.date)
        case .version: document.map { String($0.version) }
        case .versionDate: document.map { typography.date(day(of: $0.addedAt)) }
        case .signedBy: typography.list(signedBy, none: language == .french ? "personne" : "nobody")
        case .callYear: call.map { String($0.year) }
        case .callClosesAt: call.map { typography.dateAndTime($0.closesAt) }
        case .party: party?.name
        case .task: task
        case .due: context.owed.due.map(typography.deadline)
        case .dueDay: context.owed.due.map { typography.fullDate($0.day) }
        case .year: year
        case .nextYear: context.owed.due.map { String($0.day.year + 1) }
        case .process: owner?.title[language]
        case .amendment: amendment.map { String($0) }
        case .date: typography.date(day(of: context.event.at))
        case .act: act
        case .actor: actor
        case .reason: context.reason
        case .recipient: contact.name
        case .contact: letterhead.contact
        case .link: NoticeLink.placeholder
        }
    }

    /// The first day of a renewal that is signed, until it comes.
    private var newTerm: Day? {
        let start = agreement.variables["renewalStart"]?.text.flatMap { try? Day(parsing: $0) }
        guard let start, let end = agreement.term?.end, start > end else { return nil }
        return start
    }
    private var acronym: String? { context.directory.dossier["acronym"]?.text }
    /// The process whose text it speaks of.
    private var textOwner: String { context.workflow.textOwner(of: context.owed.process, in: agreement) }
    /// The definition of that process; nil for the life, whose text is the agreement's.
    private var owner: ProcessDefinition? {
        guard let process = agreement.processes[textOwner], process.parent != nil else { return nil }
        return context.workflow.processes[process.definition]
    }
    /// The number of the amendment that it speaks of.
    private var amendment: Int64? { agreement.processes[textOwner]?.item["amendment"]?["number"]?.number }
    private var document: Document? { agreement.texts(of: textOwner).last }
    private var call: Call? { agreement.call.flatMap { context.facts.calls[$0] } }
    private var foreign: [Party] { agreement.foreignParties }
    /// The party that the process is about, which may be about to join.
    private var party: Party? {
        process?.party.flatMap { id in agreement.parties.first { $0.id == id } }
            ?? process?.item["party"].flatMap { Party($0) }
    }

    private var partnerPlace: String? {
        foreign.isEmpty
            ? nil : typography.list(foreign.map(place).uniqued())
    }

    /// Its city as the register knows it now, and its country.
    private func place(of party: Party) -> String {
        let country = typography.countryWithArticle(party.country)
        guard let city = context.facts.organisations[party.id]?.city ?? party.city else { return country }
        return "\(city), \(country)"
    }

    private var signedBy: [String] {
        let signed = Set(agreement.signatures(on: textOwner).filter { !$0.void }.map(\.party))
        let joining = agreement.processes.values.sorted { $0.path < $1.path }
            .compactMap { $0.item["party"].flatMap { Party($0) } }
            .filter { party in !agreement.parties.contains { $0.id == party.id } }
        return (agreement.parties + joining.uniqued()).filter { signed.contains($0.id) }.map(\.name)
    }

    private func day(of instant: Instant) -> Day { context.facts.zone.day(of: instant) }

    /// The year of the report that the process is about, else the one that it covers: a report is due three months
    /// after what it reports, or some days later where that is no business day.
    private var year: String? {
        let ofItem = process?.item.values.lazy.compactMap { $0["year"]?.number }.first.map { String($0) }
        return ofItem ?? context.owed.due.map { String($0.day.adding(months: -4).year) }
    }

    private var task: String? {
        let definition = process.flatMap { context.workflow.processes[$0.definition] }
        return definition?.states[context.owed.state]?.task?.title[language]
    }

    /// The title of the act; where several transitions share its name, that of the state it was done in.
    private var act: String? {
        let definition = process.flatMap { context.workflow.processes[$0.definition] }
        let titled = (definition?.transitions.values.filter { $0.event == context.event.type } ?? [])
            .filter { $0.title != nil }.sorted { $0.label < $1.label }
        return (titled.first(where: wasDone) ?? titled.first)?.title?[language]
    }

    private func wasDone(_ transition: TransitionDefinition) -> Bool {
        let state = String(transition.label.prefix { $0 != "/" })
        return context.event.fromState.contains { $0 == state || $0.hasPrefix(state + ".") }
    }

    /// Who acted: "B for A" where it was by delegation; nobody where it was the machine.
    private var actor: String? {
        let authority = context.event.authority
        guard let person = Person.ID(authority.actor), let name = context.directory.contacts[person]?.name
        else {
            return nil
        }
        guard let grantor = authority.onBehalfOf.flatMap({ context.directory.contacts[$0]?.name }) else {
            return name
        }
        return language == .french
            ? "\(name) pour \(grantor), par délégation" : "\(name) for \(grantor), by delegation"
    }
}
