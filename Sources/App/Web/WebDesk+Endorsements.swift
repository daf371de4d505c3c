import Agreements
import Engine
import Storage
import Web

extension WebDesk {
    /// What waits for the visitor though no step asks for it, as the endorsement of a draft.
    func endorsements(
        _ visitor: Visitor, _ standIn: StandIn?, _ now: Instant
    ) async throws -> [WorkItem] {
        let stages = try await installation.newestWorkflows().reduce(into: Set<String>()) {
            stages, workflow in
            let own = Endorsements(workflow: workflow).stages(for: visitor.roles)
            stages.formUnion(own.values.flatMap(\.self))
        }
        var items: [WorkItem] = []
        for stage in stages.sorted() {
            var filter = PortfolioFilter(today: zone.day(of: now))
            filter.stage = stage
            items += try await endorsements(within: filter, visitor, standIn, now)
        }
        return items
    }

    /// Page by page, since those that wait may be the oldest.
    private func endorsements(
        within filter: PortfolioFilter, _ visitor: Visitor, _ standIn: StandIn?, _ now: Instant
    ) async throws -> [WorkItem] {
        var items: [WorkItem] = []
        for offset in stride(from: 0, to: Self.draftsMax, by: Self.pageSize) {
            let rows = try await catalogue(visitor).files(filter, offset: offset, limit: Self.pageSize)
            for row in rows { items += try await endorsements(of: row, visitor, standIn, now) }
            guard rows.count == Self.pageSize else { break }
        }
        return items
    }

    private static let (pageSize, draftsMax) = (50, 2_000)

    private func endorsements(
        of row: PortfolioRow, _ visitor: Visitor, _ standIn: StandIn?, _ now: Instant
    ) async throws -> [WorkItem] {
        let workflow = try await installation.engine.workflow(row.workflow, row.version)
        let endorsements = Endorsements(workflow: workflow)
        let roles = try await catalogue(visitor).roles(of: visitor.person, on: row.id)
        guard !endorsements.stages(for: roles).isEmpty,
            let agreement = try await catalogue(visitor).agreement(row.id)
        else { return [] }
        let pending = endorsements.pending(in: agreement).filter { roles.contains($0.role.role) }
        guard !pending.isEmpty else { return [] }
        let dossier = try await desk(visitor).dossier(of: agreement)
        let sight = FileSight(of: agreement, for: visitor.person, holding: roles)
        let lead = try await lead(of: agreement)
        return pending.map { pending in
            var item = item(pending, row, agreement, workflow, now)
            item.principal = standIn?.principal(as: pending.role, in: pending.process, of: agreement)
            item.lead = lead
            if sight.sees(.dossier) { item.project = Self.project(dossier) }
            if sight.sees(.budget) { item.amount = Self.euros(dossier) }
            return item
        }
    }

    private func item(
        _ pending: Endorsements.Pending, _ row: PortfolioRow, _ agreement: Agreement, _ workflow: Workflow,
        _ now: Instant
    ) -> WorkItem {
        let step = agreement.tasks.first { $0.process == pending.process }
        let due = step?.due?.limit
        var item = WorkItem(
            file: row.reference ?? row.id.description, reference: row.reference, subject: row.subject,
            instrument: workflow.title, countries: row.countries.map(Self.country), amount: nil,
            task: pending.title.printed, principal: nil, since: step?.openedAt ?? row.updatedAt, due: due,
            isOverdue: due.map { $0 < now } ?? false)
        item.acts = [WorkItem.Act(ActName(pending.act, process: pending.process), pending.title.printed)]
        return item
    }

    /// The title of a project, each language by the other where it has one only.
    private static func project(_ dossier: [String: JSON]) -> LocalizedText? {
        let (french, english) = (dossier["titleFr"]?.text, dossier["titleEn"]?.text)
        guard let any = french ?? english else { return nil }
        return LocalizedText(fr: french ?? any, en: english ?? any)
    }

    /// Euros a year, as the dossier asks for them.
    private static func euros(_ dossier: [String: JSON]) -> Int? {
        guard case .integer(let euros) = dossier["yearlyBudget"] ?? dossier["fullCostBudget"] else {
            return nil
        }
        return Int(exactly: euros)
    }

    /// Who proposes it.
    private func lead(of agreement: Agreement) async throws -> String? {
        guard let person = agreement.assignments.first(where: { $0.role == Self.leadRole })?.person else {
            return nil
        }
        return try await installation.catalogue.person(named: person.description)?.name
    }

    private static let leadRole = "PI_FR"
}
