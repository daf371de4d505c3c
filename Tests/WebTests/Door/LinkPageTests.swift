import Agreements
import Engine
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Coming in by the link of a notice")
struct LinkPageTests {
    private static func path(_ sample: RouteSample) -> String {
        "/n/\(sample.notice.uuidString.lowercased())/\(sample.token)"
    }

    /// The digits that the newest mail holds.
    private static func digits(_ house: House) throws -> String {
        house.doorkeeper.digits(of: try #require(house.accounts.passcodes.last))
    }

    @Test("The button sends a code, the code opens the file, once")
    func whole() async throws {
        let sample = try await RouteSample()
        let (house, path, key) = (sample.house, Self.path(sample), sample.house.doorkeeper.formKey(of: nil))
        try await withServer(sample.status, house: house) { wire in
            let page = try await wire.get("\(path)?lang=en")
            #expect(page.status == 200 && page.body.contains("action=\"\(path)?lang=en\""))
            #expect(house.accounts.passcodes.isEmpty, "reading sends none")
            let sent = try await wire.submit("\(path)?lang=en", [], key: key)
            #expect(sent.status == 200 && sent.body.contains("action=\"\(path)/code?lang=en\""))
            let code = try Self.digits(house)
            #expect(!sent.body.contains(code))
            let wrong = try await wire.submit("\(path)/code?lang=en", [("code", "12")], key: key)
            #expect(wrong.status == 422 && wrong.body.contains(Catalogue.text("link.wrongCode").en))
            let entered = try await wire.submit("\(path)/code?lang=en", [("code", code)], key: key)
            #expect(entered.status == 303)
            #expect(entered.headers["location"] == "/files/LIA-2016-0042?lang=en")
            let cookie = try #require(entered.headers["set-cookie"]).prefix { $0 != ";" }
            #expect(try await wire.get("/files/LIA-2016-0042", ["Cookie: \(cookie)"]).status == 200)
            #expect(try await wire.get("/account", ["Cookie: \(cookie)"]).status == 403)
            #expect(try await wire.submit("\(path)/code", [("code", code)], key: key).status == 422)
        }
    }

    @Test("Five codes within an hour are enough, and a link that nobody made sends none")
    func limits() async throws {
        let sample = try await RouteSample()
        let (house, path, key) = (sample.house, Self.path(sample), sample.house.doorkeeper.formKey(of: nil))
        try await withServer(sample.status, house: house) { wire in
            #expect(try await wire.submit("\(path)x", [], key: key).status == 404)
            #expect(try await wire.submit("\(path)x/code", [], key: key).status == 404)
            for _ in 0..<5 { #expect(try await wire.submit(path, [], key: key).status == 200) }
            let sixth = try await wire.submit("\(path)?lang=en", [], key: key)
            #expect(sixth.status == 429 && sixth.body.contains(Catalogue.text("link.tooManyCodes").en))
            #expect(house.accounts.passcodes.count == 5)
        }
    }

    @Test("Whoever is of the institution is led to their account, and gets no code")
    func staff() async throws {
        let sample = try await RouteSample()
        let (house, path, key) = (sample.house, Self.path(sample), sample.house.doorkeeper.formKey(of: nil))
        var status = sample.status
        status.notice = { _, _ in
            var view = NoticeView.sample
            view.isForStaff = true
            return .found(view)
        }
        try await withServer(status, house: house) { wire in
            let page = try await wire.get("\(path)?lang=en").body
            #expect(page.contains("href=\"/files/LIA-2016-0042\"") && !page.contains("<form"))
            #expect(try await wire.submit(path, [], key: key).status == 403)
            #expect(try await wire.submit("\(path)/code", [("code", "1")], key: key).status == 403)
            #expect(house.accounts.passcodes.isEmpty)
        }
    }

    @Test("Once its step is over a session by link sees nothing; only its own act is thanked for")
    func over() async throws {
        let sample = try await RouteSample()
        var house = sample.house
        let isOpen = Mutex(true)
        house.files.isOpen = { isOpen.withLock { $0 } }
        let guest = try await house.guest(notice: sample.notice)
        let file = "/files/LIA-2016-0042"
        try await withServer(sample.status, house: house) { wire in
            #expect(try await wire.page(file, of: guest).status == 200)
            isOpen.withLock { $0 = false }
            for path in [file, "\(file)/documents", "\(file)/documents/1", "\(file)/edit"] {
                #expect(try await wire.page(path, of: guest).status == 410, "\(path)")
            }
            #expect(try await wire.submit("\(file)/acts/select", [], by: guest).status == 410)
            let thanks = try await wire.page("\(file)?done=1&lang=en", of: guest)
            #expect(thanks.status == 200 && thanks.body.contains(Catalogue.text("link.thanks").en))
            #expect(try await wire.submit("/logout", [], by: guest).status == 303)
        }
    }
}
