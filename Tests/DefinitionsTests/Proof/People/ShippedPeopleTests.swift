import Foundation
import TestSupport
import Testing

@testable import Definitions

@Suite("People and words of the workflows of this repository", .besideThePool)
struct ShippedPeopleTests {
    private static let checks: [any WorkflowCheck.Type] = [
        StepsWithoutRole.self, NarrowedRoles.self, ImpossibleDuties.self, MissingReasons.self,
        IdleDeadlines.self, BadTemplates.self, UndefinedPlaceholders.self,
    ]

    @Test("No alarm is raised", arguments: Checkout.files(in: Checkout.workflows))
    func shipped(_ url: URL) throws {
        #expect(PeopleGate.findings(try PeopleGate.sources(url), Self.checks).map(\.description) == [])
    }
}
