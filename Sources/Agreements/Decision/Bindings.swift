import Expressions

/// The values that guards and formulas read, made from an agreement and the facts of the decision.
///
/// The names are those of ``GuardEnvironment``.
struct Bindings {
    let agreement: Agreement
    let workflow: Workflow
    let facts: Facts
    let now: Instant
    let process: Process?
    let event: [String: JSON]
    let actor: Person.ID?
    let children: [Process]

    var values: [String: Value] {
        var values: [String: Value] = [
            "now": now.value, "event": .object(event.mapValues(\.value)), "actor": actorValue,
            "agreement": agreementValue, "dossier": dossierValue, "measures": measuresValue,
            "delegations": delegationsValue,
            "children": .list(children.map(Self.child)),
            "item": .object((process?.item ?? [:]).mapValues(\.value)),
            "vars": .object(agreement.variables.mapValues(\.value)),
            "param": .object(workflow.parameters.mapValues(\.value)),
            "rule": workflow.ruleValues(on: facts.zone.day(of: now)),
        ]
        let owner = process.map { workflow.textOwner(of: $0.path, in: agreement) } ?? "life"
        let texts = agreement.texts(of: owner)
        let signatures = agreement.signatures(on: owner)
        values["text"] = text(texts.last, signatures)
        values["texts"] = .list(texts.map { text($0, signatures) })
        values["signatures"] = .list(signatures.map(Self.signature))
        // Without a call the name is unbound: a guard that reads it fails closed.
        values["call"] = agreement.call.flatMap { facts.calls[$0] }.map(Self.call)
        return values
    }

    private var actorValue: Value {
        let roles = actor.map { Roster(agreement, facts: facts).roles(of: $0, at: now) } ?? []
        return .object(
            Self.person(actor, facts, now).merging(["roles": .list(roles.map(Value.string))]) { $1 })
    }

    static func candidate(_ id: Person.ID, _ facts: Facts, at now: Instant) -> Value {
        .object(person(id, facts, now))
    }

    /// Where somebody comes from; empty texts for nobody.
    private static func person(_ id: Person.ID?, _ facts: Facts, _ now: Instant) -> [String: Value] {
        let person = id.flatMap { facts.people[$0] }
        return [
            "person": .string(id?.description ?? ""), "unit": unit(person?.unit, facts, now),
            "organisation": .string(person?.organisation ?? ""),
        ]
    }

    /// The unit in which this one lives on at `now`: colleagues stay colleagues when their unit is merged.
    private static func unit(_ name: String?, _ facts: Facts, _ now: Instant) -> Value {
        guard let name else { return .string("") }
        return .string(facts.successions.heir(of: .unit(name), on: facts.zone.day(of: now)).name)
    }

    private var agreementValue: Value {
        let texts = agreement.texts(of: "life")
        let signatures = agreement.signatures(on: "life")
        return .object([
            "id": .string(agreement.id.description), "reference": .string(agreement.reference ?? ""),
            "instrument": .string(agreement.instrument), "legal": .string(agreement.legalStatus.rawValue),
            "acronym": .string(""), "unit": Self.unit(agreement.unit, facts, now),
            "itmo": .string(agreement.itmo ?? ""),
            "start": Self.day(agreement.term?.start), "end": Self.day(agreement.term?.end),
            "plannedStart": Self.day(agreement.plannedStart),
            "lastSignature": Self.day(agreement.lastSignature),
            "parties": .list(agreement.parties.map(Self.party)),
            "foreignParties": .list(agreement.foreignParties.map(Self.party)),
            "formerParties": .list(agreement.formerParties.map(Self.party)),
            "labs": .list(agreement.labs.map(Self.lab)),
            "cites": .list(agreement.cites.map { .string($0.description) }),
            "signatures": .list(signatures.map(Self.signature)),
            "renewals": .int(Int64(agreement.renewals)), "text": text(texts.last, signatures),
            "texts": .list(texts.map { text($0, signatures) }),
        ])
    }

    private var dossierValue: Value {
        let present = workflow.dossier.map(\.name).filter { agreement.dossier[$0] != nil }
        let missing = workflow.dossier.filter(\.required).map(\.name).filter { agreement.dossier[$0] == nil }
        let attachments = agreement.documents.map(\.kind).uniqued()
        return .object([
            "complete": .bool(missing.isEmpty), "missing": .list(missing.map(Value.string)),
            "present": .list(present.map(Value.string)), "attachments": .list(attachments.map(Value.string)),
            "beyond": .list(BudgetSense(facts.dossier, of: workflow.dossier).beyond.map(Value.string)),
            "taken": .list(facts.takenNames.map(Value.string)),
        ])
    }

