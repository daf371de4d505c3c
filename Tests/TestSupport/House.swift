package import Agreements
import FoundationEssentials

/// The people and organisations of a small institution, and the facts of a day on which all is calm.
package enum House {
    package static let lead = person(1)
    package static let head = person(2)
    package static let office = person(3)
    package static let director = person(4)
    package static let lawyer = person(5)
    package static let deputy = person(6)
    package static let reviewer = person(7)
    package static let otherReviewer = person(8)
    package static let president = person(9)
    package static let rector = person(10)
    package static let dean = person(11)
    package static let stranger = person(12)

    /// All of them, in the order of their numbers.
    package static let everyone = (1...12).map { person($0) }

    package static let institution = Party(
        id: "inserm", name: "Inserm", country: "FR", kind: .epst, home: true)
    package static let seoul = Party(
        id: "snu", name: "Seoul National University", country: "KR", kind: .foreign, home: false)
    package static let kyoto = Party(
        id: "kyoto", name: "Kyoto University", country: "JP", kind: .foreign, home: false)

    package static let call = Call(
        id: identifier(70), instruments: ["TST", "LIA", "LEA"], year: 2016,
        opensAt: instant("2016-03-01T00:00"),
        closesAt: instant("2016-06-15T17:00"))
    package static let morning = instant("2016-04-01T09:00")

    /// The person of that number: the same identifier in every run.
    package static func person(_ number: UInt8) -> Person.ID { identifier(number) }

    /// An identifier of anything, made of a number.
    package static func identifier<Subject>(_ number: UInt8) -> Identifier<Subject> {
        Identifier(UUID(uuid: (0, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, 0, number)))
    }

    /// A Paris time, written `2016-06-15T17:00`.
    package static func instant(_ text: String) -> Instant {
        let parts = text.split(separator: "T")
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        return Zone.paris.startOfDay(day(String(parts[0]))).adding(
            milliseconds: (clock[0] * 60 + clock[1]) * 60_000)
    }

    /// A day, written `2016-06-15`; the earliest of all when it cannot be read.
    package static func day(_ text: String) -> Day { (try? Day(parsing: text)) ?? .earliest }

    /// A grant from 2010 on.
    package static func grant(_ person: Person.ID, _ role: String, _ scope: Scope = .everything) -> Grant {
        Grant(id: identifier(0), person: person, role: role, scope: scope, from: instant("2010-01-01T00:00"))
    }

    package static let grants = [
        grant(lead, "PI_FR"), grant(head, "DU", .unit("U1151")), grant(office, "INT"), grant(director, "DG"),
        grant(lawyer, "DAJ"), grant(reviewer, "EXP"), grant(otherReviewer, "EXP"),
        grant(president, "SIG", .party("inserm")), grant(rector, "SIG", .party("snu")),
        grant(dean, "SIG", .party("kyoto")), grant(rector, "PART", .party("snu")),
    ]

    /// The facts of an instant; the call of 2016 is open on the morning.
    package static func facts(at now: Instant = morning) -> Facts {
        Facts(
            now: now, institution: "inserm",
            people: Dictionary(uniqueKeysWithValues: everyone.map { ($0, Person(id: $0)) }), grants: grants,
            organisations: Dictionary(uniqueKeysWithValues: [institution, seoul, kyoto].map { ($0.id, $0) }),
            calls: [call.id: call])
    }

    /// Identifiers and salts that are the same in every run.
    package static func randomness() -> Randomness {
        let counter = Counter()
        return Randomness(
            uuid: { counter.uuid() }, salt: { [UInt8](repeating: UInt8(counter.next() % 251), count: 16) })
    }
}
