import Agreements
import Engine
import Testing

@testable import Web

@Suite("Reference lists")
struct ReferencePageTests {
    @Test(
        "The page shows the lists, the contact address and where it is set; only the office brings lists up to date"
    )
    func page() async throws {
        for (role, loads) in [("INT", true), ("AUD", false)] {
            var house = House()
            house.office.list = ListTable(
                [.code, .name, .from, .until],
                [
                    [
                        .text("KR"), .words(.init(fr: "Corée", en: "Korea")), .none,
                        .day(Day(daysSinceEpoch: 18_000)),
                    ]
                ], count: 1)
            try await house.caller(roles: [role]) { guest in
                let body = try await guest.get("/ops/reference?lang=en").body
                for text in ["contact@entente.example", "ENTENTE_CONTACT_ADDRESS", "Europe/Paris", "Korea"] {
                    #expect(body.contains(text), "\(text)")
                }
                #expect(body.contains("action=\"/ops/reference/load\"") == loads)
            }
        }
    }

    @Test("Files that cannot be read are told above the lists, and nothing leads away")
    func load() async throws {
        try await House().caller(roles: ["ADM"]) { guest in
            let reply = try await guest.post("/ops/reference/load", [], from: "/ops/reference")
            #expect(reply.status == 303 && reply.headers["location"] == "/ops/reference?done=1")
        }
        var house = House()
        house.office.onLoad = {
            throw Refusal(code: "reference_unreadable", text: .init(fr: "illisible", en: "cannot be read"))
        }
        try await house.caller(roles: ["ADM"]) { guest in
            let reply = try await guest.post("/ops/reference/load?lang=en", [], from: "/ops/reference")
            #expect(reply.status == 422 && reply.body.contains("cannot be read"))
        }
    }
}
