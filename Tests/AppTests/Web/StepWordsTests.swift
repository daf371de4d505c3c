import Agreements
import Testing

@testable import App

@Suite("What a list says of each step of a kind")
struct StepWordsTests {
    private static func words(
        of definition: String, in state: String, for role: String, _ workflow: String,
        legal: LegalStatus = .none, isHeld: Bool = false
    ) throws -> StepWords {
        let workflow = try ScenarioFolder().workflow(workflow)
        let kind = StepKind(
            workflow: workflow.id, version: workflow.version, definition: definition, role: role,
            state: state,
            legal: legal, isHeld: isHeld)
        return StepWords(of: kind, in: workflow)
    }

    @Test(
        "No act is offered that the legal status of the file refuses",
        arguments: [(LegalStatus.inForce, ["convene", "hold_meeting"]), (.suspended, [])])
    func legal(status: LegalStatus, acts: [String]) throws {
        let words = try Self.words(of: "joint_meeting", in: "here", for: "INT", "acc", legal: status)
        #expect(Set(words.acts.map(\.event)).isSuperset(of: acts))
        #expect(words.acts.isEmpty == acts.isEmpty)
    }

    @Test("A hold is offered where there is none, and its release where there is one")
    func hold() throws {
        for (isHeld, acts) in [(false, ["archive", "hold"]), (true, ["archive", "release_hold"])] {
            let words = try Self.words(of: "life", in: "closed", for: "ARCH", "lea", isHeld: isHeld)
            #expect(words.acts.map(\.event) == acts)
        }
    }

    @Test("Which steps weigh measures and refusals for security is known of the kind")
    func weighed() throws {
        let meeting = try Self.words(of: "joint_meeting", in: "here", for: "INT", "acc")
        #expect(meeting.weighsMeasures && !meeting.weighsSecurity)
        #expect(try !Self.words(of: "life", in: "closed", for: "ARCH", "acc").weighsMeasures)
    }
}
