import Agreements
import App
import Testing
import Web

@Suite("Forecasts as tables and calendars")
struct ForecastTextTests {
    @Test(
        "A field is quoted where it must be, and no spreadsheet takes it for a formula",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+33", "'+33"), ("-P14D", "'-P14D"),
            ("@SUM(A1)", "'@SUM(A1)"), (" =x", "' =x"), ("\tx", "'\tx"), ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("", ""),
        ])
    func fields(text: String, field: String) {
        #expect(CSVText.write([["head", "x"], [text, "x"]]) == "head,x\r\n\(field),x\r\n")
    }

    private static func calendar(
        _ summary: String, day: Day? = nil, at: Instant = "2016-06-15T15:00:00.000Z"
    ) -> String {
        ICalendarText(zone: .paris, stamp: "2016-01-01T00:00:00.000Z").text([
            .init(uid: "u@x", at: at, day: day, summary: summary, description: "one\ntwo", category: "notice")
        ])
    }

    @Test("An hour is told in UTC, a whole day as a date; texts are escaped; every line ends with CR LF")
    func calendars() {
        let timed = Self.calendar("A; b, c \\ d")
        #expect(timed.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(timed.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(timed.contains("\r\nDTSTART:20160615T150000Z\r\n"))
        #expect(timed.contains("\r\nSUMMARY:A\\; b\\, c \\\\ d\r\n"))
        #expect(timed.contains("\r\nDESCRIPTION:one\\ntwo\r\n"))
        let whole = Self.calendar("x", day: "2016-12-31")
        #expect(whole.contains("\r\nDTSTART;VALUE=DATE:20161231\r\n"))
        #expect(!timed.replacing("\r\n", with: "").contains { $0.isNewline })
    }

    @Test("A long line is folded at 75 bytes without cutting a character; unfolding gives it back")
    func folding() {
        let summary = String(repeating: "é€漢", count: 60)
        let text = Self.calendar(summary)
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(summary)\r\n"))
    }
}
