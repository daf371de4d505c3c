import Agreements
import Engine
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("The form of an act")
struct ActPageTests {
    private static let path = "/files/LIA-2016-0042/acts/decide"
    private static let filled = [
        ("process", "life"), ("revision", "7"), ("request", "r-1"), ("f.amount", "15 000"),
        ("f.outcome", "yes"),
        ("reason", "Il le faut"),
    ]

    /// What was asked of the desk.
    private final class Orders: Sendable {
        private let orders = Mutex<[ActRequest]>([])
        var all: [ActRequest] { orders.withLock { $0 } }
        func add(_ order: ActRequest) { orders.withLock { $0.append(order) } }
    }

    private static func house(_ form: ActForm, _ orders: Orders, throwing error: (any Error)? = nil) -> House
    {
        var house = House()
        house.files.form = form
        house.files.onAct = { order in
            orders.add(order)
            if let error { throw error }
        }
        return house
    }

    @Test("It asks for each field, the reason, and carries revision and request", arguments: ["fr", "en"])
    func page(language: String) async throws {
        let house = Self.house(.sample, Orders())
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.page("\(Self.path)?process=life&lang=\(language)", of: guest)
            let id = reply.headers["x-request-id"] ?? "none"
            #expect(reply.status == 200)
            for part in [
                "action=\"\(Self.path)\"", "name=\"formKey\" value=\"\(guest.formKey)\"",
                "name=\"process\" value=\"life\"", "name=\"revision\" value=\"7\"",
                "name=\"request\" value=\"\(id)\"", "name=\"f.amount\"", "name=\"f.note\"", "name=\"f.from\"",
                "name=\"f.outcome\"", "name=\"f.units\"", "name=\"reason\"", "inputmode=\"numeric\"",
                "type=\"date\"", "type=\"checkbox\"", language == "fr" ? "Montant" : "Amount",
                language == "fr" ? "Défavorable" : "Unfavourable", language == "fr" ? "En euros" : "In euros",
            ] { #expect(reply.body.contains(part), "\(part)") }
            #expect(!reply.body.contains("name=\"password\"") && !reply.body.contains("name=\"principal\""))
        }
    }

