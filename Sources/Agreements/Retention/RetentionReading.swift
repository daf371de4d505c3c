/// Sorts what is kept of a closed file under the rules of retention.
///
/// Pure. What a process or an act recorded belongs to the rule that names it, everything else to that of
/// signed or unsigned files. Reasons of visas and eliminations are never listed: they tell why the rest is gone; nor
/// is that of the act by which a life was given up.
package struct RetentionReading {
    private let agreement: Agreement
    private let rules: [RetentionRule]
    private let closedOn: Day
    /// The states of the life whose entry is a visa for all: see ``Agreement/isGivenUp(_:)``.
    private let ends: Set<String>
    private let calendar: BusinessCalendar
    private var values: [Identifier<ErasableValue>: String] = [:]
    private var documents: [Document.ID: String] = [:]

    /// - Parameters:
    ///   - events: all of the agreement's.
    ///   - workflow: that of the agreement.
    ///   - closedOn: the day from which periods count.
    package init(
        of agreement: Agreement, _ events: [Event], workflow: Workflow, rules: [RetentionRule],
        closedOn: Day, calendar: BusinessCalendar
    ) {
        self.agreement = agreement
        self.rules = rules
        self.closedOn = closedOn
        ends = Set(workflow.roles("eliminatedIn", default: []))
        self.calendar = calendar
        for event in events where !isAccount(event) { sort(event) }
    }

    /// What is there, by rule; rules under which nothing is left are not listed.
    package func items(of stock: ErasableStock) -> [RetentionItem] {
        rules.compactMap { rule in
            let kept = stock.values.filter { values[$0] == rule.code }.sorted()
            let files = stock.documents.filter { documents[$0] == rule.code }.sorted()
            guard !kept.isEmpty || !files.isEmpty else { return nil }
            return RetentionItem(
                rule: rule, agreement: agreement.id, since: closedOn.adding(rule.period, calendar: calendar),
                values: kept, documents: files, isApproved: isApproved(kept, files), isHeld: agreement.isHeld)
        }
    }

    private static let accounts: Set<String> = ["elimination_approved", "values_eliminated"]

    private func isAccount(_ event: Event) -> Bool {
        let entered = Set(event.toState).subtracting(event.fromState)
        return Self.accounts.contains(event.type)
            || event.process == "life" && !ends.isDisjoint(with: entered)
    }

    private func isApproved(_ values: [Identifier<ErasableValue>], _ documents: [Document.ID]) -> Bool {
        let approvals = agreement.approvals ?? []
        guard ends.isDisjoint(with: agreement.state) else { return true }
        return Set(values).isSubset(of: approvals.flatMap(\.values))
            && Set(documents).isSubset(of: approvals.flatMap(\.documents))
    }

    private mutating func sort(_ event: Event) {
        let special = rule(naming: event)
        let code = special ?? rules.first { $0.what.contains(whole) }?.code
        for value in event.payload.erasableValues { values[value] = code }
        for case .documentAdded(let document) in event.payload.changes { documents[document.id] = code }
        guard let special else { return }
        // A document that the process or act speaks of is its own, whoever filed it.
        for text in event.payload.input.values.compactMap(\.text) {
            if let id = Document.ID(text), documents[id] != nil { documents[id] = special }
        }
    }

    private var whole: RetentionRule.Matter { agreement.wasSigned ? .signedFile : .unsignedFile }

    private func rule(naming event: Event) -> String? {
        let process = agreement.processes[event.process]?.definition ?? ""
        return rules.first { $0.what.contains(.process(process)) || $0.what.contains(.act(event.type)) }?.code
    }
}

extension Payload {
    /// The ids of the erasable values that it refers to.
    package var erasableValues: [Identifier<ErasableValue>] {
        let written = changes.flatMap { change -> [ValueReference] in
            if case .dossier(let fields) = change { Array(fields.values) } else { [] }
        }
        return input.values.compactMap { $0["value"]?.text.flatMap(Identifier<ErasableValue>.init) }
            + written.map(\.id)
    }
}
