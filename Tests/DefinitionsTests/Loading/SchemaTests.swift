import Foundation
import TestSupport
import Testing

@testable import Definitions

@Suite("The JSON Schema for editors", .besideThePool)
struct SchemaTests {
    private static func data() throws -> Data {
        try Data(contentsOf: Checkout.workflows.appendingPathComponent("workflow.schema.json"))
    }

    private static func definitions() throws -> [String: [String: Any]] {
        let schema = try #require(try JSONSerialization.jsonObject(with: data()) as? [String: Any])
        return try #require(schema["$defs"] as? [String: [String: Any]])
    }

    private static func problems(_ text: String) throws -> [String] {
        let node = try YAMLReader.read(Array(text.utf8), file: "f.yaml")
        return try SchemaValidator(data()).problems(YAMLValue(node).plainValue)
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
        let text = String(decoding: try Self.data(), as: UTF8.self)
        let known = Set(try Self.definitions().keys)
        let used = text.matches(of: /"#\/\$defs\/([A-Za-z]+)"/).map { String($0.output.1) }
        #expect(!used.isEmpty)
        #expect(Set(used).subtracting(known) == [])
    }

    @Test(
        "Every workflow of this repository, and what they include, is valid",
        arguments: Checkout.files(in: Checkout.workflows)
            + Checkout.files(in: Checkout.workflows.appendingPathComponent("common")))
    func shipped(_ url: URL) throws {
        #expect(try Self.problems(String(decoding: Checkout.bytes(url), as: UTF8.self)) == [])
    }

    @Test("So is what the writer makes of them", arguments: Checkout.files(in: Checkout.workflows))
    func written(_ url: URL) throws {
        #expect(try Self.problems(WorkflowWriter.write(PeopleGate.sources(url))) == [])
    }

    @Test("The sample that uses every part of the format is valid")
    func sample() throws { #expect(try Self.problems(Sample.text) == []) }

    static let slips = [
        ("title: { fr: Exemple, en: Sample }", "title: { fr: Exemple }", "$.title: required en"),
        ("entry: call", "entry: cal", "$.entry: enum"),
        ("instrument: SMP", "instrument: smp", "$.instrument: pattern"),
        ("    legal: none", "    legal: nothing", "enum"), ("initial: draft", "initials: draft", "initial"),
        ("initial: draft", "initial: [draft]", "$.processes.life.initial: type"),
        ("by: [DG]", "by: [dg]", "select"),
        ("reason: required", "reason: needed", "recall"), ("join: all", "join: some", "children"),
        ("due: { after: P10B }", "due: { after: 10 days }", "due"), ("final: true", "final: yes", "final"),
        ("title: { fr: Exemple, en: Sample }", "title: { fr: Exemple, en: ' ' }", "$.title.en: pattern"),
        ("entry: call", "entry: call\ninclude: [/etc/passwd]", "$.include[0]: pattern"),
        ("initial: running", "legal: none", "term: states requires initial"),
        ("outcome: signed }", "outcome: signed, initial: open }", "signed: initial requires states"),
        (
            "final: true, outcome: signed }",
            "final: true, initial: a, states: { a: { title: { fr: A, en: A } } } }", "signed: anyOf"
        ),
        ("due: { after: P10B }", "due: { yearly: 13-45 }", "due.yearly: pattern"),
        ("due: { after: P10B }", "due: { yearly: 02-29 }", "due.yearly: pattern"),
        ("due: { after: P10B }", "due: { yearly: 01-31, kind: silence }", "due: oneOf"),
        ("due: { after: P10B }", "due: { after: P10B, asOf: now }", "due: oneOf"),
        ("if: { that: call.isOpen(now), else: call_closed }", "if: call.isOpen(now)", "submit: "),
        ("at: [-P14D, -P1D]", "at: soon", "remind"), ("title: { fr: Durée", "titel: { fr: Durée", "title"),
    ]

    @Test("Slips of every kind are not", arguments: slips)
    func refused(_ old: String, _ new: String, _ words: String) throws {
        let text = Sample.text.replacing(old, with: new, maxReplacements: 1)
        try #require(text != Sample.text, "the sample has no \(old)")
        let problems = try Self.problems(text)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test("A property says one of always, never and eventually; a timer may say what it precedes")
    func newParts() throws {
        func text(_ property: String) -> String {
            Sample.text + "properties:\n  - { \(property), title: { fr: A, en: A } }\n"
        }
        #expect(try Self.problems(text("never: \"legal == 'in_force'\"")) == [])
        #expect(try Self.problems(text("always: \"true\", never: \"true\"")) != [])
        #expect(try Self.problems(text("process: life")) != [])
        let timers = Sample.text.replacing(
            "due: task, event: close", with: "due: task, event: close, before: submit")
        #expect(try Self.problems(timers) == [])
    }
}

extension YAMLValue {
    /// As JSON libraries hold it.
    fileprivate var plainValue: Any {
        switch self {
        case .plain("~"): NSNull()
        case .plain(let text): Bool(text).map { $0 as Any } ?? Int(text).map { $0 as Any } ?? text
        case .text(let text): text
        case .list(let items): items.map(\.plainValue)
        case .mapping(let members):
            Dictionary(members.map { ($0.key, $0.value.plainValue) }, uniquingKeysWith: { a, _ in a })
        }
    }
}
