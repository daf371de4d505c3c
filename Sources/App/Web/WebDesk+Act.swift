package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// The form of an act; nil where the file has no such act in its present state.
    package func form(_ name: ActName, of file: String, _ visitor: Visitor) async throws -> ActForm? {
        try await answering { try await ownForm(name, of: file, visitor) }
    }

    private func ownForm(_ name: ActName, of file: String, _ visitor: Visitor) async throws -> ActForm? {
        guard let agreement = try await agreement(file, visitor),
            try await permits(name.process, of: agreement, visitor)
        else { return nil }
        let desk = desk(visitor)
        let report = try await desk.report(on: agreement.id, for: visitor.person)
        let why = report.why(asker: visitor.person, randomness: installation.randomness)
        guard let answer = why.acts.first(where: { $0.act == name.event && $0.process == name.process })
        else {
            return nil
        }
        let workflow = try await desk.workflow(of: agreement)
        let transitions = workflow.transitions(of: name, in: agreement)
        let sight = try await sight(of: agreement, visitor)
        guard sight.sees(answer, of: workflow) else { return nil }
        let choices = ActChoices(
            agreement: agreement, workflow: workflow, desk: desk,
            names: try await nameable(by: visitor, desk), bodies: try await Self.bodies(desk),
            today: zone.day(of: why.now), sight: sight,
            givers: try await givers(of: agreement, visitor),
            isByLink: visitor.notice != nil)
        let text = agreement.texts(of: workflow.textOwner(of: name.process, in: agreement)).last
        let isSigned = agreement.processes[name.process].flatMap {
            workflow.processes[$0.definition]?.isSigned
        }
        let paper = try await answer.refusal == nil ? choices.paper(of: transitions) : nil
        var form = ActForm(
            file: agreement.reference ?? agreement.id.description, reference: agreement.reference,
            subject: try await desk.dossier(of: agreement)["acronym"]?.text, act: name,
            title: answer.title?.printed ?? LocalizedText(fr: name.event, en: name.event),
            about: ProcessTitle(agreement: agreement, workflow: workflow, zone: zone).text(name.process),
            revision: agreement.revision, fields: try await choices.fields(of: transitions),
            asksReason: transitions.contains(where: \.reasonRequired),
            asksProof: transitions.contains(where: \.binds),
            principals: answer.onBehalfOf.map { [Self.choice($0)] } ?? [],
            refusal: (answer.refusal
                ?? report.standingRefusal(
                    of: name.event, in: name.process, randomness: installation.randomness))?.printed,
            texts: Self.isAboutText(transitions, isSigned) ? text.map { [Self.spelled($0)] } ?? [] : [],
            textHash: text?.sha256,
            paper: paper)
        form.uploads = Self.uploads(of: transitions, in: workflow)
        if transitions.allSatisfy({ $0.input.isEmpty && !$0.reasonRequired }) {
            form.done = DoneBefore(
                agreement: agreement, workflow: workflow,
                history: try await desk.history(agreement.id.description).map(\.event), sight: sight,
                zone: zone
            ).text(of: name)
        }
        form.asked = try await asked(name, of: agreement, workflow, sight, visitor)
        form.signing = try await signing(name, of: agreement, workflow, desk, choices)
        return form
    }

    /// Every field of an act that asks for a document, each once.
    static func uploads(of transitions: [TransitionDefinition], in workflow: Workflow) -> [ActForm.Upload] {
        var uploads: [ActForm.Upload] = []
        for field in transitions.flatMap(\.input)
        where field.asksDocument && !uploads.contains(where: { $0.field == field.name }) {
            uploads.append(
                ActForm.Upload(field.name, workflow.label(ofInput: field.name), isNeeded: field.required))
        }
        return uploads
    }

    /// Why the step of an act was asked for; of one who came by a link nothing is told.
    private func asked(
        _ name: ActName, of agreement: Agreement, _ workflow: Workflow, _ sight: FileSight, _ visitor: Visitor
    ) async throws -> String? {
        guard visitor.notice == nil, let process = agreement.processes[name.process],
            let definition = workflow.processes[process.definition]
        else { return nil }
        let states = definition.states(of: name.event).filter(definition.isAskedWithReason)
        guard !states.isEmpty else { return nil }
        let history = try await desk(visitor).history(agreement.id.description)
        return StepReasons(history: history, sight: sight).reason(in: name.process, into: states)
    }

    /// What is signed in the process of an act; nil where nothing is.
    private func signing(
        _ name: ActName, of agreement: Agreement, _ workflow: Workflow, _ desk: CommandDesk,
        _ choices: ActChoices
    ) async throws -> ActForm.Signing? {
        guard let process = agreement.processes[name.process],
            workflow.processes[process.definition]?.isSigned ?? false,
            let text = agreement.texts(of: workflow.textOwner(of: name.process, in: agreement)).last
        else { return nil }
        let dossier = try await desk.dossier(of: agreement)
        let french = dossier["titleFr"]?.text ?? dossier["titleEn"]?.text
        let title = french.map { LocalizedText(fr: $0, en: dossier["titleEn"]?.text ?? $0) }
        let isRead = choices.sight.sees(text, givenBy: choices.givers[text.id])
        let file = Self.path(agreement.reference ?? agreement.id.description)
        let party = process.item["party"]?["name"]?.text ?? process.item["party"]?["id"]?.text
        let signs = workflow.transitions(of: name, in: agreement).contains(where: \.signs)
        return ActForm.Signing(
            title: choices.sight.seesContents || isRead ? title ?? workflow.title : workflow.title,
            path: isRead ? "\(file)/documents/\(text.id)" : nil, party: signs ? party ?? "–" : nil,
            role: signs ? RoleTitles.name("SIG") : nil)
    }

    /// Whether a text is weighed by an act: it is named, signed, agreed to or decided on.
    static func isAboutText(_ transitions: [TransitionDefinition], _ isSigned: Bool?) -> Bool {
        isSigned ?? false || transitions.contains { $0.binds || $0.input.contains { $0.name == textField } }
    }

    private static func choice(_ holder: Why.Holder) -> FormChoice {
        let name = holder.name ?? holder.person.description
        return FormChoice(holder.person.description, LocalizedText(fr: name, en: name))
    }

    private static func spelled(_ text: Document) -> LocalizedText {
        let kind = FieldTexts.documentKind(text.kind)
        let rest = " · v\(text.version) · SHA-256 \(text.sha256 ?? "–")"
        return LocalizedText(fr: kind.fr + rest, en: kind.en + rest)
    }

    /// Whom the visitor may name in a form: outsiders only people of their own organisation.
    private func nameable(by visitor: Visitor, _ desk: CommandDesk) async throws -> [Person.ID: String] {
        let people = try await desk.catalogue.people().filter { $0.person.active }
        let own = people.first { $0.person.id == visitor.person }?.person.organisation
        let seen = people.filter { visitor.notice == nil || (own != nil && $0.person.organisation == own) }
            // Who came by a link and names somebody names another.
            .filter { visitor.notice == nil || $0.person.id != visitor.person }
        return Dictionary(
            seen.compactMap { row in row.name.map { (row.person.id, $0) } }, uniquingKeysWith: { $1 })
    }

    private static func bodies(_ desk: CommandDesk) async throws -> [Person.ID: String] {
        Dictionary(
            try await desk.catalogue.people().compactMap { row in
                row.person.organisation.map { (row.person.id, "\($0)") }
            }, uniquingKeysWith: { $1 })
    }

    /// Does an act; the same request id does it once.
    package func act(_ order: ActRequest, of file: String, _ visitor: Visitor) async throws -> [LocalizedText]
    {
        try await answering {
            let order = try await keepingUploads(of: order, in: file, visitor)
            let (command, agreement) = try await command(order, of: file, visitor)
            let answer = try await desk(visitor).namingHolders(of: agreement.id) {
                try await installation.engine.submit(command)
            }
            return try await stages(of: answer, agreement, visitor)
        }
    }

    /// Keeps the documents that came with a form, and names each in the field that asks for it.
    private func keepingUploads(
        of order: ActRequest, in file: String, _ visitor: Visitor
    ) async throws -> ActRequest {
        guard !order.uploads.isEmpty else { return order }
        let (agreement, fields) = try await place(of: order.act, in: file, visitor)
        var order = order
        order.uploads.removeAll { upload in
            !fields.contains { $0.name == upload.field && $0.asksDocument }
        }
        let step = try await step(visitor)
        let keeping = order.uploads.enumerated().map { index, upload in
            var command = Self.keeping(upload, of: order, on: agreement.id, visitor)
            // After the first one the documents themselves are the file's last change.
            command.expectedRevision = index == 0 ? order.revision : nil
            command.step = step
            return command
        }
        let workflow = try await desk(visitor).workflow(of: agreement)
        try await check(order, fields, in: workflow, after: keeping, visitor)
        for (upload, command) in zip(order.uploads, keeping) {
            let answer = try await installation.engine.submit(command)
            let event = try await catalogue(visitor).additions(to: agreement.id).first {
                $0.seq == answer.seq
            }
            order.values[upload.field] = event.flatMap { [$0].documentGivers.keys.first }?.description
        }
        if !keeping.isEmpty { order.revision = nil }
        return order
    }

    private static func keeping(
        _ upload: ActRequest.Upload, of order: ActRequest, on agreement: Agreement.ID, _ visitor: Visitor
    ) -> Command {
        let document = NewDocument(
            kind: FittingDocuments.kind(ofUpload: upload.field), fileName: upload.fileName,
            bytes: upload.bytes)
        return Command(
            requestID: "\(order.requestID)/file/\(upload.field)", agreement: agreement,
            actor: .person(visitor.person), channel: .page, expectedRevision: nil,
            body: .addDocument(document))
    }

    /// Refuses an act before its documents are kept: the file holds nothing of what was refused.
    private func check(
        _ order: ActRequest, _ fields: [InputField], in workflow: Workflow, after keeping: [Command],
        _ visitor: Visitor
    ) async throws {
        let refusal = try await installation.engine.refusal(adding: keeping) { agreement, documents in
            var order = order
            for (upload, document) in zip(order.uploads, documents) {
                order.values[upload.field] = document.description
            }
            order.revision = nil
            var command = try command(order, fields, in: workflow, on: agreement, visitor)
            command.step = keeping.first?.step
            return command
        }
        if let refusal { throw refusal }
    }

    /// What ``act(_:of:_:)`` answered to this very request before; nil where it did not.
    package func earlier(
        _ order: ActRequest, of file: String, _ visitor: Visitor
    ) async throws -> [LocalizedText]? {
        try await answering {
            let (command, agreement) = try await command(order, of: file, visitor)
            guard let answer = try await installation.engine.answer(to: command) else { return nil }
            return try await stages(of: answer, agreement, visitor)
        }
    }

    private func command(
        _ order: ActRequest, of file: String, _ visitor: Visitor
    ) async throws -> (Command, Agreement) {
        let (agreement, fields) = try await place(of: order.act, in: file, visitor)
        let workflow = try await desk(visitor).workflow(of: agreement)
        var command = try command(order, fields, in: workflow, on: agreement, visitor)
        command.step = try await step(visitor)
        return (command, agreement)
    }

    /// What was typed on the screen, where one signs in one's own name, today.
    ///
    /// - Throws: ``FormProblem`` with each value that cannot be read, or is of another choice.
    private func command(
        _ order: ActRequest, _ fields: [InputField], in workflow: Workflow, on agreement: Agreement,
        _ visitor: Visitor
    ) throws -> Command {
        var order = order
        if fields.contains(where: { $0.name == Self.levelField }) {
            for name in Self.knownOnScreen { order.values[name] = nil }
        }
        try ChoiceParts(workflow.transitions(of: order.act, in: agreement), in: workflow)
            .check(changed(order.values, fields, agreement), in: workflow)
        return try command(order, fields, level: Self.screenLevel, on: agreement, visitor)
    }

    /// The stages that an answer names, without those that tell what the visitor may not know.
    private func stages(
        of answer: Answer, _ agreement: Agreement, _ visitor: Visitor
    ) async throws -> [LocalizedText] {
        let life = try await desk(visitor).workflow(of: agreement).processes["life"]
        let sight = try await sight(of: agreement, visitor)
        return answer.state.filter { sight.sees(state: $0, in: "life") }
            .map { life?.states[$0]?.title ?? LocalizedText(fr: $0, en: $0) }
    }

    /// The file of an act with the fields that its definition asks for.
    func place(
        of act: ActName, in file: String, _ visitor: Visitor
    ) async throws -> (Agreement, [InputField]) {
        guard let agreement = try await agreement(file, visitor),
            try await permits(act.process, of: agreement, visitor)
        else { throw Refusal.unknownAgreement(file) }
        let workflow = try await desk(visitor).workflow(of: agreement)
        return (agreement, workflow.transitions(of: act, in: agreement).flatMap(\.input))
    }

    /// - Parameter level: how strong the evidence is, where the way in or the paper says it.
    /// - Throws: ``FormProblem`` with each value that cannot be read.
    func command(
        _ order: ActRequest, _ fields: [InputField], level: String?, on agreement: Agreement,
        _ visitor: Visitor
    ) throws -> Command {
        let act = Act(
            order.act.event, process: order.act.process,
            input: try read(changed(values(of: order, fields, level: level), fields, agreement), as: fields),
            reason: order.reason, recorded: nil)
        let actor: Command.Actor =
            order.principal.map { .delegate(visitor.person, of: $0) } ?? .person(visitor.person)
        try checkDocuments(act.input, fields, agreement)
        return Command(
            requestID: order.requestID, agreement: agreement.id, actor: actor, channel: .page,
            expectedRevision: order.revision, body: .act(act))
    }

    /// - Throws: ``FormProblem`` for a document of a kind that its field does not take.
    private func checkDocuments(
        _ input: [String: JSON], _ fields: [InputField], _ agreement: Agreement
    ) throws {
        for field in fields where field.asksDocument {
            guard let id = input[field.name]?.text.flatMap(Document.ID.init),
                let document = agreement.documents.first(where: { $0.id == id }),
                !FittingDocuments.kinds(of: field.name).contains(document.kind)
            else { continue }
            throw FormProblem([field.name: UnreadableValue.choice.text])
        }
    }

    /// What was typed, with what the page knows better: the text shown, and how strong the evidence is.
    private func values(of order: ActRequest, _ fields: [InputField], level: String?) -> [String: String] {
        var values = order.values
        let names = Set(fields.map(\.name))
        if names.contains(Self.textField), values[Self.textField] == nil {
            values[Self.textField] = order.textHash
        }
        if let level, names.contains(Self.levelField) { values[Self.levelField] = level }
        return values
    }

    /// Without what stands as it was, in fields that would change it by being there.
    private func changed(
        _ values: [String: String], _ fields: [InputField], _ agreement: Agreement
    ) -> [String: String] {
        let inForce = InForce(agreement: agreement, names: [:])
        var changed = values
        for field in fields where !field.required && inForce.present(field) == values[field.name] {
            changed[field.name] = nil
        }
        return changed
    }

    /// Fields of acts that sign.
    static let textField = "sha256"
    static let levelField = "level"
    static let scanField = "scan"
    /// What says nothing more than the sign that was given on the screen.
    static let knownOnScreen = ["signatory", "dated", "received"]
    private static let screenLevel = "simple"

    /// What was typed, as the kinds that the definition asks for.
    ///
    /// - Throws: ``FormProblem`` with each value that cannot be read.
    func read(_ values: [String: String], as fields: [InputField]) throws -> [String: JSON] {
        let kinds = Dictionary(fields.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
        var (read, problems) = ([String: JSON](), [String: LocalizedText]())
        for (name, text) in values {
            guard let kind = kinds[name] else { continue }
            do { read[name] = try json(text, as: kind) } catch let problem as UnreadableValue {
                problems[name] = problem.text
            }
        }
        guard problems.isEmpty else { throw FormProblem(problems) }
        return read
    }

    /// A typed value of a kind.
    func json(_ text: String, as kind: InputField.Kind) throws -> JSON {
        switch kind {
        case .integer:
            guard let number = WholeNumber(typed: text) else { throw UnreadableValue.number }
            return .integer(number.value)
        case .flag: return .bool(text == "true")
        case .day:
            guard let day = try? Day(parsing: text) else { throw UnreadableValue.day }
            return .string(day.description)
        case .instant:
            do { return .string(try LegalTimeText(zone).instant(text, "").description) } catch {
                throw UnreadableValue.moment
            }
        case .organisations: return .array(text.split(separator: ",").map { .string(String($0)) })
        case .text, .person, .candidate, .document, .party, .organisation, .call, .choice:
            return .string(text)
        }
    }
}

