package import Agreements
import Definitions
import Engine
import Glibc
import Storage

/// The work of one operator at a terminal, or of one visitor of the pages: names become identities, and every change says who pressed the
/// key.
///
/// Throws ``Refusal`` where a rule says no, ``WrongUsage`` where a value cannot be read, and what the store
/// throws.
package struct CommandDesk: Sendable {
    package internal(set) var installation: Installation
    /// The operating-system user; empty on a page.
    package let `operator`: String
    /// Who came in by a page, where one is the door: then they act, and nobody else.
    let visitor: Person.ID?

    /// The desk of an operator at a terminal.
    package init(_ installation: Installation, operator: String = CommandDesk.systemUser) {
        self.installation = installation
        self.operator = `operator`
        visitor = nil
    }

    /// The desk of somebody who came in by a page, who sees what they may see.
    package init(_ installation: Installation, visitor: Person.ID) {
        self.installation = installation
        self.installation.catalogue = installation.catalogue.seen(by: .person(visitor))
        self.operator = ""
        self.visitor = visitor
    }

    /// By which door changes come.
    var channel: Authority.Channel { visitor == nil ? .commandLine : .page }
    /// Who is noted as operator.
    var noted: String? { visitor == nil ? self.operator : nil }

    /// The desk of this process's operator, who in a real database sees what the person that they are may
    /// see.
    package static func open(_ installation: Installation) async throws -> CommandDesk {
        var desk = CommandDesk(installation)
        guard !desk.isSimulated else { return desk }
        let sight = try await desk.ownPerson().map(Sight.person) ?? .nobody
        desk.installation.catalogue = installation.catalogue.seen(by: sight)
        return desk
    }

    /// The name of the operating-system user of this process.
    package static var systemUser: String { OSUser.current?.name ?? "uid:\(geteuid())" }

    /// How times are read and shown here.
    package var times: LegalTimeText { LegalTimeText(installation.institution.zone) }

    var catalogue: Catalogue { installation.catalogue }
    var isSimulated: Bool { installation.institution.simulated }

    /// The person of an id, a mail address or an operating-system user.
    package func person(_ name: String) async throws -> Person.ID {
        guard let row = try await catalogue.person(named: name) else { throw Refusal.unknownPerson(name) }
        return row.person.id
    }

    /// The file of an id, a reference or a register number.
    package func agreement(_ name: String) async throws -> Agreement {
        guard let id = try await catalogue.agreementID(named: name),
            let agreement = try await catalogue.agreement(id)
        else { throw Refusal.unknownAgreement(name) }
        return agreement
    }

    /// What the agreements that a file cites are called: by reference, where they have one.
    package func citedNames(of agreement: Agreement) async throws -> [Agreement.ID: String] {
        var names: [Agreement.ID: String] = [:]
        for id in agreement.cites { names[id] = try await catalogue.agreement(id)?.reference }
        return names
    }

    /// The call of an id, or the only one of a year.
    package func call(_ name: String) async throws -> Call {
        let calls = try await catalogue.calls()
        let found = calls.filter { $0.id.description == name.lowercased() || String($0.year) == name }
        guard found.count == 1, let call = found.first else {
            throw Refusal.unknownCall(name, several: found.count > 1)
        }
        return call
    }

    /// The definition that an agreement is pinned to.
    package func workflow(of agreement: Agreement) async throws -> Workflow {
        try await installation.engine.workflow(agreement.workflow, agreement.version)
    }

    /// What people of the register are called, by id; those whose name was eliminated are left out.
    package func names() async throws -> [Person.ID: String] {
        let people = try await catalogue.people()
        return Dictionary(
            people.compactMap { row in row.name.map { (row.person.id, $0) } }, uniquingKeysWith: { $1 })
    }
}
