import Agreements
import Engine
import Foundation
import TestSupport
import Testing

@testable import Web

/// Where a form says what a rule of the definition said.
@Suite("The field that a rule weighed")
struct WeighedFieldTests {
    private static func label(_ text: String) -> LocalizedText { LocalizedText(fr: text, en: text) }

    /// A form whose first field chooses what the others are for.
    private static var form: ActForm {
        var act = ActForm.sample
        let kinds = [FormChoice("extend", label("Extend")), FormChoice("add_parties", label("Add parties"))]
        let bodies = [FormChoice("snu", label("Seoul")), FormChoice("kyoto", label("Kyoto"))]
        act.fields = [
            FormField(name: "kind", label: label("Kind"), kind: .choice(kinds), isRequired: true),
            FormField(name: "newEnd", label: label("New end"), kind: .day, isRequired: false),
            FormField(
                name: "newParties", label: label("New parties"), kind: .choices(bodies), isRequired: false),
        ]
        for index in 1...2 { act.fields[index].hasAlternative = true }
        return act
    }

    @Test(
        "It is the one that a choice asks for, not the choice; the summary leads to it",
        arguments: [
            (["event.kind", "event.newEnd"], "newEnd", "New end"),
            (["event.kind", "has(event.newEnd)"], "newEnd", "New end"),
            (["event.kind", "has(event.newParties)"], "newParties", "New parties"),
            (["event.kind", "agreement.end"], "kind", "Kind"),
        ])
    func choice(reads: [String], name: String, label: String) async throws {
        var house = House()
        house.files.form = Self.form
        house.files.onAct = { _ in
            throw Refusal(
                code: "new_end_needed", text: Self.label("Give an end."),
                reads: reads.map { .init(path: $0, value: "x") })
        }
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let sent = [("reason", "x"), ("revision", "7"), ("process", "life"), ("request", "r-1")]
            let reply = try await wire.submit("/files/LIA-2016-0042/acts/decide?lang=en", sent, by: guest)
            #expect(reply.status == 422)
            #expect(reply.body.contains("id=\"field-\(name)-problem\">Give an end.</p>"))
            #expect(reply.body.contains("href=\"#field-\(name)\">\(label)</a>"))
            #expect(reply.body.contains(" id=\"field-\(name)\""), "where the link leads")
            #expect(reply.body.count(of: "class=\"field wrong\"") == 1)
        }
    }
}
