import Agreements
import App
import Definitions
import Engine
import Foundation
import TestSupport
import Testing

@testable import App

@Suite("The demonstration", .besideThePool)
struct DemonstrationTests {
    @Test(
        "It plays wholly: 20 agreements and more, of three instruments, in 12 states, with many tasks waiting"
    )
    func portfolio() async throws {
        let (_, memory, summary) = try await DemonstrationPlays.whole.value
        let agreements = memory.institution.read { Array($0.agreements.values) }
        let states = Set(agreements.map(DemonstrationStory.standing))
        let tasks = agreements.reduce(0) { $0 + $1.tasks.count }
        #expect(summary.agreements == agreements.count)
        #expect(agreements.count >= 20)
        #expect(Set(agreements.map(\.instrument)).isSuperset(of: ["LIA", "LEA", "ACC"]))
        #expect(states.count >= 12)
        #expect(tasks >= 30)
        #expect(memory.refoldsEqually)
    }

    @Test("On its last day a call is open, and no step waits any more")
    func lastDay() async throws {
        let (_, memory, _) = try await DemonstrationPlays.whole.value
        let (now, calls) = memory.institution.read { ($0.now, Array($0.facts.calls.values)) }
        #expect(calls.contains { $0.opensAt <= now && now <= $0.closesAt })
        #expect(memory.institution.nextDue(by: now) == nil)
    }

    @Test("Every state that the portfolio is to show is there", arguments: wanted)
    func states(standing: String) async throws {
        let (_, memory, _) = try await DemonstrationPlays.whole.value
        let standings = memory.institution.read { $0.agreements.values.map(DemonstrationStory.standing) }
        #expect(standings.contains(standing), "\(Set(standings).sorted())")
    }

    private static let wanted = [
        "active.term.running inForce", "active.term.window.open inForce", "active.term.last_quarter inForce",
        "active.term.running suspended", "signature", "signed", "drafting", "ranking", "decision",
        "instruction",
        "completion", "admissibility", "draft.open", "draft.locked", "waiting_list", "not_selected",
        "inadmissible",
        "abandoned", "closing.awaiting", "closed", "opportunity", "negotiation", "dormant", "approval",
    ]

    @Test(
        "A play that crashes anywhere is played again to the same end", arguments: [DemonstrationSeed.current]
    )
    func crash(seed: UInt64) async throws {
        var random = DemonstrationSeed(state: seed)
        let (demonstration, whole, _) = try await DemonstrationPlays.toCrash.value
        let (memory, world) = try DemonstrationPlays.world(demonstration)
        for _ in 0..<3 {
            let crashing = world.crashing(PlannedCrash(&random, in: demonstration))
            await #expect(throws: PlannedCrash.self, "\(DemonstrationSeed.replay(seed))") {
                let now = memory.institution.read(\.now)
                _ = try await demonstration.play(in: crashing, institution: "inserm", now: now)
            }
        }
        let now = memory.institution.read(\.now)
        _ = try await demonstration.play(in: world, institution: "inserm", now: now)
        #expect(Self.stories(memory) == Self.stories(whole), "\(DemonstrationSeed.replay(seed))")
        #expect(memory.refoldsEqually)
    }

    private static func stories(_ memory: MemoryWorld) -> [DemonstrationStory] {
        memory.institution.read { $0.agreements.values.map(DemonstrationStory.init) }.sorted()
    }

    @Test("A key of two files is the same person, organisation or call in both")
    func cast() throws {
        let files = try Demonstration.load(folder: DemonstrationPlays.folder).files
        for (key, people) in Dictionary(grouping: files.flatMap(\.people), by: \.key) {
            #expect(Set(people).count == 1, "\(key)")
        }
        for (key, organisations) in Dictionary(grouping: files.flatMap(\.organisations), by: \.key) {
            #expect(Set(organisations).count == 1, "\(key)")
        }
        for (key, calls) in Dictionary(grouping: files.flatMap(\.calls), by: \.key) {
            #expect(Set(calls).count == 1, "\(key)")
        }
    }

    @Test("Identities are the same for one institution and name, and no others")
    func identities() {
        let inserm = ScenarioIdentities.derived(institution: "inserm")
        let again = ScenarioIdentities.derived(institution: "inserm")
        let other = ScenarioIdentities.derived(institution: "other")
        #expect(inserm.uuid("person/int") == again.uuid("person/int"))
        #expect(inserm.uuid("person/int") != inserm.uuid("person/dg"))
        #expect(inserm.uuid("person/int") != other.uuid("person/int"))
        let form = inserm.uuid("person/int").uuidString
        #expect(form.dropFirst(14).first == "8" && "89AB".contains(form.dropFirst(19).first ?? " "))
    }

    @Test("A step that is refused stops the play at its line")
    func refused() async throws {
        let text = """
            scenario: refused
            title: { fr: Refus, en: Refusal }
            start: 2013-01-07T00:00
            organisations: { inserm: { name: Inserm, country: FR, kind: epst, home: true } }
            people: { dg: { name: Laure Morel, email: laure.morel@inserm.example, organisation: inserm } }
            steps:
              - { at: 2013-01-08T00:00, note: Nobody gave her the role. }
              - { at: 2013-01-09T09:00, as: dg, propose: { agreement: a, workflow: acc, acronym: A, parties: [inserm] } }
            """
        let file = try ScenarioFile.read(Array(text.utf8), file: "refused.yaml")
        let demonstration = try Demonstration([file], start: file.start)
        let (_, world) = try DemonstrationPlays.world(demonstration)
        let failure = await #expect(throws: ScenarioFailure.self) {
            _ = try await demonstration.play(in: world, institution: "inserm", now: file.start)
        }
        #expect(failure?.description.hasPrefix("refused.yaml:8:") ?? false, "\(failure?.description ?? "")")
    }
}
