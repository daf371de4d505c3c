import Agreements
import Testing
import Web

@testable import App

@Suite("The parts of an act's form")
struct ChoicePartsTests {
    private static func amendment() throws -> (Workflow, [TransitionDefinition]) {
        let workflow = try ScenarioFolder().workflow("lia")
        let transitions = workflow.processes.values.flatMap { $0.transitions.values }
        return (workflow, transitions.filter { $0.event == "request_amendment" })
    }

    private static func field(_ name: String) -> FormField {
        FormField(name: name, label: .init(fr: name, en: name), kind: .line, isRequired: false)
    }

    @Test("What a condition asks for with one choice stands under that choice, the rest before it")
    func ordered() throws {
        let (workflow, transitions) = try Self.amendment()
        let names = ["kind", "newEnd", "newParties", "party", "coordinator", "field"]
        let fields = ChoiceParts(transitions, in: workflow).ordered(names.map(Self.field), in: workflow)
        #expect(fields.map(\.name) == ["kind", "field", "newEnd", "newParties", "party", "coordinator"])
        #expect(fields.map(\.hasAlternative) == [false, false, true, true, true, true])
        #expect(
            fields.map { $0.section?.en } == [
                nil, nil, "For “Extend”", "For “Add parties”", "For “Withdraw a party”", "For “Coordinator”",
            ])
    }

    @Test(
        "A value for another choice is told, not sent",
        arguments: [
            (["kind": "extend", "newEnd": "2020-12-31"], []),
            (["kind": "extend", "newEnd": "2020-12-31", "newParties": "duke"], ["newParties"]),
            (["kind": "other", "field": "budget"], []), (["newEnd": "2020-12-31"], ["newEnd"]),
            (["kind": "budget", "party": "snu", "coordinator": "x"], ["coordinator", "party"]),
        ])
    func checked(values: [String: String], wrong: [String]) throws {
        let (workflow, transitions) = try Self.amendment()
        let found: [String]
        do {
            try ChoiceParts(transitions, in: workflow).check(values, in: workflow)
            found = []
        } catch { found = error.fields.keys.sorted() }
        #expect(found == wrong)
    }

    @Test("An act with conditions on one choice alone has no parts")
    func alone() throws {
        let workflow = try ScenarioFolder().workflow("lia")
        let signing = workflow.processes.values.flatMap { $0.transitions.values }.filter {
            $0.event == "sign"
        }
        let fields = ChoiceParts(signing, in: workflow).ordered(
            [Self.field("capacity"), Self.field("delegation")], in: workflow)
        #expect(fields.allSatisfy { $0.section == nil })
    }
}
