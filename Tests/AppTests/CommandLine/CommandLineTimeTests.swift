import Agreements
import App
import Testing

@Suite("Times as people type them")
struct CommandLineTimeTests {
    private let times = LegalTimeText(.paris)

    @Test(
        "Civil time is of the zone; RFC 3339 says its own",
        arguments: [
            ("2016-06-15T17:00", "2016-06-15T15:00:00.000Z"),
            ("2016-01-15 17:00", "2016-01-15T16:00:00.000Z"),
            ("2016-06-15", "2016-06-14T22:00:00.000Z"), ("2016-06-15T17:00:00Z", "2016-06-15T17:00:00.000Z"),
            ("2016-06-15T17:00:00+09:00", "2016-06-15T08:00:00.000Z"),
            ("2016-10-30T02:30", "2016-10-30T00:30:00.000Z"),
        ])
    func reads(text: String, instant: String) throws {
        #expect(try times.instant(text, "--to").description == instant)
    }

    @Test(
        "What does not exist is refused",
        arguments: [
            "2016-02-30", "2015-02-29T10:00", "2016-03-27T02:30", "2016-06-15T24:00", "2016-06-15X17:00",
            "tomorrow", "",
        ])
    func refuses(text: String) {
        #expect(throws: WrongUsage.self) { try times.instant(text, "--to") }
    }

    @Test("The end of a day is written 24:00")
    func deadlines() {
        let end = Deadline(day: "2016-12-31", limit: "2016-12-31T23:00:00.000Z", isInclusive: false)
        #expect(times.text(end) == "2016-12-31 24:00")
        let step = Deadline(day: "2016-06-15", limit: "2016-06-15T15:00:00.000Z", isInclusive: true)
        #expect(times.text(step) == "2016-06-15 17:00")
    }
}
