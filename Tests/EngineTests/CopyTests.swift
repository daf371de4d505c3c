import Agreements
import TestSupport
import Testing

@Suite("Copies of notices to the office")
struct CopyTests {
    private static let states = """
        draft:
          TITLE
          on:
            tell:
              TITLE
              by: [PI_FR]
              notify: [{ notice: N01, to: [PI_FR, DG, INT] }, { notice: N02, to: [DG, INT] }]
              to: draft
            stop: { TITLE, by: [PI_FR], to: ended }
        ended: { TITLE, legal: ended, final: true }
        """

    private static let notices = """
        notices:
          N01: { to: [PI_FR], subject: { fr: A, en: A }, body: { fr: B, en: B } }
          N02: { to: [PI_FR], copy: false, subject: { fr: A, en: A }, body: { fr: B, en: B } }
        """

    @Test("Each time that a notice is owed its first recipient's goes in copy, unless the definition says no")
    func first() throws {
        var bench = try Bench(proposed: Rules.workflow(Self.states, also: Self.notices))
        for _ in 0..<2 {
            let owed = try bench.act("tell", by: House.lead).flatMap(\.payload.notices)
            let first = owed.filter { $0.notice == "N01" }
            #expect(first.map(\.recipient) == [House.lead, House.director, House.office])
            #expect(first.map(\.copied) == [true, false, false])
            let second = owed.filter { $0.notice == "N02" }
            #expect(second.map(\.recipient) == [House.director, House.office])
            #expect(second.map(\.copied) == [false, false])
        }
    }
}
