package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// What would change in every live file of the workflow if it moved to the version of a file.
    ///
    /// Only files that follow another version, and that the operator may see, are told of; nothing is stored.
    /// - Throws: `InvalidDefinition` with the findings of a file that is not sound in its form.
    package func impact(of path: String) async throws -> (target: Workflow, files: [FileImpact]) {
        let target = try WorkflowPublisher.load(path, zone: installation.institution.zone).workflow
        return (target, try await impacts(of: target).files)
    }

    /// The same for a version that was read, with the number of files that follow another one.
    ///
    /// - Parameter limit: how many files are studied, those first that began first; nil for all.
    package func impacts(of target: Workflow, limit: Int? = nil) async throws -> (
        files: [FileImpact], waiting: Int
    ) {
        let portfolio = try await portfolio(waitingFor: target)
        var impacts: [FileImpact] = []
        for agreement in portfolio.agreements.prefix(limit ?? .max) {
            let study = ImpactStudy(
                from: try await workflow(of: agreement), to: target, facts: portfolio.facts,
                randomness: installation.randomness)
            impacts.append(FileImpact(agreement, study.impact(on: agreement)))
        }
        return (impacts, portfolio.agreements.count)
    }

    /// Moves every live file of a workflow that follows another version to a published one, by a command each.
    ///
    /// A file that cannot move keeps its version, and the refusal says why. Sent again, nothing happens twice.
    /// - Returns: what each move changed, read off the events that were recorded.
    package func migrate(to target: Workflow) async throws -> [FileImpact] {
        let portfolio = try await portfolio(waitingFor: target)
        var moved: [FileImpact] = []
        for agreement in portfolio.agreements {
            let study = ImpactStudy(
                from: try await workflow(of: agreement), to: target, facts: portfolio.facts,
                randomness: installation.randomness)
            var refusal: Refusal?
            do {
                _ = try await installation.engine.submit(.migration(of: agreement.id, to: target))
            } catch let refused as Refusal { refusal = refused }
            let events = try await catalogue.history(of: agreement.id.description, after: agreement.seq)
            moved.append(
                FileImpact(agreement, study.impact(on: agreement, events: events, refusal: refusal)))
        }
        return moved
    }

    /// The live files of a workflow that follow another version and that the operator may see.
    private func portfolio(waitingFor target: Workflow) async throws -> Portfolio {
        var portfolio = try await installation.waiting(target)
        let seen = try await catalogue.seenAgreements()
        portfolio.agreements.removeAll { !seen.contains($0.id) }
        return portfolio
    }
}
