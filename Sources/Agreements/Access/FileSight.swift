import Statechart

/// What one person may see of one file: the answer of the matrix to every page.
package struct FileSight: Sendable {
    /// What the person may see.
    package let matters: Set<Matter>
    /// What the person may see of a round that is not decided.
    private let mattersBefore: Set<Matter>
    /// The paths of the rounds that go on.
    private let rounds: [String]
    private let agreement: Agreement
    private let person: Person.ID
    /// The processes whose texts the person is asked to agree or sign for a body that is no party.
    private let askedTexts: Set<String>

    /// - Parameter roles: those by which the person sees the file now.
    package init(of agreement: Agreement, for person: Person.ID, holding roles: Set<String>) {
        (self.agreement, self.person) = (agreement, person)
        let reading = agreement.mayRead(person) ? roles : roles.subtracting([SightMatrix.undeclared.role])
        matters = SightMatrix.matters(
            for: reading, isDraft: agreement.isDraft, isDecided: agreement.isDecided)
        mattersBefore = SightMatrix.matters(for: reading, isDraft: agreement.isDraft)
        rounds = agreement.processes.values.filter {
            $0.status == .active && SightMatrix.rounds.contains($0.definition)
        }.map(\.path)
        askedTexts = agreement.askedTexts(of: roles)
    }

    /// Whether the person may see a matter.
    package func sees(_ matter: Matter) -> Bool { matters.contains(matter) }

    /// Whether the person reads a text because a body that is no party is asked to agree or sign it.
    package var isAsked: Bool { !askedTexts.isEmpty }

    /// Whether the person may read what people wrote, beside who and when.
    package var seesContents: Bool { sees(.dossier) || sees(.texts) }

    /// Whether it may be told that a state of a process is active, or was.
    package func sees(state: String, in path: String) -> Bool {
        Matter.told(byState: state, of: definition(of: path)).map(sees) ?? true
    }

    /// Whether an event that nobody did may be named, as the end of a silence.
    package func sees(event: String) -> Bool { Matter.told(byEvent: event).map(sees) ?? true }

    /// Whether a refusal for security stands, and may be told.
    package var seesBlock: Bool { sees(.securityFlag) && agreement.isBlockedForSecurity }

    /// Whether the person may read a field of the dossier.
    package func sees(field: String) -> Bool { !matters.isDisjoint(with: Matter.told(byField: field)) }

    /// Whether those who hold a role here may be named.
    package func sees(holdersOf role: String) -> Bool {
        !Matter.told(byRole: role).contains(.reviewers) || sees(.reviewers)
    }

    /// Whether the person may open a document; its own giver always may.
    ///
    /// - Parameter giver: by what right it was added; nil when that is not known.
    package func sees(_ document: Document, givenBy giver: Authority?) -> Bool {
        guard giver?.actor != person.description else { return true }
        let definition = document.process.map(definition(of:)) ?? "life"
        var told = Matter.told(byRole: giver?.role).union(Matter.definitions[definition] ?? [])
        told.insert(Matter.told(byDocument: document.kind, givenBy: giver?.role))
        if isAsked(about: document) { told.remove(.texts) }
        if Matter.told(byState: "", of: definition) != nil { told.insert(.securityReason) }
        // What is said, not by whom.
        let isOpen = told.contains(.reviews) && isReviewer(giver?.actor)
        return told.subtracting([.reviewers]).isSubset(of: isOpen ? mattersBefore : matters)
    }

    /// Whether the person may read what a document's giver called it: of a reviewer it may hold the name.
    package func sees(nameOf document: Document, givenBy giver: Authority?) -> Bool {
        giver?.actor == person.description || sees(.reviewers)
            || !Matter.told(byRole: giver?.role).contains(.reviewers)
    }

    /// Whether somebody has a part of their own in a round that goes on.
    private func isReviewer(_ actor: String?) -> Bool {
        guard let actor else { return false }
        return agreement.processes.values.contains {
            isInRound($0.path) && $0.person?.description == actor
        }
    }

    private func isInRound(_ path: String) -> Bool {
        rounds.contains { path == $0 || path.hasPrefix("\($0)/") }
    }

    /// A newcomer signs an amendment on sight of the consolidated text.
    private func isAsked(about document: Document) -> Bool {
        switch document.kind {
        case Document.textKind: askedTexts.contains(document.process ?? "life")
        case Document.consolidatedKind:
            askedTexts.contains { $0 != "life" }
                && agreement.documents.last { $0.kind == document.kind }?.id == document.id
        default: false
        }
    }

    /// Whether an act may be named to the person: it is theirs, or tells nothing that they may not know.
    ///
    /// - Parameter isTheirs: whether they have the right to it, whatever its conditions say.
    package func sees(act: String, in path: String, of workflow: Workflow, isTheirs: Bool) -> Bool {
        guard !isTheirs, let process = agreement.processes[path],
            let definition = workflow.processes[process.definition]
        else { return true }
        let transitions = definition.acts(act, in: process)
        let isHidden = transitions.allSatisfy { transition in
            !sees(state: definition.chart.id(transition.source), in: path)
        }
        let roles = transitions.flatMap { $0.condition?.by ?? [] }.map { Matter.told(byRole: $0.role) }
        let common = roles.dropFirst().reduce(roles.first ?? []) { $0.intersection($1) }
        let told = common.union(Matter.acts[act] ?? []).union(Matter.definitions[process.definition] ?? [])
        return !isHidden && told.isSubset(of: matters)
    }

    /// What of an event is shown; nil where not even that it happened.
    ///
    /// - Parameter isBarred: whether a refusal for security stood when it happened: then a decision's reason may tell of
    ///   it.
    package func part(of event: Event, whileBarred isBarred: Bool) -> EventPart? {
        guard event.authority.actor != person.description else { return .whole }
        let told = Matter.told(byRole: event.authority.role).union(Matter.acts[event.type] ?? [])
            .union(Matter.definitions[definition(of: event.process)] ?? [])
        let known = isInRound(event.process) ? mattersBefore : matters
        guard told.subtracting([.reviewers]).isSubset(of: known) else { return nil }
        let isNamed = !told.contains(.reviewers) || sees(.reviewers)
        let isSecret = event.isForSecurity || isBarred && event.authority.role == "DG"
        let mayRead = seesContents && (!isSecret || sees(.securityReason))
        var hidden = sees(.reviewers) ? [] : Matter.reviewerFields
        if event.isForSecurity, !sees(.securityFlag) { hidden.insert(Event.groundField) }
        return EventPart(
            showsActor: isNamed, showsReason: mayRead && isNamed, showsTexts: mayRead, hiddenFields: hidden)
    }

    private func definition(of path: String) -> String { agreement.processes[path]?.definition ?? path }
}

