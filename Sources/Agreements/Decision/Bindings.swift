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

    var values: [String: Value] {
        var values: [String: Value] = [
            "now": now.value, "event": .object(event.mapValues(\.value)), "actor": actorValue,
            "agreement": agreementValue, "dossier": dossierValue, "measures": measuresValue,
            "children": .list(children.map(Self.child)),
            "item": .object((process?.item ?? [:]).mapValues(\.value)),
            "vars": .object(agreement.variables.mapValues(\.value)),
            "param": .object(workflow.parameters.mapValues(\.value)),
        ]
        // Without a call the name is unbound: a guard that reads it fails closed.
        values["call"] = agreement.call.flatMap { facts.calls[$0] }.map(Self.call)
        return values
    }

    private var actorValue: Value {
        let person = actor.flatMap { facts.people[$0] }
        let roles = actor.map { Roster(agreement, facts: facts).roles(of: $0, at: now) } ?? []
        return .object([
            "person": .string(actor?.description ?? ""), "unit": .string(person?.unit ?? ""),
            "organisation": .string(person?.organisation ?? ""), "roles": .list(roles.map(Value.string)),
        ])
    }

    private var agreementValue: Value {
        let texts = agreement.documents.filter { $0.kind == Document.textKind }
        return .object([
            "id": .string(agreement.id.description), "reference": .string(agreement.reference ?? ""),
            "instrument": .string(agreement.instrument), "legal": .string(agreement.legalStatus.rawValue),
            "acronym": .string(""), "unit": .string(agreement.unit ?? ""),
            "itmo": .string(agreement.itmo ?? ""),
            "start": Self.day(agreement.term?.start), "end": Self.day(agreement.term?.end),
            "plannedStart": Self.day(agreement.plannedStart),
            "lastSignature": Self.day(agreement.signatures.filter { !$0.void }.map(\.dated).max()),
            "parties": .list(agreement.parties.map(Self.party)),
            "foreignParties": .list(agreement.foreignParties.map(Self.party)),
            "signatures": .list(agreement.signatures.map(Self.signature)),
            "renewals": .int(Int64(agreement.renewals)), "text": Self.text(texts.last),
            "texts": .list(texts.map(Self.text)),
        ])
    }

    private var dossierValue: Value {
        let present = workflow.dossier.map(\.name).filter { agreement.dossier[$0] != nil }
        let missing = workflow.dossier.filter(\.required).map(\.name).filter { agreement.dossier[$0] == nil }
        let attachments = agreement.documents.map(\.kind).uniqued()
        return .object([
            "complete": .bool(missing.isEmpty), "missing": .list(missing.map(Value.string)),
            "present": .list(present.map(Value.string)), "attachments": .list(attachments.map(Value.string)),
        ])
    }

    private var measuresValue: Value {
        let targets = Set(agreement.parties.flatMap { [$0.id, $0.country] })
        let kinds = facts.measures.filter { $0.holds(at: now) && targets.contains($0.target) }.map(\.kind)
        return .object([
            "forbidNew": .bool(kinds.contains(.noNew)), "flagged": .bool(!kinds.isEmpty),
            "kinds": .list(kinds.map(\.rawValue).uniqued().map(Value.string)),
        ])
    }

    /// The children of the states that the process is in now.
    private var children: [Process] { process.map { agreement.children(of: $0.path) } ?? [] }
}

extension Bindings {
    private static func day(_ day: Day?) -> Value { .string(day?.description ?? "") }

    private static func party(_ party: Party) -> Value {
        .object([
            "id": .string(party.id), "name": .string(party.name), "country": .string(party.country),
            "kind": .string(party.kind.rawValue), "home": .bool(party.home),
            "epscp": .bool(party.kind == .epscp),
        ])
    }

    private static func signature(_ signature: Signature) -> Value {
        .object([
            "party": .string(signature.party), "person": .string(signature.person.description),
            "capacity": .string(signature.capacity), "dated": day(signature.dated),
            "sha256": .string(signature.sha256), "void": .bool(signature.void),
        ])
    }

    private static func text(_ document: Document?) -> Value {
        .object([
            "version": .int(Int64(document?.version ?? 0)), "sha256": .string(document?.sha256 ?? ""),
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
