import Agreements
import Definitions
import TestSupport
import Testing

@Suite("The mutation corpus", .besideThePool)
struct MutationCorpusTests {
    /// At most so many defects of one class, so that no class outweighs the others.
    private static let perClass = LongSuite.plays(12, sample: 6)

    /// The defects of a seed: of each class some, of different definitions where there are enough.
    static func corpus(seed: UInt64) throws -> [Defect] {
        let specimens = try SoundDefinitions.small.map { try Specimen($0) }
        var random = ProofRandom(seed: seed)
        return Mutator.all.flatMap { mutator -> [Defect] in
            var queues = specimens.map { specimen in
                mutator.changes(specimen).shuffled(using: &random).map {
                    Defect(base: specimen.name, mutator: mutator, words: $0.words, tree: $0.tree)
                }
            }.shuffled(using: &random)
            var chosen: [Defect] = []
            while chosen.count < perClass, queues.contains(where: { !$0.isEmpty }) {
                for index in queues.indices where chosen.count < perClass {
                    if let defect = queues[index].popLast() { chosen.append(defect) }
                }
            }
            return chosen
        }
    }

    /// What is about behaviour: never said without the acts that lead there.
    private static let behavioural: Set<Finding.Code> = [
        .noEndReachable, .deadTransition, .endlessLoop, .joinNeverCompletes, .unhandledOutcome, .timerTie,
        .waitsForNothing, .deafTimer, .unheardSend, .divisionByZero, .guardNeverTrue, .guardGap,
        .guardOverlap, .unreadableText, .missingReason, .deadlineWithoutConsequence, .unsignedInForce,
        .illegalStatusChange, .endLeavesOpen, .propertyRefuted,
    ]

    @Test("Every class whose finding is about behaviour demands a path")
    func pathsAreDemanded() {
        for mutator in Mutator.all where !mutator.expected.isDisjoint(with: Self.behavioural) {
            #expect(mutator.isBehavioural, "\(mutator.name)")
        }
    }

    @Test(
        "Every defect is caught as what it is, in both languages, with a path where it is about behaviour")
    func everyDefectIsCaught() async throws {
        let seed = ProofRandom.seed
        let corpus = try Self.corpus(seed: seed)
        var table: [String: (made: Int, caught: Int, paths: Int)] = [:]
        for defect in corpus {
            await Task.yield()  // Others wait for these threads, with time limits.
            let found = try defect.findings()
            let catches = found.filter { defect.isCaught(by: $0) }
            for finding in found where Self.behavioural.contains(finding.code) && finding.path.isEmpty {
                Issue.record("\(defect.description): no path: \(finding)")
            }
            for finding in found where !finding.isSaidInFrench {
                Issue.record("\(defect.description): \(finding): \(finding.message.fr)")
            }
            let isCaught = !catches.isEmpty
            table[defect.mutator.name, default: (0, 0, 0)].made += 1
            table[defect.mutator.name, default: (0, 0, 0)].caught += isCaught ? 1 : 0
            let hasPath = catches.contains { !$0.path.isEmpty }
            table[defect.mutator.name, default: (0, 0, 0)].paths += hasPath ? 1 : 0
            if !isCaught { Issue.record("\(try Self.report(defect, seed))") }
        }
        // What is about behaviour counts by itself, and is caught with a path or not at all.
        let behaving = corpus.filter(\.mutator.isBehavioural)
        #expect(behaving.count >= 200)
        #expect(Set(behaving.map(\.mutator.name)).count >= 20)
        for (name, row) in table where behaving.contains(where: { $0.mutator.name == name }) {
            #expect(row.paths == row.made, "\(name): \(row.paths) of \(row.made) with a path")
        }
        #expect(Set(table.keys) == Set(Mutator.all.map(\.name)), "each class makes at least one defect")
        print("ENTENTE_SEED=\(seed): \(corpus.count) defects in \(table.count) classes")
        for mutator in Mutator.all {
            guard let row = table[mutator.name] else { continue }
            print("\(mutator.name): made \(row.made), caught \(row.caught), with a path \(row.paths)")
        }
    }

    @Test("Writing a sound definition again, unchanged, makes no defect", arguments: SoundDefinitions.small)
    func rewritingIsHarmless(_ name: String) throws {
        let specimen = try Specimen(name)
        let sources = try SoundDefinitions.sources(name, bytes: Array(specimen.tree.yaml.utf8))
        #expect(SoundDefinitions.findings(sources).isEmpty)
    }

    private static func report(_ defect: Defect, _ seed: UInt64) throws -> String {
        let sources = try SoundDefinitions.sources(defect.base, bytes: Array(defect.tree.yaml.utf8))
        let found = SoundDefinitions.findings(sources).map { "\($0.code.rawValue): \($0) \($0.path)" }
        return "ENTENTE_SEED=\(seed) \(defect.description)\nfound: \(found.joined(separator: "\n"))"
    }
}

extension Finding {
    /// Whether it has a French sentence, set as French is, and not the English one.
    fileprivate var isSaidInFrench: Bool {
        let elisions = message.fr.matches(of: /\p{L}'\p{L}/)
        return !message.fr.isEmpty && message.fr != message.en && elisions.isEmpty
    }
}
