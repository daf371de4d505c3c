package import Agreements
package import Engine
import Storage

extension CommandDesk {
    /// What is due under the rules of retention that hold today, by file, mails and the access log last.
    ///
    /// It reads the events of every closed file that still holds something. What stays for ever is listed, too.
    package func retention(of code: String? = nil) async throws -> [RetentionLine] {
        let (rules, today) = try await retentionRules()
        let files = try await lines(of: try await catalogue.erasableFiles(), rules, today)
        return (files + (try await logLines(rules, today))).filter { code == nil || $0.rule.code == code }
    }

    /// A part of the same: what is due of the next `limit` files after one; mails and the access log stand on the first part.
    ///
    /// - Returns: the lines, and the last file that was looked at where others follow.
    package func retention(after id: Agreement.ID?, limit: Int) async throws -> (
        lines: [RetentionLine], next: Agreement.ID?
    ) {
        let (rules, today) = try await retentionRules()
        let ids = try await catalogue.erasableFiles(after: id, limit: limit + 1)
        let shown = Array(ids.prefix(limit))
        let logs = id == nil ? try await logLines(rules, today) : []
        return (logs + (try await lines(of: shown, rules, today)), ids.count > limit ? shown.last : nil)
    }

    private func lines(
        of files: [Agreement.ID], _ rules: [RetentionRule], _ today: Day
    ) async throws -> [RetentionLine] {
        var lines: [RetentionLine] = []
        for id in files {
            guard let (agreement, items, _) = try await kept(id, rules) else { continue }
            lines += items.filter { $0.since <= today }.map {
                RetentionLine($0, file: agreement.reference ?? agreement.instrument)
            }
        }
        return lines
    }

    private func logLines(_ rules: [RetentionRule], _ today: Day) async throws -> [RetentionLine] {
        var lines: [RetentionLine] = []
        for rule in rules where rule.what.contains(.mail) {
            let count = try await catalogue.expiredMails(before: end(of: rule, today))
            if count > 0 { lines.append(RetentionLine(entries: count, rule, since: today)) }
        }
        for rule in rules where rule.what.contains(.access) {
            let count = try await catalogue.expiredAccess(after: rule.period).count
            if count > 0 { lines.append(RetentionLine(entries: count, rule, since: today)) }
        }
        let reviewers = try await forgettableReviewers(rules, today).count
        if reviewers > 0 { lines.append(RetentionLine(entries: reviewers, .reviewers, since: today)) }
        return lines
    }

    /// Records the visa for all that is due of a file under one rule; the event names it.
    package func approve(_ order: VisaOrder) async throws -> Answer {
        guard isSimulated || visitor != nil || order.record != nil else { throw Refusal.recordOnly }
        let agreement = try await agreement(order.agreement)
        let (rules, _) = try await retentionRules()
        guard let rule = rules.first(where: { $0.code == order.rule }) else {
            throw WrongUsage("--rule", "known are: \(rules.map(\.code).joined(separator: ", "))")
        }
        guard rule.fate == .destroyWithVisa else { throw Refusal.noVisaNeeded(rule.code) }
        var act = ActOrder("approve_elimination", on: order.agreement)
        (act.reason, act.record) = (order.reason, order.record)
        let recorded = try await recorded(act, in: agreement)
        let item = try await kept(agreement.id, rules)?.items.first { $0.rule.code == rule.code }
        let visa = EliminationVisa(
            retention: rule.code, since: item?.since ?? .earliest, values: item?.values ?? [],
            documents: item?.documents.filter { $0 != recorded?.document } ?? [], reason: order.reason,
            recorded: recorded)
        return try await submit(
            .approveElimination(visa), on: agreement.id, by: try await sender(as: order.actor, for: nil),
            order.requestID)
    }

    /// Eliminates what visas name, files that an act of their life gave up and what needs no visa, each in the
    /// transaction of its event.
    ///
    /// What a hold or a rule stops is told, and the others go on. The same request gets its first answer.
    package func runRetention(as actor: String?, requestID: String? = nil) async throws -> [RetentionRun] {
        guard let requestID else { return try await runs(as: actor, requestID: nil) }
        // Each change of the run has an id of its own that begins with this one.
        guard (1...160).contains(requestID.count) else {
            throw WrongUsage("--request-id", "1 to 160 characters")
        }
        let request = CompoundRequest(
            actor: try await registrar(as: actor), id: requestID, what: "retention.run")
        if let first = try await installation.register.firstAnswer(to: request) {
            return first.elements?.compactMap(RetentionRun.init) ?? []
        }
        let runs = try await runs(as: actor, requestID: requestID)
        try await installation.register.keep(.array(runs.map(\.json)), of: request)
        return runs
    }

