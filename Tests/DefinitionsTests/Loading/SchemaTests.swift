import Definitions
import Foundation
import Testing

@Suite("The JSON Schema for editors")
struct SchemaTests {
    private static func definitions() throws -> [String: [String: Any]] {
        let data = try Data(contentsOf: Checkout.workflows.appendingPathComponent("workflow.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(schema["$defs"] as? [String: [String: Any]])
    }

    @Test("It has exactly the keys that the loader knows", arguments: WorkflowSection.allCases)
    func sameKeys(_ section: WorkflowSection) throws {
        let definition = try #require(try Self.definitions()[section.rawValue])
        let properties = try #require(definition["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(section.keys))
        #expect(definition["additionalProperties"] as? Bool == false)
    }

    @Test("Every reference in it leads somewhere")
    func references() throws {
        let data = try Data(contentsOf: Checkout.workflows.appendingPathComponent("workflow.schema.json"))
        let text = String(decoding: data, as: UTF8.self)
        let known = Set(try Self.definitions().keys)
        let used = text.matches(of: /"#\/\$defs\/([A-Za-z]+)"/).map { String($0.output.1) }
        #expect(!used.isEmpty)
        #expect(Set(used).subtracting(known) == [])
    }
}
