import Agreements
import Engine
import FoundationEssentials
import Synchronization
import Testing

@testable import Web

@Suite("What the office mends by hand")
struct RepairTests {
    private static let refusal = Refusal(code: "not_refused", text: .init(fr: "Non.", en: "No."))

    private static func waiting(_ id: UUID) -> House {
        var house = House()
        var sheet = NoticeSheet.sample
        sheet.note = .acknowledge
        house.office.sheets[id] = sheet
        return house
    }

    @Test("A notice that did not arrive asks how it was seen to; one that nobody waits for does not")
    func noticePage() async throws {
        let (id, other) = (UUID(), UUID())
        var house = Self.waiting(id)
        house.office.sheets[other] = .sample
        let (office, auditor) = (
            try await house.guest(roles: ["INT"]), try await house.guest(roles: ["AUD"])
        )
        let path = "/ops/notices/\(id.uuidString.lowercased())"
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(path)?lang=en", of: office).body
            #expect(body.contains("action=\"\(path)/acknowledge\"") && body.contains("name=\"reason\""))
            #expect(!(try await wire.page(path, of: auditor).body).contains("/acknowledge"))
            let calm = try await wire.page("/ops/notices/\(other)", of: office).body
            #expect(!calm.contains("/acknowledge"))
        }
    }

    @Test("It is noted once with its reason, which must be there and be one that can be kept")
    func acknowledge() async throws {
        let id = UUID()
        let asked = Mutex<[String]>([])
        var house = Self.waiting(id)
        house.office.onNote = { note, notice, reason in
            #expect(note == .acknowledge && notice == id)
            if reason == "odd" { throw FormProblem(["reason": .init(fr: "autrement", en: "otherwise")]) }
            let isSecond = asked.withLock { reasons in
                defer { reasons.append(reason) }
                return !reasons.isEmpty
            }
            if isSecond { throw Self.refusal }
        }
        let guest = try await house.guest(roles: ["INT"])
        let path = "/ops/notices/\(id.uuidString.lowercased())"
        try await withServer(house: house) { wire in
            for (reason, words) in [("", Catalogue.text("act.reasonMissing").en), ("odd", "otherwise")] {
                let reply = try await wire.submit(
                    "\(path)/acknowledge?lang=en", [("reason", reason)], by: guest)
                #expect(reply.status == 422 && reply.body.count(of: words) == 2, "\(reason)")
                #expect(reply.body.contains("id=\"reason-problem\">\(words)<"))
                #expect(reply.body.count(of: "aria-invalid=\"true\"") == 1)
                #expect(
                    reply.body.contains("href=\"#reason\"") && reply.body.contains(">\(reason)</textarea>"))
            }
            for _ in 1...2 {
                let reply = try await wire.submit(
                    "\(path)/acknowledge", [("reason", "called them")], by: guest)
                #expect(reply.status == 303 && reply.headers["location"] == path)
            }
            let odd = try await wire.submit("/ops/notices/x/acknowledge", [("reason", "a")], by: guest)
            #expect(odd.status == 404)
        }
        #expect(asked.withLock { $0 } == ["called them", "called them"])
    }

    @Test("A mail that came back after it was accepted is noted by the office with its words")
    func bounce() async throws {
        let id = UUID()
        var house = House()
        var sheet = NoticeSheet.sample
        sheet.note = .bounce
        house.office.sheets[id] = sheet
        let noted = Mutex<[String]>([])
        house.office.onNote = { note, notice, reason in
            #expect(note == .bounce && notice == id)
            noted.withLock { $0.append(reason) }
        }
        let (office, auditor) = (
            try await house.guest(roles: ["INT"]), try await house.guest(roles: ["AUD"])
        )
        let path = "/ops/notices/\(id.uuidString.lowercased())"
        try await withServer(house: house) { wire in
            #expect(try await wire.page(path, of: office).body.contains("action=\"\(path)/bounce\""))
            #expect(!(try await wire.page(path, of: auditor).body).contains("/bounce"))
            let reply = try await wire.submit(
                "\(path)/bounce", [("reason", "5.1.1 no such user")], by: office)
            #expect(reply.status == 303 && reply.headers["location"] == path)
        }
        #expect(noted.withLock(\.self) == ["5.1.1 no such user"])
    }

    @Test("A blocked timer tells its cause and can be left out by the office, which says why")
    func timerPage() async throws {
        var house = House()
        house.office.timers["t1"] = .sample
        let (office, auditor) = (
            try await house.guest(roles: ["INT"]), try await house.guest(roles: ["AUD"])
        )
        try await withServer(house: house) { wire in
            let body = try await wire.page("/ops/timers/t1?lang=en", of: office).body
            for part in [
                "There is no &lt;count&gt;.", "href=\"/files/LIA-1\"", "action=\"/ops/timers/t1\"",
                "name=\"reason\"",
            ] { #expect(body.contains(part), "\(part)") }
            let read = try await wire.page("/ops/timers/t1", of: auditor)
            #expect(read.status == 200 && !read.body.contains("name=\"reason\""))
            #expect(try await wire.page("/ops/timers/t2", of: office).status == 404)
            let refused = try await wire.submit("/ops/timers/t1", [("reason", "a")], by: auditor)
            #expect(refused.status == 403)
        }
    }

    @Test("Left out it is once; a refusal is told in the form as long as the timer blocks")
    func skip() async throws {
        let asked = Mutex<[String]>([])
        var house = House()
        house.office.timers["t1"] = .sample
        house.office.onSkip = { timer, reason, request in
            asked.withLock { $0.append("\(timer) \(reason) \(request)") }
            if timer != "t1" || reason == "no" { throw Self.refusal }
        }
        let guest = try await house.guest(roles: ["INT"])
        try await withServer(house: house) { wire in
            func send(_ timer: String, _ reason: String) async throws -> Reply {
                try await wire.submit(
                    "/ops/timers/\(timer)?lang=en", [("reason", reason), ("request", "r-1")], by: guest)
            }
            #expect(try await send("t1", "agreed").headers["location"] == "/ops?done=1")
            #expect(try await send("t2", "agreed").headers["location"] == "/ops")
            let refused = try await send("t1", "no")
            #expect(refused.status == 422 && refused.body.contains("No.</p>"))
            #expect(try await send("t1", " ").status == 422)
            let nameless = try await wire.submit("/ops/timers/t1", [("reason", "agreed")], by: guest)
            #expect(nameless.status == 400)
        }
        #expect(
            asked.withLock { $0 } == ["t1 agreed page/r-1", "t2 agreed page/r-1", "t1 no page/r-1"])
    }
}
