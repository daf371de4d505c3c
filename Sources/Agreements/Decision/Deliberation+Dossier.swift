extension Deliberation {
    /// Changes fields of the dossier; null removes a value.
    ///
    /// What says the same as before changes nothing and is told to nobody.
    mutating func edit(_ fields: [String: JSON]) throws(Refusal) {
        let principal = try principal()
        let editors = workflow.dossierEditors.map { RoleReference($0) }
        guard let right = right(of: principal, to: editors, in: nil) else {
            throw .notAuthorized("edit", roles: editors)
        }
        guard workflow.isDossierOpen(of: agreement) else {
            throw .notPossibleHere(
                MachineActs.words("edit"), state: agreement.state,
                here: workflow.words(ofStates: agreement.state, in: workflow.processes["life"]), possible: [])
        }
        try checkDossier(fields)
        let changed = fields.filter { name, value in
            value.saysNothing ? agreement.dossier[name] != nil : facts.dossier[name] != value
        }
        guard !changed.isEmpty else { return try note(.edited, principal, right, []) }
        let kept = changed.filter { !$0.value.saysNothing }.mapValues { keep($0) }
        let removed = changed.keys.filter { kept[$0] == nil }.sorted()
        try note(.edited, principal, right, [.dossier(fields: kept), .dossierRemoved(fields: removed)])
        pending.append(.tell(event: MachineEvent.dossierChanged.rawValue, cause: "document"))
    }

    /// Adds a document; a new text is heard by every process that depends on it.
    mutating func add(_ document: NewDocument) throws(Refusal) {
        let principal = try principal()
        let isText = document.kind == Document.textKind
        let owner = try textOwner(of: document)
        let right = try rightToAdd(document, principal)
        if isText { try checkText(of: owner) }
        let added = try keep(document, of: owner)
        try note(
            .documentAdded, principal, right, [.documentAdded(document: added)],
            hashes: [added.sha256].compactMap(\.self))
        guard isText else {
            return pending.append(.tell(event: MachineEvent.pieceAdded.rawValue, cause: "document"))
        }
        pending += [
            .tell(event: MachineEvent.textChanged.rawValue, cause: "document", under: owner),
            .voidOlder(under: owner),
        ]
    }

    /// A state may refuse new versions of its process's text, as it does an act, always or on a condition; an end takes none.
    private func checkText(of owner: String) throws(Refusal) {
        guard let process = agreement.processes[owner] else { return }
        guard process.status == .active else {
            throw .rule(
                "text_closed", fr: "Ce dont c’est le texte a pris fin : il ne change plus.",
                en: "What it is the text of has ended: it changes no more.")
        }
        let states = workflow.processes[process.definition]?.activeStates(of: process) ?? []
        let codes = states.compactMap { $0.refusals["add_text"] }
        if let code = codes.last { throw refusal(code, process.state) }
        let conditions = Guard(states.flatMap(\.textConditions))
        if let failed = conditions.standingFailure(with: bindings(for: owner)) {
            throw refusal(failed, process.state)
        }
    }

    /// Whatever the charts did about a new text of `owner`: what was signed on an older one counts no more.
    mutating func voidOlder(of owner: String) throws(Refusal) {
        let text = agreement.texts(of: owner).last?.sha256
        let older = agreement.signatures(on: owner).filter { !$0.void && $0.sha256 != text }
        guard !older.isEmpty else { return }
        let delivery = Delivery(.signaturesVoided, to: owner, authority: .system("document"))
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.processes[owner]?.state ?? [])
        for signature in older { record(.signatureVoided(seq: signature.seq), in: &draft) }
        try seal(draft)
    }

    /// The process whose text a document is a version of.
    private func textOwner(of document: NewDocument) throws(Refusal) -> String {
        guard let named = document.process else { return "life" }
        guard document.kind == Document.textKind, let process = latest(at: named),
            workflow.processes[process.definition]?.ownsText ?? false
        else {
            throw .badInput(
                "process",
                LocalizedText(
                    fr: "aucun processus en cours « \(named) » n’a un texte à lui",
                    en: "no running process \"\(named)\" has a text of its own"))
        }
        return process.path
    }

    /// Keeps the bytes of a document beside the events; the change that adds it is the caller's.
    mutating func keep(_ document: NewDocument, of owner: String = "life") throws(Refusal) -> Document {
        guard !document.bytes.isEmpty, document.bytes.count <= Self.documentMax else {
            throw .badInput("document", LocalizedText(fr: "de 1 octet à 25 Mio", en: "from 1 byte to 25 MiB"))
        }
        if let problem = document.fileName.problemAsName { throw .badInput("document", problem) }
        guard document.kind.isStorable, !document.kind.isEmpty,
            document.language?.isStorable ?? true
        else {
            throw .badInput(
                "document", LocalizedText(fr: "type illisible", en: "an unreadable kind"))
        }
        let salt = randomness.salt()
        let added = Document(
            id: randomness.identifier(), kind: document.kind, process: owner == "life" ? nil : owner,
            version: agreement.documents.filter {
                $0.kind == document.kind && ($0.process ?? "life") == owner
            }.count + 1,
            language: document.language,
            sha256: document.isHashed ? ErasableValue.hash(of: document.bytes) : nil,
            saltedHash: document.isHashed ? nil : ErasableValue.hash(of: salt + document.bytes),
            size: document.bytes.count, addedAt: now)
        documents.append(.init(id: added.id, fileName: document.fileName, salt: salt, bytes: document.bytes))
        return added
    }

    /// 25 MiB.
    static let documentMax = 25 * 1_048_576

    private func rightToAdd(_ document: NewDocument, _ principal: Principal) throws(Refusal) -> Right {
        if document.kind == Document.textKind {
            let editors = workflow.roles("textEditors", default: ["DAJ", "INT", "DR"]).map {
                RoleReference($0)
            }
            guard let right = right(of: principal, to: editors, in: nil) else {
                throw .notAuthorized("add_text", roles: editors)
            }
            return right
        }
        let roles = roster.roles(of: principal.person, at: now)
        // Who may not read a proposal that is only being written adds nothing to it.
        let adding = agreement.isDraft ? roles.filter(SightMatrix.draftReaders.contains) : roles
        guard let role = adding.first else {
            throw .notAuthorized("add_document", roles: [])
        }
        return Right(role: role, delegation: nil)
    }

    /// Records an act that moves no chart.
    private mutating func note(
        _ type: MachineEvent, _ principal: Principal, _ right: Right, _ changes: [Change],
        hashes: [String] = []
    ) throws(Refusal) {
        var delivery = Delivery(type, to: "life", authority: authority(principal, right))
        delivery.requestID = command.requestID
        delivery.documentHashes = hashes
        var draft = Draft(delivery, seq: agreement.seq + 1, from: agreement.state)
        for change in changes { record(change, in: &draft) }
        for person in principal.doers { record(.did(act: type.rawValue, person: person), in: &draft) }
        try seal(draft)
    }
}

extension NewDocument {
    /// Whether it is a text put to approval or signature, or the paper of one: named by its plain hash.
    var isHashed: Bool { [Document.textKind, "scan"].contains(kind) }
}
