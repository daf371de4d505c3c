import Agreements
package import Engine
import Storage

extension CommandDesk {
    /// What was recorded of one agreement, with its definition and the changes of the register that it may
    /// read.
    ///
    /// Texts, names and addresses that may be erased are left out: the events hold only references to them.
    /// - Throws: a ``Refusal`` for an unknown name; what the store throws.
    package func record(_ name: String, title: String?) async throws -> History {
        let agreement = try await agreement(name)
        let events = try await all(of: agreement.id.description)
        var definitions: [History.Definition] = []
        for version in versions(of: events) {
            definitions.append(try await definition(agreement.workflow, version))
        }
        var register = try await all(of: "register")
        for call in calls(of: events) { register += try await all(of: call.description) }
        let facts = register.sorted { $0.at < $1.at }.compactMap { event in
            event.payload.register.map { RegisterFact(at: event.at, change: $0) }
        }
        return History(
            title: title ?? agreement.reference ?? name, institution: installation.institution.id,
            agreement: agreement.id, definition: definitions[0], later: Array(definitions.dropFirst()),
            register: facts, events: events)
    }

    private func definition(_ id: String, _ version: String) async throws -> History.Definition {
        guard let published = try await catalogue.workflowSources(id, version: version) else {
            throw Refusal.desk(
                "unknown_workflow", fr: "La définition \(id)@\(version) n’est pas publiée.",
                en: "The definition \(id)@\(version) is not published.")
        }
        return .init(
            id: id, version: version, sha256: published.workflow.sha256, files: published.files)
    }

    /// The versions of its definition that an agreement followed, in order; at least one.
    private func versions(of events: [Event]) -> [String] {
        events.flatMap(\.payload.changes).compactMap { change in
            switch change {
            case .created(_, let version, _), .migrated(let version): version
            default: nil
            }
        }.uniqued()
    }

    private func calls(of events: [Event]) -> [Call.ID] {
        events.flatMap(\.payload.changes).compactMap { change in
            if case .calledIn(let call) = change { call } else { nil }
        }.uniqued()
    }

    /// Every event of a stream, page by page.
    private func all(of stream: String) async throws -> [Event] {
        var events: [Event] = []
        while true {
            let page = try await catalogue.history(of: stream, after: events.last?.seq ?? 0)
            events += page
            guard page.count == Catalogue.rowsMax else { return events }
        }
    }
}
