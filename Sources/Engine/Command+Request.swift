import Agreements
import Crypto

extension Command {
    /// What makes this request the same as an earlier one; nil for the machine's own that need no answer.
    var requestKey: RequestKey? {
        guard !requestID.isEmpty else { return nil }
        return RequestKey(
            actor: actorName, id: requestID, fingerprint: SHA256.hexadecimal(fingerprint.canonical))
    }

    private var actorName: String {
        switch actor {
        case .person(let person), .delegate(let person, _): person.description
        case .system(let cause): "system:\(cause)"
        }
    }

    private var fingerprint: JSON {
        var members: [String: JSON] = ["agreement": .string(agreement.description), "body": bodyFingerprint]
        if case .delegate(_, let of) = actor { members["on_behalf_of"] = .string(of.description) }
        return .object(members)
    }

    private var bodyFingerprint: JSON {
        switch body {
        case .propose(let proposal): proposal.fingerprint
        case .edit(let fields): ["edit": .object(fields)]
        case .addDocument(let document):
            [
                "document": .string(document.kind), "name": .string(document.fileName),
                "language": .string(document.language ?? ""),
                "bytes": .string(SHA256.hexadecimal(document.bytes)),
                "process": .string(document.process ?? ""),
            ]
        case .act(let act): act.fingerprint
        case .skipTimer(let timer, let reason):
            ["skip": .string(timer.description), "reason": .string(reason)]
        case .eliminate(let order): order.fingerprint
        case .approveElimination(let visa): visa.fingerprint
        case .serveTimers: "timers"
        case .migrate(let version): ["migrate": .string(version)]
        case .tell(let event): ["tell": .string(event)]
        case .tellHolders(let since): ["holders": .string(since.description)]
        }
    }

    /// The people whose authority is at stake, and those whom the input names.
    private var people: [Person.ID] {
        var named: [Person.ID] = []
        if case .act(let act) = body {
            named =
                [act.recorded?.person].compactMap(\.self)
                + act.input.values.compactMap { $0.text.flatMap(Person.ID.init) }
        }
        if case .propose(let proposal) = body, let paper = proposal.paper { named = [paper.person] }
        if case .eliminate(let order) = body { named = [order.recorded?.person].compactMap(\.self) }
        if case .approveElimination(let visa) = body { named = [visa.recorded?.person].compactMap(\.self) }
        let actors: [Person.ID] =
            switch actor {
            case .person(let person): [person]
            case .delegate(let person, let of): [person, of]
            case .system: []
            }
        return actors + named
    }

    func query(_ key: RequestKey?) -> SnapshotQuery {
        let proposal: Proposal? = if case .propose(let proposal) = body { proposal } else { nil }
        var query = SnapshotQuery(
            agreement: agreement, request: key, people: people, proposal: proposal, call: proposal?.call)
        switch body {
        case .eliminate, .approveElimination: query.wantsErasable = true
        default: break
        }
        if case .act(let act) = body { query.organisations = act.named }
        return query
    }

    /// The free text that a notice of this command may show.
    var reason: String? { if case .act(let act) = body { act.reason } else { nil } }
}

extension Act {
    /// The texts of its input that may be the id of an organisation.
    fileprivate var named: [String] {
        input.values.flatMap { $0.elements ?? [$0] }.compactMap(\.text).filter { $0.utf8.count <= 40 }
    }

    fileprivate var fingerprint: JSON {
        var members: [String: JSON] = ["act": .string(name), "input": .object(input)]
        members["process"] = process.map(JSON.string)
        members["reason"] = reason.map(JSON.string)
        if let recorded, let json = try? JSON(encoding: recorded) { members["recorded"] = json }
        return .object(members)
    }
}

extension Elimination {
    fileprivate var fingerprint: JSON {
        var members: [String: JSON] = ["reason": .string(reason)]
        switch scope {
        case .all: members["eliminate"] = "all"
        case .named(let values, let documents):
            members["eliminate"] = [
                "values": .array(values.sorted().map { .string($0.description) }),
                "documents": .array(documents.sorted().map { .string($0.description) }),
            ]
        }
        if let recorded, let json = try? JSON(encoding: recorded) { members["recorded"] = json }
        return .object(members)
    }
}

extension EliminationVisa {
    fileprivate var fingerprint: JSON {
        var members: [String: JSON] = [
            "approve": .string(retention), "since": .string(since.description), "reason": .string(reason),
            "values": .array(values.sorted().map { .string($0.description) }),
            "documents": .array(documents.sorted().map { .string($0.description) }),
        ]
        if let recorded, let json = try? JSON(encoding: recorded) { members["recorded"] = json }
        return .object(members)
    }
}

extension Proposal {
    fileprivate var fingerprint: JSON {
        guard let paper, case .object(var members) = digital else { return digital }
        members["paper"] = [
            "person": .string(paper.person.description), "dated": .string(paper.documentDate.description),
            "scan": .string(SHA256.hexadecimal(paper.scan.bytes)), "reason": .string(paper.reason),
        ]
        return .object(members)
    }

    private var digital: JSON {
        [
            "propose": .string(workflow), "call": .string(call?.description ?? ""),
            "unit": .string(unit ?? ""),
            "itmo": .string(itmo ?? ""), "start": .string(plannedStart?.description ?? ""),
            "parties": .array(parties.map(JSON.string)),
            "people": .array(
                people.map { ["role": .string($0.role), "person": .string($0.person.description)] }),
            "dossier": .object(dossier), "cites": .array(cites.map { .string($0.description) }),
            "labs": .array(
                labs.map {
                    [
                        "id": .string($0.id), "name": .string($0.name), "party": .string($0.party),
                        "head": .string($0.head.description),
                    ]
                }),
        ]
    }
}
