import Agreements
import Testing

@testable import Notices

private let french = Typography(.french)
private let english = Typography(.english)
/// No-break spaces as they can be seen: `_` for U+00A0, `'` for U+202F.
private func visible(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? "_" : $0 == "\u{202F}" ? "'" : $0 })
}

@Suite("Typography of dates and hours")
struct TypographyDateTests {
    @Test(
        "A date is written in full",
        arguments: [
            ("2016-12-16", "vendredi 16 décembre 2016", "Friday 16 December 2016"),
            ("2017-01-01", "dimanche 1er janvier 2017", "Sunday 1 January 2017"),
            ("2016-02-29", "lundi 29 février 2016", "Monday 29 February 2016"),
            ("2016-08-01", "lundi 1er août 2016", "Monday 1 August 2016"),
            ("2016-03-31", "jeudi 31 mars 2016", "Thursday 31 March 2016"),
        ] as [(Day, String, String)])
    func fullDate(day: Day, fr: String, en: String) {
        #expect(french.fullDate(day) == fr)
        #expect(english.fullDate(day) == en)
    }

    @Test("Every month and weekday has its own name")
    func names() {
        let months = (0..<12).map { Day("2016-01-10").adding(months: $0) }
        #expect(Set(months.map(french.date)).count == 12)
        #expect(Set(months.map(english.date)).count == 12)
        #expect(Set(Weekday.allCases.map(french.weekday)).count == 7)
        #expect(french.weekday(.monday) == "lundi" && english.weekday(.sunday) == "Sunday")
    }

    @Test("A stretch of days names both ends")
    func stretch() {
        #expect(
            french.dates(from: "2017-01-01", to: "2020-12-31") == "du 1er janvier 2017 au 31 décembre 2020")
        #expect(
            english.dates(from: "2017-01-01", to: "2020-12-31") == "from 1 January 2017 to 31 December 2020")
        #expect(french.dates(from: "2017-01-01", to: nil) == "à partir du 1er janvier 2017")
        #expect(english.dates(from: "2017-01-01", to: nil) == "from 1 January 2017")
    }

    @Test(
        "An hour is written without zeros that say nothing",
        arguments: [
            ("17:00", "17_h", "5_p.m."), ("17:30", "17_h_30", "5.30_p.m."), ("07:05", "7_h_05", "7.05_a.m."),
            ("00:00", "0_h", "midnight"), ("12:00", "12_h", "noon"), ("12:30", "12_h_30", "12.30_p.m."),
            ("00:30", "0_h_30", "12.30_a.m."), ("17:00:00.001", "17_h", "5_p.m."),
            ("11:59", "11_h_59", "11.59_a.m."),
        ] as [(TimeOfDay, String, String)])
    func hour(time: TimeOfDay, fr: String, en: String) {
        #expect(visible(french.hour(time)) == fr)
        #expect(visible(english.hour(time)) == en)
    }

    @Test("An instant names day, hour and zone")
    func instant() throws {
        let due: Instant = "2016-12-16T16:00:00.000Z"
        #expect(visible(french.dateAndTime(due)) == "vendredi 16 décembre 2016, 17_h (heure de Paris)")
        #expect(visible(english.dateAndTime(due)) == "Friday 16 December 2016, 5_p.m. (Paris time)")
        let york = try Zone("America/New_York")
        #expect(Typography(.french, zone: york).dateAndTime(due).hasSuffix("11\u{A0}h (heure de New York)"))
        #expect(Typography(.english, zone: york).zoneName == "New York time")
        #expect(Typography(.french, zone: try Zone("Africa/Abidjan")).zoneName == "heure d’Abidjan")
        #expect(Typography(.french, zone: try Zone("UTC")).zoneName == "UTC")
    }

    @Test("A deadline of 17:00 shows its hour, one of 24:00 the end of its day")
    func deadline() {
        let step = Deadline.step(on: "2016-12-16", .paris)
        #expect(visible(french.deadline(step)) == "vendredi 16 décembre 2016, 17_h (heure de Paris)")
        let silence = Deadline.end(of: "2016-05-01", .paris)
        #expect(visible(french.deadline(silence)) == "dimanche 1er mai 2016, 24_h (heure de Paris)")
        #expect(visible(english.deadline(silence)) == "Sunday 1 May 2016, end of the day (Paris time)")
        let opening = Deadline.opening(on: "2019-12-31", .paris)
        #expect(visible(french.deadline(opening)) == "mardi 31 décembre 2019, 0_h (heure de Paris)")
    }
}

