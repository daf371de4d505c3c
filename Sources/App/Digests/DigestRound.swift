import Agreements
import Engine
import Notices

/// Who is told what on one morning; pure.
struct DigestRound {
    var morning: Morning
    /// Everybody who can be written to.
    var readers: [Person.ID: DigestReader]
    /// Who looks after everything, and so gets one summary of it instead of their own steps.
    var office: Set<Person.ID>
    var steps: [OpenStep]
    /// What failed: notices, digests, timers, jobs.
    var failures: [OfficeSummary.Item]

    /// One digest for each person who has something to read, sorted by person.
    func digests(by composer: DigestComposer) -> [ComposedDigest] {
        let lines = linesByPerson
        let summary = self.summary
        return readers.values.sorted { $0.person < $1.person }.compactMap { reader in
            office.contains(reader.person)
                ? composer.compose(summary, for: reader, on: morning)
                : composer.compose(lines[reader.person] ?? [], for: reader, on: morning)
        }
    }

    /// A step is told once to each, to its holder as their own.
    private var linesByPerson: [Person.ID: [DigestLine]] {
        var lines: [Person.ID: [DigestLine]] = [:]
        for step in steps {
            for holder in step.holders { lines[holder, default: []].append(step.line) }
            var told: Set<Person.ID> = []
            for deputy in step.deputies where told.insert(deputy.person).inserted {
                var line = step.line
                line.grantor = readers[deputy.grantor]?.contact.name
                lines[deputy.person, default: []].append(line)
            }
        }
        return lines
    }

    private var summary: OfficeSummary {
        let late = steps.compactMap { step -> OfficeSummary.Item? in
            guard let due = step.line.due, morning.lateness(of: due) != nil else { return nil }
            let holders = step.holders.map { readers[$0]?.contact.name ?? $0.description }
            return OfficeSummary.Item(
                .overdue(title: step.line.title, due: due, holders: holders), since: due.limit,
                reference: step.line.reference)
        }
        return OfficeSummary(open: steps.count, items: late + failures)
    }
}

extension DigestRound {
    /// The role of the office, as everywhere in definitions.
    private static let officeRole = "INT"

    /// Who of the `active` holds the office's role at `instant`, by a grant or by delegation of somebody who does.
    static func office(
        _ grants: [Grant], _ delegations: [Delegation], among active: Set<Person.ID>, at instant: Instant
    ) -> Set<Person.ID> {
        let holders = Set(grants.filter { $0.role == officeRole && $0.holds(at: instant) }.map(\.person))
            .intersection(active)
        let deputies = delegations.filter {
            $0.role == officeRole && $0.holds(at: instant) && holders.contains($0.grantor)
        }
        return holders.union(active.intersection(deputies.map(\.grantee)))
    }
}