    @Test("Sent, it is done once with what was typed, and leads back to the file")
    func done() async throws {
        let orders = Orders()
        let house = Self.house(.sample, orders)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let more = [
                ("f.note", ""), ("f.unknown", "x"), ("f.units", "U1"), ("state", "signed"), ("actor", "x"),
            ]
            let reply = try await wire.submit(Self.path, Self.filled + more, by: guest)
            #expect(reply.status == 303 && reply.headers["location"] == "/files/LIA-2016-0042?done=1")
        }
        let order = try #require(orders.all.first)
        #expect(orders.all.count == 1 && order.act == ActName("decide", process: "life"))
        #expect(order.values["amount"] == "15 000" && order.values["outcome"] == "yes")
        #expect(order.values["note"] == nil && order.values["unknown"] == nil)
        #expect(order.reason == "Il le faut" && order.revision == 7 && order.requestID == "page/r-1")
        #expect(order.principal == nil)
    }

    @Test("Without a reason it comes back with all that was typed")
    func reason() async throws {
        let orders = Orders()
        let house = Self.house(.sample, orders)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let typed =
                Self.filled.filter { $0.0 != "reason" } + [
                    ("f.note", "a \"note\" & <more>"), ("reason", "  "),
                ]
            let reply = try await wire.submit("\(Self.path)?lang=en", typed, by: guest)
            #expect(reply.status == 422 && reply.body.contains("href=\"#reason\""))
            let missing = Catalogue.text("act.reasonMissing").en
            #expect(reply.body.contains("id=\"reason-problem\">\(missing)<"))
            #expect(reply.body.contains("aria-describedby=\"reason-help reason-problem\""))
            #expect(reply.body.count(of: missing) == 2, "in the summary, and beside the field")
            Self.checkKept(reply.body)
            #expect(reply.body.contains("&lt;more&gt;") && !reply.body.contains("<more>"))
        }
        #expect(orders.all.isEmpty)
    }

    private static func checkKept(_ body: String) {
        #expect(body.contains("value=\"15 000\"") && body.contains("<option value=\"yes\" selected>"))
        #expect(
            body.contains("name=\"request\" value=\"r-1\"") && body.contains("name=\"revision\" value=\"7\""))
    }

    @Test("A rule that says no is told, in the reader's language, with all that was typed")
    func refusal() async throws {
        let refusal = Refusal(
            code: "call_closed", text: .init(fr: "L’appel est <clos>.", en: "The call is <closed>."))
        let house = Self.house(.sample, Orders(), throwing: refusal)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            for (language, text) in [
                ("fr", "L’appel est &lt;clos&gt;."), ("en", "The call is &lt;closed&gt;."),
            ] {
                let reply = try await wire.submit("\(Self.path)?lang=\(language)", Self.filled, by: guest)
                #expect(reply.status == 422 && reply.body.contains(text), "\(language)")
                #expect(reply.body.contains("Il le faut"))
                Self.checkKept(reply.body)
            }
        }
    }

    @Test("A value that cannot be read is told at its field and at the top")
    func problem() async throws {
        let problem = FormProblem(["amount": .init(fr: "un nombre", en: "a number")])
        let house = Self.house(.sample, Orders(), throwing: problem)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("\(Self.path)?lang=en", Self.filled, by: guest)
            #expect(reply.status == 422 && reply.body.contains("href=\"#field-amount\""))
            #expect(reply.body.contains("id=\"field-amount-problem\">a number<"))
            #expect(reply.body.contains("aria-describedby=\"field-amount-help field-amount-problem\""))
            #expect(reply.body.count(of: "aria-invalid=\"true\"") == 1)
            Self.checkKept(reply.body)
        }
    }

    @Test("A rule that speaks of a field of the form is told beside it, and at the top by its label")
    func refusedField() async throws {
        for (field, isBeside) in [("amount", true), ("elsewhere", false)] {
            let refusal = Refusal(
                code: "bad_input", text: .init(fr: "Champ : requis", en: "Field: required"),
                field: .init(field, .init(fr: "requis", en: "required")))
            let house = Self.house(.sample, Orders(), throwing: refusal)
            let guest = try await house.guest()
            try await withServer(house: house) { wire in
                let reply = try await wire.submit("\(Self.path)?lang=en", Self.filled, by: guest)
                #expect(reply.status == 422, "\(field)")
                #expect(reply.body.contains("href=\"#field-amount\">Amount</a>") == isBeside, "\(field)")
                #expect(
                    reply.body.contains("id=\"field-amount-problem\">required<") == isBeside, "\(field)")
                #expect(reply.body.contains("<p>Field: required</p>") != isBeside, "\(field)")
                Self.checkKept(reply.body)
            }
        }
    }

    @Test("A refusal that stands already is shown before anything is typed")
    func refusedNow() async throws {
        var form = ActForm.sample
        form.refusal = .init(fr: "Trop tôt.", en: "Too early.")
        let house = Self.house(form, Orders())
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(Self.path)?process=life&lang=en", of: guest).body
            #expect(body.contains("role=\"status\">Too early.</p>"))
        }
    }

    @Test("What binds asks for the password of whoever did not just come in")
    func proof() async throws {
        var form = ActForm.sample
        form.asksProof = true
        let orders = Orders()
        let house = Self.house(form, orders)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let fresh = try await wire.page("\(Self.path)?process=life", of: guest)
            #expect(!fresh.body.contains("name=\"password\""))
            house.accounts.advance(by: 300)
            try await Self.checkProof(wire, guest)
            let done = try await wire.submit(
                Self.path, Self.filled + [("password", House.password)], by: guest)
            #expect(done.status == 303)
            #expect(
                try await wire.submit(Self.path, Self.filled, by: guest).status == 303, "it is fresh again")
        }
        #expect(orders.all.count == 2)
    }

    private static func checkProof(_ wire: Wire, _ guest: Guest) async throws {
        let stale = try await wire.page("\(path)?process=life", of: guest)
        #expect(
            stale.body.contains("name=\"password\" type=\"password\"")
                && !stale.body.contains("name=\"code\""))
        let missing = try await wire.submit("\(path)?lang=en", filled, by: guest)
        #expect(missing.status == 422 && missing.body.contains(Catalogue.text("act.proofMissing").en))
        let wrong = try await wire.submit(
            "\(path)?lang=en", filled + [("password", "un canot vert")], by: guest)
        #expect(wrong.status == 422 && wrong.body.contains(Catalogue.text("password.wrong").en))
        #expect(!wrong.body.contains("un canot vert"))
        checkKept(wrong.body)
    }

    @Test("For somebody else, under a delegation, it asks for the password too, and says for whom")
    func principal() async throws {
        let holder = Person.ID(UUID())
        var form = ActForm.sample
        form.principals = [FormChoice(holder.description, .init(fr: "Le <DG>", en: "The <DG>"))]
        let orders = Orders()
        let house = Self.house(form, orders)
        let guest = try await house.guest()
        house.accounts.advance(by: 300)
        try await withServer(house: house) { wire in
            let page = try await wire.page("\(Self.path)?process=life&lang=en", of: guest)
            #expect(page.body.contains("<option value=\"\(holder)\">The &lt;DG&gt;</option>"))
            #expect(page.body.contains("name=\"password\""))
            let typed = Self.filled + [("principal", holder.description)]
            #expect(try await wire.submit(Self.path, typed, by: guest).status == 422)
            let done = try await wire.submit(Self.path, typed + [("password", House.password)], by: guest)
            #expect(done.status == 303)
        }
        #expect(orders.all.map(\.principal) == [holder])
    }

    @Test("Who came by a link comes in again by a code before what binds")
    func link() async throws {
        var form = ActForm.sample
        form.asksProof = true
        let orders = Orders()
        let house = Self.house(form, orders)
        let guest = try await house.guest(notice: UUID())
        try await withServer(house: house) { wire in
            #expect(try await wire.submit(Self.path, Self.filled, by: guest).status == 303)
            house.accounts.advance(by: 300)
            let reply = try await wire.submit(
                "\(Self.path)?lang=en", Self.filled + [("password", House.password)], by: guest)
            #expect(reply.status == 422 && reply.body.contains(Catalogue.text("act.linkAgain").en))
        }
        #expect(orders.all.count == 1)
    }

    @Test("Who came by a link that is over meanwhile is told so; whoever has an account finds no such act")
    func linkOver() async throws {
        let house = House()
        let (link, account) = (try await house.guest(notice: UUID()), try await house.guest())
        try await withServer(house: house) { wire in
            let told = try await wire.submit("\(Self.path)?lang=en", Self.filled, by: link)
            #expect(told.status == 410)
            #expect(told.body.contains(Catalogue.text("problem.notice_gone.title").en))
            #expect(try await wire.submit(Self.path, Self.filled, by: account).status == 404)
        }
    }

    @Test(
        "A form that says one thing twice is refused, however the name is written; boxes may be several",
        arguments: [
            ("reason=a&reason=b", 400), ("revision=7&revi%73ion=8", 400), ("f.amount=1&f.amount=2", 400),
            ("f.outcome=yes&f.outcome=no", 400), ("f.units=U1&f.units=U2", 303),
        ])
    func repeated(fields: String, status: Int) async throws {
        let orders = Orders()
        let house = Self.house(.sample, orders)
        let guest = try await house.guest()
        let names = fields.split(separator: "&").map { $0.prefix { $0 != "=" } }
        let rest = Fields(Self.filled.filter { !names.contains(Substring($0.0)) }.map { ($0.0, $0.1) })
        let body = "formKey=\(guest.formKey)&\(rest.encoded)&\(fields)"
        try await withServer(house: house) { wire in
            let reply = try await wire.send(
                "POST \(Self.path)",
                [
                    "Host: localhost", "Connection: close", guest.cookie,
                    "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
                ], body: body)
            #expect(reply.status == status)
            if status == 400 { #expect(reply.member("code") == "duplicate_form_key") }
        }
        #expect(orders.all.map { $0.values["units"] } == (status == 303 ? ["U1,U2"] : []))
    }

    @Test("A second click on what is done leads where the first one did")
    func again() async throws {
        var house = House()
        house.files.earlier["page/r-1"] = [.init(fr: "Retenu", en: "Selected")]
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(Self.path, Self.filled, by: guest)
            #expect(reply.status == 303 && reply.headers["location"] == "/files/LIA-2016-0042?done=1")
            let other = Self.filled.filter { $0.0 != "request" } + [("request", "r-2")]
            #expect(try await wire.submit(Self.path, other, by: guest).status == 404)
        }
    }

    @Test(
        "Who sends a form after another did the act is told that the file changed",
        arguments: [(8, 409), (7, 404)])
    func over(revision: Int, status: Int) async throws {
        var house = House()
        var file = FileView.sample
        (file.name, file.revision) = ("LIA-2016-0042", revision)
        house.files.file = file
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("\(Self.path)?lang=en", Self.filled, by: guest)
            #expect(reply.status == status)
            #expect(reply.body.contains(Catalogue.text("problem.act_over.title").en) == (status == 409))
            let reason = Self.filled.first { $0.0 == "reason" }?.1 ?? ""
            #expect(reply.body.contains("href=\"/files/LIA-2016-0042\"") == (status == 409))
            #expect(reply.body.contains(reason) == (status == 409), "what was written is not lost")
        }
    }

    @Test(
        "What a rule says of what was filled in stands beside that field, and the title tells that it is wrong"
    )
    func weighed() async throws {
        var house = Self.house(.sample, Orders())
        house.files.onAct = { _ in
            throw Refusal(
                code: "dated_in_future", text: .init(fr: "Trop tard.", en: "Too late."),
                reads: [.init(path: "now", value: "x"), .init(path: "event.from", value: "x")])
        }
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("\(Self.path)?lang=en", Self.filled, by: guest)
            #expect(reply.status == 422 && reply.body.contains("id=\"field-from-problem\">Too late.</p>"))
            #expect(reply.body.contains("<title>Error – Decide"))
        }
    }

    @Test("What was asked stands above the form, which takes an answer")
    func asked() async throws {
        var act = ActForm.sample
        (act.asksReason, act.asked) = (false, "Join the letter")
        let orders = Orders()
        let house = Self.house(act, orders)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(Self.path)?lang=en", of: guest).body
            #expect(body.contains("Join the letter") && body.contains("id=\"reason\""))
            let reply = try await wire.submit(Self.path, Self.filled, by: guest)
            #expect(reply.status == 303)
        }
        #expect(orders.all.first?.reason == "Il le faut")
    }

    @Test(
        "The address of an act that cannot be opened shows the file, and why; an act of no file is not found",
        arguments: [
            (ActAbsence.notNow, "act.over"), (.notTheirs, "act.notYours"), (.noPart, "act.noPart"),
        ])
    func overByAddress(absence: ActAbsence, key: String) async throws {
        var house = House()
        house.files.file = .sample
        house.files.absence = absence
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.page("\(Self.path)?lang=en", of: guest)
            #expect(reply.status == 409 && reply.body.contains(Catalogue.text(key).en))
            #expect(reply.body.contains("AURORE"))
            let file = try await wire.page("/files/LIA-2016-0042?over=1&lang=en", of: guest)
            #expect(!file.body.contains(Catalogue.text("act.over").en), "Nobody says it by an address.")
            #expect(try await wire.page("/files/LIA-2016-0042/acts/fly", of: guest).status == 404)
            #expect(try await wire.page("/files/LIA-2016-0043/acts/decide", of: guest).status == 404)
        }
    }

    @Test("The address of an act without its part of the file leads to the one part that awaits it")
    func elsewhere() async throws {
        var house = House()
        house.files.file = .sample
        house.files.absence = .elsewhere(process: "report/2016")
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let reply = try await wire.page(Self.path, of: guest)
            #expect(reply.status == 303)
            #expect(reply.headers["location"] == "/files/LIA-2016-0042/acts/decide?process=report%2F2016")
        }
    }

    @Test(
        "An act that the file does not have is not found; a form without its request id is not a form of ours"
    )
    func unknown() async throws {
        let orders = Orders()
        let house = Self.house(.sample, orders)
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let first = try await wire.page("\(Self.path)?process=other", of: guest)
            #expect(first.status == 404)
            let other = "/files/LIA-2016-0042/acts/sign"
            #expect(try await wire.page(other, of: guest).status == 404)
            #expect(try await wire.submit(other, Self.filled, by: guest).status == 404)
            for request in ["", String(repeating: "r", count: 65)] {
                let typed = Self.filled.filter { $0.0 != "request" } + [("request", request)]
                #expect(try await wire.submit(Self.path, typed, by: guest).status == 400)
            }
        }
        #expect(orders.all.isEmpty)
    }

    @Test("A signature shows what is signed, for whom and in what capacity, with the way to the text")
    func signing() async throws {
        var form = ActForm.sample
        form.about = .init(
            fr: "Rapport annuel – attendu le 31 janvier 2021", en: "Annual report – due on 31 January 2021")
        form.signing = .init(
            title: .init(fr: "Accord <de Kyoto>", en: "Agreement of <Kyoto>"), path: "/files/a/documents/b",
            party: "Kyoto University", role: .init(fr: "Signataire", en: "Signatory"))
        let house = Self.house(form, Orders())
        let guest = try await house.guest()
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(Self.path)?lang=en", of: guest).body
            for part in [
                "Agreement of &lt;Kyoto&gt;", "href=\"/files/a/documents/b\"", "Kyoto University",
                "<dd>Signatory</dd>",
                "Agreement · v2", "Annual report – due on 31 January 2021",
            ] { #expect(body.contains(part), "\(part)") }
        }
    }

    @Test("A character that cannot be kept is told beside its field, and what was typed stays")
    func damaged() async throws {
        let orders = Orders()
        try await Self.house(.sample, orders).caller { guest in
            let fields = Self.filled.filter { $0.0 != "f.amount" } + [("f.amount", "15\u{0}000")]
            let reply = try await guest.post("\(Self.path)?lang=en", fields, from: Self.path)
            #expect(reply.status == 422 && reply.body.contains("15\u{FFFD}000") && orders.all.isEmpty)
            #expect(reply.body.contains("a character cannot be kept"))
        }
    }

    @Test("A form of an older file comes back with what happened since, to be sent again")
    func stale() async throws {
        var house = Self.house(.sample, Orders())
        house.files.onAct = { _ in throw Refusal(code: "stale_revision", text: .init(fr: "x", en: "x")) }
        try await house.caller { guest in
            let reply = try await guest.post("\(Self.path)?lang=en", Self.filled, from: Self.path)
            #expect(
                reply.status == 409 && reply.body.contains("The file changed while you filled in this form"))
        }
    }
}