/// Why a typed value cannot be read.
enum UnreadableValue: Error {
    case number, day, moment, choice, line

    var text: LocalizedText {
        switch self {
        case .number: JSON.wholeNumberRule
        case .day:
            LocalizedText(
                fr: "une date qui existe, comme 2016-12-31", en: "a date that exists, such as 2016-12-31")
        case .moment:
            LocalizedText(
                fr: "une date et une heure, comme 2016-06-15T17:00",
                en: "a date and a time, such as 2016-06-15T17:00")
        case .choice: LocalizedText(fr: "une des valeurs proposées", en: "one of the values offered")
        case .line: LocalizedText(fr: "à écrire autrement", en: "to be written in another way")
        }
    }
}

extension Workflow {
    /// The transitions of an act in a process of an agreement.
    func transitions(of act: ActName, in agreement: Agreement) -> [TransitionDefinition] {
        guard let process = agreement.processes[act.process], let definition = processes[process.definition]
        else {
            return []
        }
        return definition.transitions.values.filter { $0.event == act.event }.sorted { $0.label < $1.label }
    }
}

extension ProcessDefinition {
    /// Whether it is the signing of a text by a party.
    var isSigned: Bool { transitions.values.contains(where: \.signs) }
}

extension TransitionDefinition {
    /// Whether it records a signature.
    var signs: Bool { actions.contains { if case .signature = $0 { true } else { false } } }

    /// Whether it decides or signs for the institution or a party.
    var binds: Bool { by.contains { ["DG", "SIG", "FSD"].contains($0.role) } }
}
