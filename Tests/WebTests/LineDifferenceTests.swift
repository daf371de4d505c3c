import Testing

@testable import Web

@Suite("What changed between two texts")
struct LineDifferenceTests {
    @Test("Removed lines come before those in their place, and long stretches are counted")
    func lines() throws {
        let old = (1...20).map { "\($0)" }.joined(separator: "\n")
        let new = old.replacing("10\n", with: "ten\n") + "\nend"
        let difference = try #require(LineDifference(from: old, to: new, context: 1))
        #expect(
            difference.lines == [
                .skipped(8), .kept("9"), .removed("10"), .inserted("ten"), .kept("11"), .skipped(8),
                .kept("20"),
                .inserted("end"),
            ])
        #expect(difference.inserted == 2 && difference.removed == 1)
    }

    @Test("Line ends of any kind are the same; texts that are too long are not compared")
    func ends() throws {
        let difference = try #require(LineDifference(from: "a\r\nb\rc", to: "a\nb\nc"))
        #expect(difference.lines == [.skipped(3)])
        let long = String(repeating: "x\n", count: LineDifference.linesMax) + "x"
        #expect(LineDifference(from: long, to: "") == nil)
    }

    @Test("The end of the last line is no line of its own")
    func end() throws {
        let difference = try #require(LineDifference(from: "a\n", to: "a\nb\n"))
        #expect(difference.lines == [.kept("a"), .inserted("b")])
    }
}
