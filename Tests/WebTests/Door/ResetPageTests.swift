import Agreements
import Engine
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("The page of a lost password")
struct ResetPageTests {
    private let house = House()
    private var stranger: String { house.doorkeeper.formKey(of: nil) }

    private func ask(_ wire: Wire, _ address: String) async throws -> Reply {
        try await wire.submit("/login/reset?lang=en", [("address", address)], key: stranger)
    }

    @Test("The door leads to it, and it asks for the address alone", arguments: ["fr", "en"])
    func form(language: String) async throws {
        try await withServer(house: house) { wire in
            let door = try await wire.get("/login?lang=\(language)")
            #expect(door.body.contains("href=\"/login/reset?lang=\(language)\""))
            let page = try await wire.get("/login/reset?lang=\(language)")
            #expect(page.status == 200 && page.body.contains("name=\"address\" type=\"email\""))
            #expect(!page.body.contains("type=\"password\""))
        }
    }

    @Test("Whether anybody has the address does not show; whoever has it is mailed a link")
    func alike() async throws {
        house.account()
        try await withServer(house: house) { wire in
            let (known, unknown) = (
                try await ask(wire, "anne@lab.example"), try await ask(wire, "nobody@lab.example")
            )
            #expect(known.status == 200 && unknown.status == 200)
            #expect(known.body == unknown.body)
            #expect(known.body.contains(Catalogue.text("reset.sent").en))
        }
        #expect(house.accounts.resets.count == 1)
    }

    @Test("The link of the mail leads to a new password, which opens the door")
    func chosen() async throws {
        house.account()
        try await withServer(house: house) { wire in
            _ = try await ask(wire, "anne@lab.example")
            let code = house.doorkeeper.resetCode(of: try #require(house.accounts.resets.last))
            let password = "une lune orange"
            let reply = try await wire.submit(
                "/invitations/\(code)", [("password", password), ("again", password)], key: stranger)
            #expect(reply.status == 303)
            let entry = try await wire.submit(
                "/login", [("address", "anne@lab.example"), ("password", password)], key: stranger)
            #expect(entry.status == 303 && entry.headers["location"] == "/todo")
            #expect(try await wire.get("/invitations/\(code)").status != 200)
        }
    }

    @Test("No address, and one that is none, come back; after ten none is heard")
    func limits() async throws {
        try await withServer(house: house) { wire in
            for address in ["", " ", String(repeating: "a", count: 321)] {
                #expect(try await ask(wire, address).status == 422)
            }
            for _ in 0..<10 { #expect(try await ask(wire, "nobody@lab.example").status == 200) }
            let last = try await ask(wire, "nobody@lab.example")
            #expect(last.status == 429)
        }
    }
}
