import Agreements
import FoundationEssentials

/// The people and organisations of a small institution, and the facts of a day on which all is calm.
enum House {
    static let lead = person(1)
    static let head = person(2)
    static let office = person(3)
    static let director = person(4)
    static let lawyer = person(5)
    static let deputy = person(6)
    static let reviewer = person(7)
    static let otherReviewer = person(8)
    static let president = person(9)
    static let rector = person(10)
    static let dean = person(11)
    static let stranger = person(12)

    static let everyone = (1...12).map { person($0) }

    static let institution = Party(id: "inserm", name: "Inserm", country: "FR", kind: .epst, home: true)
    static let seoul = Party(
        id: "snu", name: "Seoul National University", country: "KR", kind: .foreign, home: false)
    static let kyoto = Party(
        id: "kyoto", name: "Kyoto University", country: "JP", kind: .foreign, home: false)

    static let call = Call(
        id: identifier(70), instruments: ["TST", "LIA", "LEA"], year: 2016,
        opensAt: instant("2016-03-01T00:00"),
        closesAt: instant("2016-06-15T17:00"))
    static let morning = instant("2016-04-01T09:00")

    static func person(_ number: UInt8) -> Person.ID { identifier(number) }

    static func identifier<Subject>(_ number: UInt8) -> Identifier<Subject> {
        Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, 0, number)))
    }

    /// A Paris time, written `2016-06-15T17:00`.
    static func instant(_ text: String) -> Instant {
        let parts = text.split(separator: "T")
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        return Zone.paris.startOfDay(day(String(parts[0]))).adding(
            milliseconds: (clock[0] * 60 + clock[1]) * 60_000)
    }

    static func day(_ text: String) -> Day { (try? Day(parsing: text)) ?? .earliest }

    static func grant(_ person: Person.ID, _ role: String, _ scope: Scope = .everything) -> Grant {
        Grant(id: identifier(0), person: person, role: role, scope: scope, from: instant("2010-01-01T00:00"))
    }

    static let grants = [
        grant(lead, "PI_FR"), grant(head, "DU", .unit("U1151")), grant(office, "INT"), grant(director, "DG"),
        grant(lawyer, "DAJ"), grant(reviewer, "EXP"), grant(otherReviewer, "EXP"),
        grant(president, "SIG", .party("inserm")), grant(rector, "SIG", .party("snu")),
        grant(dean, "SIG", .party("kyoto")), grant(rector, "PART", .party("snu")),
    ]

    static func facts(at now: Instant = morning) -> Facts {
        Facts(
            now: now, institution: "inserm",
            people: Dictionary(uniqueKeysWithValues: everyone.map { ($0, Person(id: $0)) }), grants: grants,
            organisations: Dictionary(uniqueKeysWithValues: [institution, seoul, kyoto].map { ($0.id, $0) }),
            calls: [call.id: call])
    }

    /// Identifiers and salts that are the same in every run.
    static func randomness() -> Randomness {
        let counter = Counter()
        return Randomness(
            uuid: { counter.uuid() }, salt: { [UInt8](repeating: UInt8(counter.next() % 251), count: 16) })
    }
}
