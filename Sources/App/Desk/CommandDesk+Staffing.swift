package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// The staffing proof over every live agreement, up to a day (a year from today when nil).
    package func staffing(until text: String?) async throws -> StaffingReport {
        let facts = try await wholeRegister()
        let today = facts.zone.day(of: facts.now)
        let until = try text.map { try times.day($0, "--until") } ?? today.adding(years: 1)
        guard today <= until, until <= today.adding(years: Self.horizonYearsMax) else {
            throw WrongUsage("--until", "a day from today on, at most \(Self.horizonYearsMax) years ahead")
        }
        return Staffing(facts: facts, until: until).report(on: try await liveFiles())
    }

    /// How far a proof looks ahead.
    static var horizonYearsMax: Int { 20 }

    /// Records a change and answers which steps that are open today it leaves without anybody, up to a year
    /// after it takes effect: a warning, the change stands.
    func lacking(
        after change: RegisterChange, from start: Instant, _ order: RegisterOrder,
        asked: RegisterChange? = nil
    ) async throws -> [StaffingGap] {
        let before = try await wholeRegister()
        let day = max(before.zone.day(of: start), before.zone.day(of: before.now))
        return try await lacking(
            after: change, before, until: day.adding(years: 1), order, asked: asked)
    }

    /// The same up to a day.
    func lacking(
        after change: RegisterChange, _ before: Facts, until: Day, _ order: RegisterOrder,
        asked: RegisterChange? = nil
    ) async throws -> [StaffingGap] {
        let files = try await liveFiles()
        try await self.change(change, order, asked: asked)
        var after = before
        after.apply(change, at: after.now)
        let known = Set(Staffing(facts: before, until: until).report(on: files).gaps)
        return Staffing(facts: after, until: until).report(on: files).gaps
            .filter { !known.contains($0) }.sorted { $0.isOpen && !$1.isOpen }
    }

    /// All that a staffing proof reads of the register, as of now.
    func wholeRegister() async throws -> Facts {
        var facts = Facts(
            now: try await installation.store.now(), zone: installation.institution.zone,
            institution: installation.institution.id)
        for row in try await catalogue.people() { facts.people[row.person.id] = row.person }
        facts.grants = try await catalogue.grants()
        facts.delegations = try await catalogue.delegations()
        facts.absences = try await catalogue.absences()
        facts.successions = try await catalogue.successions()
        facts.measures = try await catalogue.measures()
        for call in try await catalogue.calls() { facts.calls[call.id] = call }
        return facts
    }

    private func liveFiles() async throws -> [(agreement: Agreement, workflow: Workflow)] {
        var files: [(agreement: Agreement, workflow: Workflow)] = []
        while true {
            let page = try await catalogue.liveAgreements(after: files.last?.agreement.id)
            for agreement in page { files.append((agreement, try await workflow(of: agreement))) }
            guard page.count == Catalogue.rowsMax else { return files }
        }
    }
}