extension Agreement {
    /// Whether it is a proposal that was never sent, or is only being written: it has no reference, and nobody but its
    /// writers has a step in its life.
    package var isDraft: Bool {
        reference == nil
            && !tasks.contains { $0.process == "life" && !SightMatrix.draftWriters.contains($0.role.role) }
    }

    /// Whether a decision on the proposal was made.
    fileprivate var isDecided: Bool { SightMatrix.decisions.contains { doers[$0] != nil } }

    /// The processes whose texts are before those who speak, by these roles, for a body that is no party.
    fileprivate func askedTexts(of roles: Set<String>) -> Set<String> {
        Set(
            tasks.filter { task in
                task.role.of == .party
                    && (task.narrowedTo.map { roles.contains(SightMatrix.asked(for: $0)) } ?? false)
            }.map { textsAround($0.process) })
    }

    /// The nearest process around one that has texts of its own; else the life.
    private func textsAround(_ path: String) -> String {
        let around = sequence(first: path) { self.processes[$0]?.parent }
        return around.first { owner in documents.contains { $0.process == owner } } ?? "life"
    }

    /// Whether somebody who is asked as an expert declared to have no link, and did not turn out to have one.
    fileprivate func mayRead(_ person: Person.ID) -> Bool {
        processes.values.contains { process in
            process.definition == SightMatrix.undeclared.definition && process.person == person
                && !process.state.contains { $0.hasSuffix(".\(SightMatrix.undeclared.state)") }
                && !SightMatrix.voidReviews.contains(process.outcome ?? "")
        }
    }
}

extension Event {
    /// The value of an act that says why.
    fileprivate static let groundField = "ground"

    fileprivate var isForSecurity: Bool {
        payload.input[Self.groundField]?.text == Matter.securityGround
    }
}
