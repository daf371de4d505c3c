import Agreements
import Engine

/// The values that the texts of notices may name, ready to print in one language; absent ones are left out.
struct NoticeValues {
    let context: NoticeContext
    let contact: Contact
    let language: Language
    let settings: NoticeSettings

    private var agreement: Agreement { context.agreement }
    private var typography: Typography { Typography(language, zone: context.facts.zone) }
    private var process: Process? { agreement.processes[context.owed.process] }

    var all: [String: Any] {
        let values: [String: Any?] = [
            "reference": agreement.reference ?? acronym ?? agreement.id.description, "acronym": acronym,
            "instrument": context.workflow.title[language], "registerNumber": agreement.registerNumber,
            "parties": typography.list(agreement.parties.map(\.name)), "partner": partner,
            "partnerPlace": partnerPlace, "party": party?.name,
            "due": context.owed.due.map(typography.deadline),
            "dueDay": context.owed.due.map { typography.fullDate($0.day) },
            "date": typography.date(context.facts.zone.day(of: context.event.at)), "year": year, "task": task,
            "term": term, "version": text.map { String($0.version) },
            "versionDate": text.map { typography.date(context.facts.zone.day(of: $0.addedAt)) },
            "signedBy": typography.list(signedBy, none: language == .french ? "personne" : "nobody"),
            "act": act,
            "actor": actor, "reason": context.reason, "recipient": contact.name, "call": call,
            "contact": settings.contact, "link": NoticeLink.placeholder,
        ]
        return values.compactMapValues(\.self)
    }

    private var acronym: String? { context.directory.dossier["acronym"]?.text }
    private var text: Document? { agreement.text }
    private var foreign: [Party] { agreement.foreignParties }
    private var party: Party? { process?.party.flatMap { id in agreement.parties.first { $0.id == id } } }
    private var partner: String? { foreign.isEmpty ? nil : typography.list(foreign.map(\.name)) }

    private var partnerPlace: String? {
        foreign.isEmpty ? nil : typography.list(foreign.map { typography.ofCountry($0.country) }.uniqued())
    }

    private var signedBy: [String] {
        let signed = Set(agreement.signatures.filter { !$0.void }.map(\.party))
        return agreement.parties.filter { signed.contains($0.id) }.map(\.name)
    }

    private var term: [String: Any]? {
        guard let term = agreement.term else { return nil }
        let values: [String: Any?] = [
            "start": typography.date(term.start), "end": term.end.map(typography.date),
        ]
        return values.compactMapValues(\.self)
    }

    private var call: [String: Any]? {
        guard let call = agreement.call.flatMap({ context.facts.calls[$0] }) else { return nil }
        return ["year": String(call.year), "closesAt": typography.dateAndTime(call.closesAt)]
    }

    /// The year of the report that the process is about, else that of the due date.
    private var year: String? {
        let ofItem = process?.item.values.lazy.compactMap { $0["year"]?.number }.first.map { String($0) }
        return ofItem ?? context.owed.due.map { String($0.day.year) }
    }

    private var task: String? {
        let definition = process.flatMap { context.workflow.processes[$0.definition] }
        return definition?.states[context.owed.state]?.task?.title[language]
    }

    private var act: String? {
        let definition = process.flatMap { context.workflow.processes[$0.definition] }
        return definition?.transitions.values.first { $0.event == context.event.type && $0.title != nil }?
            .title?[language]
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
