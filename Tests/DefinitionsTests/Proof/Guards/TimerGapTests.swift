import Agreements
import Definitions
import Testing

@Suite("A timer that rings once")
struct TimerGapTests {
    private static func gaps(_ heard: String) -> [String] {
        let text = Small.life(
            """
            a:
              $T
              timers: [{ name: late, due: { after: P30D }, event: a.late }]
              on: { stop: { $T, by: [INT], to: z }, a.late: \(heard) }
            z: { $T, final: true }
            """)
        return Small.prove(text).findings.filter { $0.code == .guardGap }.map(\.message.en)
    }

    @Test("What it leads to under one condition is lost when that does not hold, though an act goes on")
    func lost() {
        #expect(Self.gaps("{ if: agreement.renewals > 0, to: z }").count == 1)
        #expect(Self.gaps("{ if: measures.flagged, to: z }").count == 1)
    }

    @Test(
        "With another branch, or nothing to lose, there is no gap",
        arguments: [
            "[{ if: agreement.renewals > 0, to: z }, { to: z }]",
            "[{ if: agreement.renewals > 0, to: z }, {}]",
            "{ if: agreement.renewals >= 0, to: z }",
            "{ if: agreement.renewals > 0, do: [{ set: { told: '1' } }] }",
        ])
    func kept(heard: String) { #expect(Self.gaps(heard) == []) }
}
