import Agreements
import Web

extension Overview {
    /// A portfolio of some size, with one dead job and a text that must be escaped.
    static var sample: Overview {
        var overview = Overview(
            institution: .init(
                fr: "Institut <des> exemples & mesures", en: "Institute <of> examples & measures"),
            version: "0.1.0",
            legalTime: LegalTime(now: Instant(millisecondsSinceEpoch: 1_465_995_600_000), isSimulated: true))
        overview.agreements = instruments.flatMap { title, counts in
            zip(LegalStatus.allCases, counts).map { AgreementCount(instrument: title, legal: $0, count: $1) }
        }
        overview.tasks = [
            .init(
                role: .init(fr: "Coordinateur français", en: "French coordinator"), open: 1_204,
                oldest: Instant(millisecondsSinceEpoch: 1_459_500_000_000)),
            .init(role: .init(fr: "Direction générale", en: "Directorate"), open: 0, oldest: nil),
        ]
        overview.notices = .init(owed: 12, sent: 20_481, failed: 0)
        overview.jobs = .init(waiting: 3, dead: 1)
        overview.due = [
            .init(
                at: Instant(millisecondsSinceEpoch: 1_467_324_000_000),
                what: .init(fr: "Rapport annuel à remettre", en: "Yearly report due"),
                reference: "LIA-2016-0042"),
            .init(
                at: Instant(millisecondsSinceEpoch: 1_468_681_200_000),
                what: .init(fr: "Clôture de l’appel", en: "Call closes")),
        ]
        overview.commands = [
            .init("entente status", .init(fr: "Ce qui attend, et qui", en: "What waits, and on whom")),
            .init("entente agreement show LIA-2016-0042", .init(fr: "Un accord", en: "One agreement")),
        ]
        return overview
    }

    private static let instruments: [(LocalizedText, [Int])] = [
        (
            .init(fr: "Laboratoire international associé", en: "International associated laboratory"),
            [12, 143, 1, 6, 88]
        ),
        (.init(fr: "Groupement de recherche européen", en: "European research group"), [3, 41, 0, 0, 19]),
        (.init(fr: "Accord de coopération", en: "Cooperation agreement"), [21, 1_980, 4, 37, 3_945]),
    ]
}

extension WebStatus {
    static let sample = WebStatus(
        readiness: { Readiness(checks: Readiness.Name.allCases.map { .init($0, .ok) }) },
        overview: { .sample }, notice: { _, _ in .unknown })
}