    private var measuresValue: Value {
        let bodies = agreement.parties + [process?.newcomer(to: agreement)].compactMap(\.self)
        let concerned = facts.measures.filter { $0.concerns(agreement, of: bodies) }
        let holding = concerned.filter { $0.holds(at: now) }
        let kinds = holding.map(\.kind)
        let parties = bodies.compactMap { party -> Value? in
            let kinds = holding.filter { $0.aims(at: party) }.map(\.kind.rawValue).uniqued()
            guard !kinds.isEmpty else { return nil }
            return .object(["id": .string(party.id), "kinds": .list(kinds.map(Value.string))])
        }
        let noNew = bodies.compactMap { party -> Value? in
            let since = holding.filter { $0.kind == .noNew && $0.aims(at: party) }.map(\.from).min()
            return since.map {
                .object(["id": .string(party.id), "from": Self.day(facts.zone.day(of: $0))])
            }
        }
        let changes = concerned.flatMap { [$0.from, $0.until].compactMap(\.self) }.filter { $0 > now }
        return .object([
            "forbidNew": .bool(kinds.contains(.noNew)), "flagged": .bool(!kinds.isEmpty),
            "kinds": .list(kinds.map(\.rawValue).uniqued().map(Value.string)), "parties": .list(parties),
            "noNew": .list(noNew), "nextChange": changes.min()?.value ?? .string(""),
        ])
    }

    /// The delegations under which somebody may do what the process asks for now.
    private var delegationsValue: Value {
        let lapse = process.flatMap { process in
            process.entries.values.map(\.at).max().flatMap { since in
                Roster(agreement, facts: facts).nextLapse(
                    of: agreement.tasks.filter { $0.process == process.path }, in: process, since: since)
            }
        }
        return .object(["nextLapse": lapse?.value ?? .string("")])
    }
}

extension Bindings {
    private static func day(_ day: Day?) -> Value { .string(day?.description ?? "") }

    static func party(_ party: Party) -> Value {
        .object([
            "id": .string(party.id), "name": .string(party.name), "country": .string(party.country),
            "kind": .string(party.kind.rawValue), "home": .bool(party.home),
            "epscp": .bool(party.kind == .epscp),
        ])
    }

    private static func lab(_ lab: Lab) -> Value {
        .object([
            "id": .string(lab.id), "name": .string(lab.name), "party": .string(lab.party),
            "head": .string(lab.head.description),
        ])
    }

    private static func signature(_ signature: Signature) -> Value {
        .object([
            "party": .string(signature.party), "person": .string(signature.person.description),
            "capacity": .string(signature.capacity), "dated": day(signature.dated),
            "sha256": .string(signature.sha256), "void": .bool(signature.void),
        ])
    }

    private func text(_ document: Document?, _ signatures: [Signature]) -> Value {
        let valid = signatures.filter { !$0.void && $0.sha256 == document?.sha256 }
        return .object([
            "version": .int(Int64(document?.version ?? 0)), "sha256": .string(document?.sha256 ?? ""),
            "signedBy": .list(valid.map(\.party).uniqued().map(Value.string)),
            "lastSignature": Self.day(valid.map(\.dated).max()),
            "added": Self.day(document.map { facts.zone.day(of: $0.addedAt) }),
        ])
    }

    private static func call(_ call: Call) -> Value {
        .object([
            "id": .string(call.id.description), "year": .int(Int64(call.year)), "opensAt": call.opensAt.value,
            "closesAt": call.closesAt.value, "rankingAt": (call.rankingAt ?? call.closesAt).value,
        ])
    }

    private static func child(_ process: Process) -> Value {
        .object([
            "name": .string(process.name), "chart": .string(process.definition),
            "path": .string(process.path),
            "outcome": .string(process.outcome ?? ""), "ended": .bool(process.status == .ended),
            "item": .object(process.item.mapValues(\.value)),
            "states": .list(process.configuration.map(Value.string)),
        ])
    }
}

extension Agreement {
    /// The children of `path` that belong to the present entry of the state that started them, in order of
    /// their paths.
    func children(of path: String) -> [Process] {
        guard let parent = processes[path] else { return [] }
        return processes.values
            .filter { child in
                guard child.parent == path, child.status != .cancelled, let owner = child.owner else {
                    return false
                }
                return parent.entries[owner]?.seq == child.ownerSeq
            }
            .sorted { $0.path < $1.path }
    }
}

extension Workflow {
    /// What formulas read as `rule` on `day`.
    func ruleValues(on day: Day) -> Value { .object(rules.mapValues { $0.value(on: day).value }) }
}