    private func runs(as actor: String?, requestID: String?) async throws -> [RetentionRun] {
        let (rules, today) = try await retentionRules()
        var runs: [RetentionRun] = []
        for id in try await catalogue.erasableFiles() { runs += try await eliminate(id, rules) }
        for rule in rules where rule.what.contains(.mail) && rule.fate == .destroy {
            let before = end(of: rule, today)
            let count = try await catalogue.expiredMails(before: before)
            guard count > 0 else { continue }
            let order = request(requestID.map { "\($0)/mail" }, as: actor)
            try await change(.mailsEliminated(before: before), order)
            runs.append(RetentionRun(rule.code, nil, count: count))
        }
        for rule in rules where rule.what.contains(.access) && rule.fate == .destroy {
            let (before, count) = try await catalogue.expiredAccess(after: rule.period)
            guard count > 0 else { continue }
            let order = request(requestID.map { "\($0)/access" }, as: actor)
            try await change(.accessEliminated(before: before), order)
            runs.append(RetentionRun(rule.code, nil, count: count))
        }
        let reviewers = try await forgettableReviewers(rules, today)
        for person in reviewers {
            try await change(
                .personErased(person: person), request(requestID.map { "\($0)/\(person)" }, as: actor))
        }
        if !reviewers.isEmpty {
            runs.append(RetentionRun(RetentionRule.reviewers.code, nil, count: reviewers.count))
        }
        return runs
    }

    private func eliminate(_ id: Agreement.ID, _ rules: [RetentionRule]) async throws -> [RetentionRun] {
        guard let agreement = try await catalogue.agreement(id) else { return [] }
        guard try await !agreement.isGivenUp(workflow(of: agreement)) else {
            var runs: [RetentionRun] = []
            for item in try await kept(id, rules)?.items ?? [] {
                let name = "retention/\(id)/\(item.rule.code)"
                runs.append(
                    try await eliminate(item.values, item.documents, of: agreement, item.rule.code, name))
            }
            return runs
        }
        guard let approvals = agreement.approvals else { return [] }
        let stock = try await installation.store.snapshot(.ofErasable(of: id)).facts.erasable
        var left = (values: Set(stock.values), documents: Set(stock.documents))
        var runs: [RetentionRun] = []
        for (index, approval) in approvals.enumerated() {
            // What an earlier visa names as well is eliminated once.
            let values = Set(approval.values).intersection(left.values).sorted()
            let documents = Set(approval.documents).intersection(left.documents).sorted()
            left.values.subtract(values)
            left.documents.subtract(documents)
            guard !values.isEmpty || !documents.isEmpty else { continue }
            let name = "retention/\(id)/\(index)"
            runs.append(try await eliminate(values, documents, of: agreement, approval.retention, name))
        }
        return runs
    }

    private func eliminate(
        _ values: [Identifier<ErasableValue>], _ documents: [Document.ID], of agreement: Agreement,
        _ rule: String, _ requestID: String
    ) async throws -> RetentionRun {
        let order = Elimination(
            .named(values: values, documents: documents), reason: "retention: \(rule)")
        var run = RetentionRun(
            rule, agreement.reference ?? agreement.instrument, count: values.count + documents.count)
        do {
            _ = try await submit(
                .eliminate(order), on: agreement.id, by: .system(cause: "retention"), requestID)
        } catch let refusal as Refusal { (run.count, run.refusal) = (0, refusal) }
        return run
    }

    /// What is kept of a file under each rule, due or not; nil for one that is not closed.
    func kept(
        _ id: Agreement.ID, _ rules: [RetentionRule]
    ) async throws -> (agreement: Agreement, items: [RetentionItem], closedOn: Day)? {
        let snapshot = try await installation.store.snapshot(.ofErasable(of: id))
        guard let agreement = snapshot.agreement else { return nil }
        let (workflow, events) = (
            try await workflow(of: agreement), try await catalogue.history(of: id.description)
        )
        guard let (items, closed) = snapshot.kept(under: rules, by: workflow, events) else { return nil }
        return (agreement, items, closed)
    }

    private func retentionRules() async throws -> (rules: [RetentionRule], today: Day) {
        let (rules, today) = try await rulesOfToday()
        guard !rules.isEmpty else { throw Refusal.noRetentionRules }
        return (rules, today)
    }

    /// The rules of retention that hold today; none where no list was loaded.
    func rulesOfToday() async throws -> (rules: [RetentionRule], today: Day) {
        let today = installation.institution.zone.day(of: try await installation.store.now())
        let rows = try await installation.reference.rows(of: .retention, on: today)
        return (rows.compactMap(RetentionRule.init), today)
    }

    /// What is older has been kept long enough.
    private func end(of rule: RetentionRule, _ today: Day) -> Instant {
        installation.institution.zone.startOfDay(today.adding(-rule.period, calendar: .france))
    }
}

extension Refusal {
    fileprivate static let noRetentionRules = Refusal.desk(
        "no_retention_rules",
        fr: "Aucune règle de conservation n’est chargée : `entente reference load`.",
        en: "No rule of retention is loaded: `entente reference load`.")

    fileprivate static func noVisaNeeded(_ code: String) -> Refusal {
        .desk(
            "no_visa_needed", fr: "La règle \(code) n’élimine rien sur visa.",
            en: "The rule \(code) eliminates nothing by a visa.")
    }
}
