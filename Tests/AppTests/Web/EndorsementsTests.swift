import Agreements
import Testing

@testable import App

@Suite("Acts that are waited for though no step asks for them")
struct EndorsementsTests {
    @Test(
        "Of the shipped definitions the head of unit alone has one, and only in a draft",
        arguments: ["lia", "lea", "umi", "ume", "gdri", "gdre", "acc"])
    func roles(name: String) throws {
        let workflow = try ScenarioFolder().workflow(name)
        let roles = Endorsements(workflow: workflow).stages(for: workflow.processes["life"]?.roles ?? [])
        #expect(roles.isEmpty || roles == ["DU": ["draft"]])
        #expect(roles.isEmpty == ["gdri", "gdre", "acc"].contains(name))
    }
}

extension ProcessDefinition {
    /// Those whose acts it has.
    fileprivate var roles: Set<String> { Set(transitions.values.flatMap(\.by).map(\.role)) }
}
