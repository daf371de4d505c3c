package import Agreements

/// Commands on a file of the laboratory, sensible and senseless, from a seed.
package struct RandomCommands {
    private var random: SplitMix64
    /// Acts that end a file early; they are drawn seldom, so that files grow old.
    private static let endings: Set<String> = [
        "discard", "withdraw", "abandon", "reject", "decline", "terminate", "recall", "refuse_signature",
        "send_back",
        "refuse", "redo_translation", "return_text", "recuse", "ask",
    ]

    /// Commands that the same seed gives again.
    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// True in so many of a hundred cases.
    package mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 1...100, using: &random) <= percent
    }

    /// A command on a file that follows `workflow`, at the instant of `facts`; most are possible there.
    package mutating func next(
        for agreement: Agreement?, _ workflow: Workflow, _ facts: Facts
    ) -> (Command.Body, Command.Actor) {
        switch Int.random(in: 1...100, using: &random) {
        case 1...5:
            (
                .edit([any(["acronym", "keywords", "restrictedZone", "nothing"]): any(["A", "", .null, 1])]),
                .person(anybody())
            )
        case 6...14:
            (
                .addDocument(document(for: agreement, workflow)),
                .person(chance(60) ? Laboratory.people[any([0, 12, 13])] : anybody())
            )
        case 15...17:
            (
                .tell(
                    event: any([
                        "call.extended", "measure.changed", "delegation.changed", "framework.ended",
                        "nonsense",
                    ])),
                .system(cause: "call")
            )
        default: act(on: agreement, workflow, facts)
        }
    }

    /// How long until the next command; now and then an outage.
    package mutating func pause() -> Int64 {
        let hours =
            chance(2) ? Int64.random(in: 1...4_000, using: &random) : Int64.random(in: 0...96, using: &random)
        return hours * 3_600_000
    }

    /// The revision that the sender saw: mostly none is named, now and then an old one.
    package mutating func seen(of agreement: Agreement) -> Int? {
        switch Int.random(in: 1...100, using: &random) {
        case 1...10: agreement.revision
        case 11...15: max(0, agreement.revision - Int.random(in: 1...3, using: &random))
        default: nil
        }
    }

    private mutating func any<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func anybody() -> Person.ID { any(Laboratory.people) }

    private mutating func document(for agreement: Agreement?, _ workflow: Workflow) -> NewDocument {
        var document = NewDocument(
            kind: any(["partner_letter", "text", "text", "text", "scan"]), fileName: "a.txt",
            bytes: [UInt8.random(in: 0...3, using: &random)])
        let owners = (agreement?.processes.values.map { $0 } ?? []).filter {
            $0.status == .active && workflow.processes[$0.definition]?.ownsText ?? false
        }
        if document.kind == "text", !owners.isEmpty, chance(60) {
            document.process = any(owners.map(\.path).sorted())
        }
        return document
    }

    private mutating func act(
        on agreement: Agreement?, _ workflow: Workflow, _ facts: Facts
    ) -> (Command.Body, Command.Actor) {
        guard let agreement, let (process, transition) = transition(in: agreement, workflow)
        else { return (.act(Act("nothing")), .person(anybody())) }
        let holders = transition.by.flatMap {
            Roster(agreement, facts: facts).holders(of: $0, in: process, at: facts.now)
        }
        let person = holders.isEmpty || chance(10) ? anybody() : any(holders)
        var act = Act(
            transition.event, process: chance(90) ? process.path : nil,
            input: input(transition, agreement, facts),
            reason: chance(85) ? "why" : nil)
        if chance(10) {
            let dated = facts.zone.day(of: facts.now).adding(
                days: Int.random(in: -20...1, using: &random))
            act.recorded = RecordedAct(person: person, documentDate: dated, document: nil)
            return (.act(act), .person(Laboratory.people[3]))
        }
        let delegate = facts.delegations.first { $0.grantor == person }
        return (
            .act(act),
            delegate.map { chance(30) ? .delegate($0.grantee, of: person) : .person(person) }
                ?? .person(person)
        )
    }

    private mutating func transition(
        in agreement: Agreement, _ workflow: Workflow
    ) -> (Process, TransitionDefinition)? {
        let running = agreement.processes.values.filter { $0.status == .active }.sorted { $0.path < $1.path }
        let isSenseless = chance(8)
        let offers = running.flatMap { process in
            (workflow.processes[process.definition]?.transitions.values).map(Array.init)?
                .filter { offer in
                    !offer.by.isEmpty
                        && (isSenseless || process.configuration.contains { offer.label.hasPrefix("\($0)/") })
                }
                .sorted { $0.label < $1.label }.map { (process, $0) } ?? []
        }
        let sober = chance(1) ? offers : offers.filter { !Self.endings.contains($0.1.event) }
        return sober.isEmpty ? nil : any(sober)
    }

    private mutating func input(
        _ transition: TransitionDefinition, _ agreement: Agreement, _ facts: Facts
    ) -> [String: JSON] {
        var input: [String: JSON] = [:]
        for field in transition.input where field.required ? !chance(2) : chance(15) {
            input[field.name] = value(field, agreement, facts)
        }
        if chance(2) { input["unknown"] = "x" }
        return input
    }

    private mutating func value(_ field: InputField, _ agreement: Agreement, _ facts: Facts) -> JSON {
        guard !chance(2) else { return any([.null, "", "a\0", 7, true, "2015-02-29", .array([])]) }
        return switch field.kind {
        case .text: .string(any(["a", "b"]))
        case .integer: .integer(Int64.random(in: 1...20, using: &random))
        case .flag: .bool(chance(80))
        case .day:
            .string(
                facts.zone.day(of: facts.now).adding(days: Int.random(in: -3...1, using: &random)).description
            )
        case .instant: .string(facts.now.description)
        case .person, .candidate: .string(any(Array(Laboratory.people[6...8]) + [anybody()]).description)
        case .document: .string(agreement.documents.isEmpty ? "x" : any(agreement.documents).id.description)
        case .party: .string(any(agreement.parties.map(\.id) + ["kyoto"]))
        case .organisation: .string(Laboratory.paris.id)
        case .organisations: [.string(Laboratory.paris.id), "kyoto"]
        case .call: .string(House.call.id.description)
        case .choice(let choices): .string(any(choices))
        }
    }
}