@Suite("Typography of numbers and words")
struct TypographyWordTests {
    @Test(
        "An amount has its thousands apart and its euro in place",
        arguments: [
            (15_000, "15'000_€", "€15,000"), (0, "0_€", "€0"), (999, "999_€", "€999"),
            (1_000, "1'000_€", "€1,000"), (1_234_567, "1'234'567_€", "€1,234,567"),
            (-1_500, "−1'500_€", "−€1,500"),
        ])
    func amount(euros: Int, fr: String, en: String) {
        #expect(visible(french.amount(euros: euros)) == fr)
        #expect(visible(english.amount(euros: euros)) == en)
    }

    @Test(
        "An amount in cents shows them only when there are any",
        arguments: [
            (1_500_050, "15'000,50_€", "€15,000.50"), (1_500_000, "15'000_€", "€15,000"),
            (5, "0,05_€", "€0.05"),
            (-5, "−0,05_€", "−€0.05"),
        ])
    func cents(cents: Int, fr: String, en: String) {
        #expect(visible(french.amount(cents: cents)) == fr)
        #expect(visible(english.amount(cents: cents)) == en)
    }

    @Test("The largest numbers do not trap")
    func extremes() {
        #expect(english.number(.min) == "−9,223,372,036,854,775,808")
        #expect(english.amount(cents: .min).hasPrefix("−€92,233"))
    }

    @Test(
        "A list is joined as in a sentence",
        arguments: [
            (["A", "B", "C"], "A, B et C", "A, B and C"), (["A", "B"], "A et B", "A and B"),
            (["A"], "A", "A"),
            ([], "personne", "personne"),
        ])
    func list(items: [String], fr: String, en: String) {
        #expect(french.list(items, none: "personne") == fr)
        #expect(english.list(items, none: "personne") == en)
    }

    @Test("The institution takes its article in French where no gender is needed for it")
    func party() {
        #expect(french.party("Inserm", isOwn: true) == "l’Inserm")
        #expect(french.party("CNRS", isOwn: true) == "CNRS")
        #expect(french.party("Aix-Marseille Université", isOwn: false) == "Aix-Marseille Université")
        #expect(english.party("Inserm", isOwn: true) == "Inserm")
    }

    @Test(
        "A noun agrees with its number",
        arguments: [
            (0, "0_jour", "0_days"), (1, "1_jour", "1_day"), (2, "2_jours", "2_days"),
            (6_300, "6'300_jours", "6,300_days"),
        ])
    func counted(count: Int, fr: String, en: String) {
        #expect(visible(french.counted(count, one: "jour", many: "jours")) == fr)
        #expect(visible(english.counted(count, one: "day", many: "days")) == en)
    }

    @Test(
        "A period is written in words",
        arguments: [
            ("P10B", "10_jours ouvrés", "10_working days"), ("P1B", "1_jour ouvré", "1_working day"),
            ("P4Y", "4_ans", "4_years"), ("P6M", "6_mois", "6_months"), ("-P14D", "14_jours", "14_days"),
            ("P2W", "2_semaines", "2_weeks"), ("PT48H", "48_heures", "48_hours"),
        ] as [(Period, String, String)])
    func period(period: Period, fr: String, en: String) {
        #expect(visible(french.period(period)) == fr)
        #expect(visible(english.period(period)) == en)
    }
}
