import Agreements
import Engine
import FoundationEssentials
import Synchronization
import Testing

@testable import Web

@Suite("Retention")
struct RetentionPageTests {
    private static let file = Agreement.ID(UUID())
    private static let path = "/ops/retention"

    private static var house: House {
        let lines = [
            line(.awaited), line(.held), line(.approved),
            RetentionView.Line(
                rule: "mail", title: .init(fr: "Courriels", en: "Mails"), file: nil,
                name: .init(fr: "Courriels", en: "Mails"), since: Day(daysSinceEpoch: 18_000), count: 9,
                fate: .init(fr: "Détruire", en: "Destroy"), state: .free),
        ]
        var house = House()
        house.retention.view = RetentionView(
            lines: lines, next: file,
            rules: ["dossier", "mail"].map { FormChoice($0, .init(fr: $0, en: $0)) })
        return house
    }

    private static func line(_ state: RetentionView.State) -> RetentionView.Line {
        RetentionView.Line(
            rule: "dossier", title: .init(fr: "Dossier", en: "Dossier"), file: file,
            name: .init(fr: "LIA-1", en: "LIA-1"), since: Day(daysSinceEpoch: 18_000), count: 3,
            fate: .init(fr: "Détruire", en: "Destroy"), state: state)
    }

    @Test("The archivist sees what is due and gives a visa where one is awaited, never under a hold")
    func archivist() async throws {
        try await Self.house.caller(roles: ["ARCH"]) { guest in
            let body = try await guest.get("\(Self.path)?lang=en").body
            for text in [
                "<a href=\"/files/\(Self.file)\">LIA-1</a>", "<span class=\"tag alert\">Held</span>",
                "Visa awaited",
                "Approved", "Without a visa", "href=\"\(Self.path)?after=\(Self.file)\"",
                "/ops/retention/run",
                "<label class=\"hidden\" for=\"reason-0\">Reason of the visa for LIA-1</label>",
            ] { #expect(body.contains(text), "\(text)") }
            #expect(body.count(of: "action=\"/ops/retention/approve\"") == 1)
            #expect(!body.contains("href=\"/ops\""))
            #expect(try await guest.get("\(Self.path)?after=x").status == 400)
            #expect(try await guest.get("\(Self.path)?after=\(Self.file)").status == 200)
        }
    }

    @Test(
        "The office eliminates what was approved and approves nothing; who audits only reads",
        arguments: [("INT", true), ("ADM", true), ("AUD", false)])
    func roles(role: String, runs: Bool) async throws {
        try await Self.house.caller(roles: [role]) { guest in
            let body = try await guest.get(Self.path).body
            #expect(body.contains("/ops/retention/run") == runs)
            #expect(!body.contains("/ops/retention/approve"))
        }
    }

    @Test(
        "A visa is handed on with its file, rule and reason, once for each request; a refusal is told on the page"
    )
    func approve() async throws {
        let orders = Mutex<[VisaRequest]>([])
        var house = Self.house
        house.retention.onApprove = { order in
            orders.withLock { $0.append(order) }
            if order.reason.isEmpty {
                throw Refusal(code: "bad_input", text: .init(fr: "un motif", en: "a reason is needed"))
            }
        }
        try await house.caller(roles: ["ARCH"]) { guest in
            let fields = [("file", Self.file.description), ("rule", "dossier"), ("request", "r-0")]
            let done = try await guest.post(
                "\(Self.path)/approve", fields + [("reason", "seen")], from: Self.path)
            #expect(done.status == 303 && done.headers["location"] == "\(Self.path)?done=1")
            let refused = try await guest.post("\(Self.path)/approve?lang=en", fields, from: Self.path)
            #expect(refused.status == 422 && refused.body.contains("a reason is needed"))
        }
        let first = try #require(orders.withLock(\.self).first)
        #expect(first.file == Self.file.description && first.rule == "dossier" && first.reason == "seen")
        #expect(first.requestID == "page/r-0")
    }

    @Test("A visa without a reason comes back with what is wrong beside its field, in the words of the field")
    func reasonMissing() async throws {
        var house = Self.house
        house.retention.onApprove = { _ in
            let problem = LocalizedText(fr: "un motif", en: "a reason")
            throw Refusal(
                code: "bad_input", text: .init(fr: "Champ « reason »", en: "Field \"reason\""),
                field: Refusal.Field("reason", problem))
        }
        try await house.caller(roles: ["ARCH"]) { guest in
            let fields = [
                ("file", Self.file.description), ("rule", "dossier"), ("request", "r-0"), ("reason", " "),
            ]
            let reply = try await guest.post("\(Self.path)/approve?lang=en", fields, from: Self.path)
            #expect(reply.status == 422)
            #expect(reply.body.contains("<a href=\"#reason-0\">Reason of the visa for LIA-1</a>: a reason"))
            #expect(reply.body.contains("<p class=\"problem\" id=\"reason-0-problem\">a reason</p>"))
            #expect(reply.body.count(of: "aria-describedby=\"reason-0-problem\"") == 1)
            #expect(!reply.body.contains("Field &quot;reason&quot;"))
        }
    }

    @Test("What a hold stops is told, and what was eliminated leads back to the list")
    func run() async throws {
        var house = Self.house
        house.retention.onEliminate = { request in
            request == "page/held" ? [.init(fr: "LIA-1 : gelé", en: "LIA-1: legal hold")] : []
        }
        try await house.caller(roles: ["ARCH"]) { guest in
            let path = "\(Self.path)/run"
            let all = try await guest.post(path, [("request", "r")], from: Self.path)
            #expect(all.status == 303)
            let held = try await guest.post("\(path)?lang=en", [("request", "held")], from: Self.path)
            #expect(held.status == 200 && held.body.contains("LIA-1: legal hold"))
            #expect(try await guest.post(path, [], from: Self.path).status == 400)
        }
    }

    @Test("The list is narrowed by rule and status, on every page of it and in its spreadsheet")
    func narrowed() async throws {
        try await Self.house.caller(roles: ["ARCH"]) { guest in
            let body = try await guest.get("\(Self.path)?lang=en&rule=dossier&status=held").body
            #expect(body.contains("Held</span>") && body.count(of: "<th scope=\"row\">") == 1)
            for link in [
                "\(Self.path)?after=\(Self.file)&amp;rule=dossier&amp;status=held",
                "\(Self.path).csv?rule=dossier&amp;status=held",
            ] { #expect(body.contains("href=\"\(link)\""), "\(link)") }
            let sheet = try await guest.get("\(Self.path).csv?lang=en&rule=dossier&status=held")
            #expect(sheet.headers["content-disposition"] == "attachment; filename=\"retention.csv\"")
            #expect(sheet.body.contains("LIA-1,Dossier,2019-04-14,3,Destroy,Held\r\n"))
            #expect(sheet.body.count(of: "\r\n") == 2)
            #expect(try await guest.get("\(Self.path).csv").body.count(of: "\r\n") == 5)
            for query in ["rule=none", "status=gone"] {
                let refused = try await guest.get("\(Self.path)?\(query)")
                #expect(refused.status == 400 && refused.body.contains("Critère inconnu"), "\(query)")
            }
            let later = try await guest.get("\(Self.path)?lang=en&after=\(Self.file)&status=held").body
            #expect(later.contains("href=\"\(Self.path)?status=held\""))
        }
    }

    @Test("A spreadsheet looks at so many files only, and says where the others are")
    func longSheet() async throws {
        var house = Self.house
        house.retention.isEndless = true
        try await house.caller(roles: ["ARCH"]) { guest in
            let next = "\(Self.path).csv?after=\(Self.file)&rule=dossier&status=held"
            for path in ["\(Self.path).csv?rule=dossier&status=held", next] {
                let sheet = try await guest.get("\(path)&lang=en")
                #expect(sheet.body.count(of: "\r\n") == RetentionView.sheetPagesMax + 2)
                #expect(
                    sheet.body.hasSuffix("\r\nContinued (files not looked at yet),\(next),,,,\r\n"))
                #expect(sheet.headers["link"] == "<\(next)>; rel=\"next\"")
            }
            #expect(try await guest.get("\(Self.path).csv?after=x").status == 400)
        }
    }

    @Test("Without rules the page says so")
    func noRules() async throws {
        var house = House()
        house.retention.isWithoutRules = true
        try await house.caller(roles: ["ADM"]) { guest in
            let reply = try await guest.get("\(Self.path)?lang=en")
            #expect(reply.status == 200 && reply.body.contains("no rule is loaded"))
        }
    }
}
