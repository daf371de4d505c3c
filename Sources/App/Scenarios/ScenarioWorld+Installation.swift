package import Agreements
import Engine
import Storage

extension ScenarioWorld {
    /// The world of a simulated database: its clock, its register, its mails.
    ///
    /// - Parameter delivering: whether mails are delivered at once; else they wait for a runner.
    package init(_ installation: Installation, delivering: Bool = true) {
        let clock = ClockService(installation, delivering: delivering)
        let jobs = JobService(installation)
        self.init(
            advance: { instant, jump in try await clock.advance(to: instant, jump: jump) },
            register: { command in
                try await installation.desk.submit(command)
                if delivering { try await jobs.doReady() }
            },
            submit: { command in
                _ = try await installation.engine.submit(command)
                if delivering { try await jobs.doReady() }
            },
            agreement: { id in
                guard let agreement = try await installation.catalogue.agreement(id) else {
                    throw Refusal.unknown(id)
                }
                return agreement
            },
            acts: { person, agreement in try await installation.acts(of: person, on: agreement) },
            workflow: { try await installation.engine.workflow($0.workflow, $0.version) },
            notices: { id in
                try await installation.catalogue.notices(of: id, limit: Catalogue.rowsMax)
                    .filter { $0.status == "accepted" }
                    .map {
                        DeliveredNotice(
                            notice: $0.notice, recipient: $0.recipient, process: $0.process, at: $0.createdAt)
                    }
            },
            trail: { id in
                try await installation.catalogue.history(of: id.description, limit: Catalogue.rowsMax)
                    .map(\.type)
            },
            kept: { id, rules in try await CommandDesk(installation).kept(id, rules)?.items ?? [] },
            roles: { person, agreement in
                let own = installation.catalogue.seen(by: .person(person))
                guard try await own.agreement(agreement.id) != nil else { return nil }
                return try await own.roles(of: person, on: agreement.id)
            })
    }
}

extension Refusal {
    static func unknown(_ agreement: Agreement.ID) -> Refusal {
        Refusal(
            code: "no_such_agreement",
            text: LocalizedText(
                fr: "Aucun dossier ne porte l’identifiant \(agreement).",
                en: "No file has the identifier \(agreement)."))
    }
}

extension Installation {
    /// What each act of the agreement's active states says to a person now.
    package func acts(of person: Person.ID, on agreement: Agreement) async throws -> [PossibleAct] {
        let snapshot = try await store.snapshot(SnapshotQuery(agreement: agreement.id, people: [person]))
        let workflow = try await engine.workflow(agreement.workflow, agreement.version)
        return Decider(workflow: workflow, facts: snapshot.facts, randomness: randomness)
            .acts(of: person, on: snapshot.agreement ?? agreement)
    }
}
