import Agreements
import Foundation
import Testing

@testable import App

@Suite("Clocks in words")
struct TimerTextTests {
    private static let workflows = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Workflows").path

    @Test("Every clock of the definitions that are shipped has its words")
    func shipped() throws {
        var names: Set<String> = []
        for folder in [Self.workflows, "\(Self.workflows)/common"] {
            for file in try FileManager.default.contentsOfDirectory(atPath: folder)
            where file.hasSuffix(".yaml") {
                let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                names.formUnion(
                    text.components(separatedBy: "{ name: ").dropFirst().compactMap { part -> String? in
                        let halves = part.components(separatedBy: ", due: ")
                        guard halves.count > 1, !halves[0].contains(where: { ",:}\n".contains($0) }) else {
                            return nil
                        }
                        return halves[0]
                    })
            }
        }
        #expect(names.count > 20 && names.contains("six_months"))
        for name in names.sorted() { #expect(TimerTexts.known[name] != nil, "\(name)") }
    }

    @Test("What no definition of ours calls so is spelled out")
    func unknown() {
        #expect(TimerTexts.named("six_months").fr == "Six mois de mise en signature")
        #expect(TimerTexts.named("next_moon").fr == "Next moon")
    }
}
