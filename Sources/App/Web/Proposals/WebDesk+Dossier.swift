package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// The dossier of a file; nil where there is none that the visitor may see.
    package func dossier(of file: String, _ visitor: Visitor) async throws -> DossierForm? {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else { return nil }
            let sight = try await sight(of: agreement, visitor)
            guard sight.sees(.dossier) else { return nil }
            let desk = desk(visitor)
            let workflow = try await desk.workflow(of: agreement)
            let values = try await desk.dossier(of: agreement)
            let fields = DossierFields(
                fields: workflow.dossier.filter { sight.sees(field: $0.name) }, workflow: workflow)
            return DossierForm(
                file: agreement.reference ?? agreement.id.description, reference: agreement.reference,
                subject: values["acronym"]?.text, revision: agreement.revision,
                sections: fields.sections(values), missing: fields.missing(in: values),
                refusal: try await refusal(of: .edit([:]), on: agreement, visitor)?.text)
        }
    }

    /// Changes the fields that `order` names; those that say what is there already are left alone.
    package func edit(_ order: DossierRequest, of file: String, _ visitor: Visitor) async throws {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else {
                throw Refusal.noSuchFile
            }
            let desk = desk(visitor)
            let sight = try await sight(of: agreement, visitor)
            let fields = try await desk.workflow(of: agreement).dossier.filter { sight.sees(field: $0.name) }
            let current = try await desk.dossier(of: agreement)
            let read = try read(order, as: fields)
            let sense = DossierSense(catalogue: installation.catalogue)
            let senseless = BudgetSense(current.merging(read) { $1 }, of: fields).problems
                .filter { read[$0.key] != nil }
                .merging(try await sense.problems(read)) { $1 }
            guard senseless.isEmpty else { throw FormProblem(senseless.prefixed(DossierFields.prefix)) }
            let changed = read.filter { name, value in value != current[name] ?? .null }
            guard !changed.isEmpty else { return }
            var command = Command(
                requestID: order.requestID, agreement: agreement.id, actor: .person(visitor.person),
                channel: .page, expectedRevision: order.revision, body: .edit(changed))
            command.step = try await step(visitor)
            _ = try await installation.engine.submit(command)
        }
    }

    /// - Throws: ``FormProblem`` with each value that cannot be read.
    private func read(_ order: DossierRequest, as fields: [DossierField]) throws -> [String: JSON] {
        var (read, problems) = ([String: JSON](), [String: LocalizedText]())
        for field in fields {
            guard let typed = order.values[DossierFields.prefix + field.name] else { continue }
            let text = typed.replacing("\r\n", with: "\n").trimmedOfBlanks
            do { read[field.name] = text.isEmpty ? .null : try json(text, as: field) } catch let problem
                as FormProblem
            {
                problems.merge(problem.fields) { $1 }
            }
        }
        guard problems.isEmpty else { throw FormProblem(problems) }
        return read
    }

    /// What the rules would say to a command of the visitor; nothing is recorded.
    func refusal(
        of body: Command.Body, on agreement: Agreement, _ visitor: Visitor, as actor: Command.Actor? = nil
    ) async throws -> Refusal? {
        let actor = actor ?? .person(visitor.person)
        let snapshot = try await installation.store.snapshot(
            SnapshotQuery(agreement: agreement.id, people: actor.people))
        let workflow = try await installation.engine.workflow(agreement.workflow, agreement.version)
        var command = Command(
            requestID: "page/asked", agreement: agreement.id, actor: actor, channel: .page, body: body)
        command.step = try await step(visitor)
        return Decider(workflow: workflow, facts: snapshot.facts, randomness: installation.randomness)
            .decide(command, on: snapshot.agreement ?? agreement).refusal
    }
}

extension Command.Actor {
    /// Those whose authority counts.
    fileprivate var people: [Person.ID] {
        switch self {
        case .person(let person): [person]
        case .delegate(let person, let grantor): [person, grantor]
        case .system: []
        }
    }
}

extension [String: LocalizedText] {
    fileprivate func prefixed(_ prefix: String) -> [String: LocalizedText] {
        Dictionary(uniqueKeysWithValues: map { (prefix + $0.key, $0.value) })
    }
}
