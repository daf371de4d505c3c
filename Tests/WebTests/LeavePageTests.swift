import Agreements
import Engine
import Foundation
import Testing

@testable import Web

@Suite("Absence and delegation")
struct LeavePageTests {
    private static let days = [("request", "r-1"), ("first", "2016-06-20"), ("last", "2016-06-19")]
    private static let backwards = Refusal(
        code: "bad_input", text: .init(fr: "Champ : trop tôt", en: "Field: too early"),
        field: .init("until", .init(fr: "trop tôt", en: "too early")))

    @Test(
        "A scope or a person that cannot be is told at the top and beside its field",
        arguments: ["scope", "grantee"])
    func wrongField(name: String) async throws {
        var house = House()
        house.leave.onDays = { _ in throw FormProblem([name: .init(fr: "non", en: "no such thing")]) }
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let form = Self.days + [("scope", "ZZZ"), ("grantee", "x")]
            let body = try await wire.submit("/leave/delegations?lang=en", form, by: guest).body
            #expect(
                body.contains("href=\"#\(name)\"") && body.contains("id=\"\(name)-problem\">no such thing"))
            #expect(body.count(of: "aria-invalid=\"true\"") == 1)
        }
    }

    @Test(
        "A day that cannot be is told beside its field; the other form on the page is as it was",
        arguments: [("absences", "absence", "delegation"), ("delegations", "delegation", "absence")])
    func wrongDay(path: String, form: String, other: String) async throws {
        let wrong: [(any Error, String, String)] = [
            (Self.backwards, "last", "too early"),
            (FormProblem(["first": .init(fr: "non", en: "no such day")]), "first", "no such day"),
        ]
        for (error, field, words) in wrong {
            var house = House()
            house.leave.onDays = { _ in throw error }
            let guest = try await house.guest()
            try await withServer(house: house) { wire in
                let reply = try await wire.submit("/leave/\(path)?lang=en", Self.days, by: guest)
                let body = reply.body
                #expect(reply.status == 422 && !body.contains("Field: too early"))
                for part in [
                    "href=\"#\(form)-\(field)\"", "id=\"\(form)-\(field)-problem\">\(words)<",
                    "id=\"\(form)-first\" name=\"first\" type=\"date\" required value=\"2016-06-20\"",
                    "id=\"\(form)-last\" name=\"last\" type=\"date\" required value=\"2016-06-19\"",
                    "id=\"\(other)-last\" name=\"last\" type=\"date\" required value=\"\"",
                ] { #expect(body.contains(part), "\(part)") }
                #expect(body.count(of: "aria-invalid=\"true\"") == 1)
            }
        }
    }

    @Test("A refusal that speaks of no day is told at the top")
    func refusal() async throws {
        var house = House()
        house.leave.onDays = { _ in
            throw Refusal(code: "no_right_to_delegate", text: .init(fr: "Non.", en: "Not yours."))
        }
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("/leave/delegations?lang=en", Self.days, by: guest)
            #expect(reply.status == 422 && reply.body.contains("<p>Not yours.</p>"))
            #expect(!reply.body.contains("aria-invalid"))
        }
    }

    @Test(
        "Absences that last or come can be ended; one that is over, or was ended before it began, is not listed"
    )
    func listed() async throws {
        var house = House()
        let spans = [(0, 0), (-3, 2), (5, 9), (-4, -1), (5, 4)]
        house.leave.absences = spans.map { first, last in
            Absence(
                id: Absence.ID(UUID()), person: Person.ID(UUID()),
                from: SampleLeave.today.adding(days: first), until: SampleLeave.today.adding(days: last))
        }
        let guest = try await house.guest()
        try await withServer(house: house) { [absences = house.leave.absences] wire in
            let body = try await wire.page("/leave", of: guest).body
            let isListed = absences.map { body.contains("name=\"id\" value=\"\($0.id)\"") }
            #expect(isListed == [true, true, true, false, false])
        }
    }

    @Test("A delegation is shown to its last day, which is included")
    func lastDay() async throws {
        var house = House()
        let role = LocalizedText(fr: "Direction générale", en: "Directorate")
        house.leave.given = [
            .init(
                id: "d", other: "Lise", role: role, scope: .init(fr: "LIA-2016-0042", en: "LIA-2016-0042"),
                from: try Instant(parsing: "2016-06-14T22:00:00.000Z"),
                until: try Instant(parsing: "2016-06-20T22:00:00.000Z"), isOpen: true)
        ]
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("/leave?lang=en", of: guest).body
            #expect(body.contains("<td>15 June 2016</td><td>20 June 2016</td>"), "\(body)")
            #expect(body.contains("<td>LIA-2016-0042</td>"))
        }
    }

    @Test(
        "An absence that was entered is told as done, with each file that it leaves to nobody, once and by its name"
    )
    func left() async throws {
        var house = House()
        house.leave.left = [
            .init(name: .init(fr: "LIA-2016-0042", en: "LIA-2016-0042"), path: "/files/LIA-2016-0042"),
            .init(name: .init(fr: "AURORE (brouillon)", en: "AURORE (draft)"), path: "/files/x"),
        ]
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("/leave/absences?lang=en", Self.days, by: guest)
            #expect(reply.status == 200 && !reply.body.contains("role=\"alert\""))
            for part in [
                "class=\"done\" role=\"status\"", Catalogue.text("leave.recorded").en,
                "<a href=\"/files/LIA-2016-0042\">LIA-2016-0042</a>",
                "<a href=\"/files/x\">AURORE (draft)</a>",
            ] { #expect(reply.body.contains(part), "\(part)") }
        }
    }
}
