import Agreements
import Engine
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("One act on several files")
struct BatchPageTests {
    private static let path = "/todo/acts/decide?set=s1"

    /// What was asked of the desk.
    private final class Orders: Sendable {
        private let orders = Mutex<[ActRequest]>([])
        var all: [ActRequest] { orders.withLock { $0 } }
        func add(_ order: ActRequest) { orders.withLock { $0.append(order) } }
    }

    private struct Broken: Error {}

    /// An act that asks for a comment and a reason.
    private static func form(_ file: String, _ fields: [FormField] = [comment]) -> ActForm {
        var form = ActForm.sample
        (form.file, form.reference, form.fields, form.texts) = (file, file, fields, [])
        return form
    }

    private static let comment = FormField(
        name: "comment", label: .init(fr: "Commentaire", en: "Comment"), kind: .text, isRequired: true)

    private static func item(_ file: String, set: String? = "s1") -> WorkItem {
        var item = WorkItem.sample(file)
        item.acts = [.init(ActName("decide", process: "life"), .init(fr: "Décider", en: "Decide"), set: set)]
        return item
    }

    private static func house(_ files: [String], _ orders: Orders = Orders()) -> House {
        var house = House()
        house.files.work = files.map { item($0) }
        for file in files { house.files.forms[file] = form(file) }
        house.files.onAct = { orders.add($0) }
        return house
    }

    private static func sent(_ files: [String], reason: String = "Il le faut") -> [(String, String)] {
        [("request", "r-1"), ("f.comment", "Bien"), ("reason", reason)]
            + files.flatMap {
                [("item", "\($0)/life"), ("revision:\($0)/life", "7"), ("text:\($0)/life", "")]
            }
    }

    @Test("The worklist leads to it where two files wait for the same act, and only there")
    func offered() async throws {
        for (items, isOffered) in [
            ([Self.item("LIA-1"), Self.item("LIA-2")], true), ([Self.item("LIA-1")], false),
            ([Self.item("LIA-1"), Self.item("LIA-2", set: "s2")], false),
            ([Self.item("LIA-1", set: nil), Self.item("LIA-2", set: nil)], false),
        ] {
            var house = House()
            house.files.work = items
            let guest = try await house.guest(roles: ["DG"])
            try await withServer(house: house) { wire in
                let body = try await wire.page("/todo?lang=en", of: guest).body
                #expect(body.contains("href=\"/todo/acts/decide?set=s1\"") == isOffered)
            }
        }
    }

    @Test("Each file has a box with what tells it apart, in a group by instrument", arguments: ["fr", "en"])
    func page(language: String) async throws {
        let house = Self.house(["LIA-1", "LIA-2"])
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            let reply = try await wire.page("\(Self.path)&lang=\(language)", of: guest)
            let body = reply.body
            #expect(reply.status == 200 && body.count(of: "type=\"checkbox\"") == 2)
            for part in [
                "name=\"item\" value=\"LIA-1/life\"", "name=\"item\" value=\"LIA-2/life\"",
                "name=\"revision:LIA-1/life\" value=\"7\"", "name=\"f.comment\"", "name=\"reason\"",
                "action=\"/todo/acts/decide?set=s1\"", "for=\"item-1\"",
                "<legend>\(language == "fr" ? "Laboratoire" : "Laboratory")</legend>",
            ] { #expect(body.contains(part), "\(part)") }
            #expect(!body.contains(" checked") && !body.contains("name=\"password\""))
        }
    }

    @Test("A file that asks for something of its own, or that refuses, is told apart and has no box")
    func others() async throws {
        var house = Self.house(["LIA-1", "LIA-2", "LIA-3", "LIA-4"])
        house.files.forms["LIA-3"]?.fields[0].value = "As agreed"
        house.files.forms["LIA-4"]?.refusal = .init(fr: "Trop <tôt>.", en: "Too <early>.")
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            let body = try await wire.page("\(Self.path)&lang=en", of: guest).body
            #expect(body.count(of: "type=\"checkbox\"") == 2)
            #expect(body.contains(Catalogue.text("batch.own").en) && body.contains("Too &lt;early&gt;."))
            #expect(body.contains("href=\"/files/LIA-3/acts/decide?process=life\""))
        }
    }

    @Test("Each chosen file gets a command of its own, and the page tells what became of each")
    func outcomes() async throws {
        let orders = Orders()
        var house = Self.house(["LIA-1", "LIA-2", "LIA-3", "LIA-4", "LIA-5"], orders)
        house.files.onAct = { order in
            orders.add(order)
            switch order.requestID {
            case "page/r-1/LIA-2/life":
                throw Refusal(code: "own_proposal", text: .init(fr: "Le vôtre.", en: "It is <yours>."))
            case "page/r-1/LIA-3/life":
                throw Refusal(code: "stale_revision", text: .init(fr: "Changé.", en: "Moved."))
            case "page/r-1/LIA-4/life": throw Broken()
            default: break
            }
        }
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            let files = ["LIA-1", "LIA-2", "LIA-3", "LIA-4"]
            let reply = try await wire.submit("\(Self.path)&lang=en", Self.sent(files), by: guest)
            #expect(reply.status == 200)
            for part in [
                "Selected", "It is &lt;yours&gt;.", Catalogue.text("outcome.changed").en,
                Catalogue.text("outcome.fault").en, "Done for 1 of 4.", "name=\"item\" value=\"LIA-4/life\"",
                "name=\"request\" value=\"r-1\"",
            ] { #expect(reply.body.contains(part), "\(part)") }
            #expect(!reply.body.contains("Broken") && !reply.body.contains("LIA-5"))
            #expect(!reply.body.contains("name=\"item\" value=\"LIA-1/life\""))
        }
        #expect(orders.all.map(\.requestID) == (1...4).map { "page/r-1/LIA-\($0)/life" })
        #expect(orders.all.allSatisfy { $0.values == ["comment": "Bien"] && $0.revision == 7 })
        #expect(orders.all.allSatisfy { $0.reason == "Il le faut" })
    }

    @Test("Sent twice, what the first form did is told again; what another did meanwhile has changed")
    func twice() async throws {
        let orders = Orders()
        var house = Self.house([], orders)
        house.files.earlier["page/r-1/LIA-1/life"] = [.init(fr: "Retenu", en: "Selected")]
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            let reply = try await wire.submit(
                "\(Self.path)&lang=en", Self.sent(["LIA-1", "LIA-2"]), by: guest)
            #expect(reply.status == 200 && reply.body.contains("Done for 1 of 2."))
            #expect(reply.body.contains("Selected"))
            #expect(reply.body.contains(Catalogue.text("outcome.changedNext").en))
        }
        #expect(orders.all.isEmpty)
    }

    @Test("What is missing is told in the form, which keeps what was typed and ticked; nothing is done")
    func problems() async throws {
        let orders = Orders()
        let house = Self.house(["LIA-1", "LIA-2"], orders)
        let guest = try await house.guest(roles: ["DG"])
        let whole = Self.sent(["LIA-2"])
        let many = Self.sent((0...50).map { "X-\($0)" })
        try await withServer(house: house) { wire in
            for (fields, key) in [
                (Self.sent([]), "batch.none"), (Self.sent(["LIA-2"], reason: " "), "act.reasonMissing"),
                (whole.filter { $0.0 != "f.comment" }, "batch.missing"), (many, "batch.tooMany"),
            ] {
                let reply = try await wire.submit("\(Self.path)&lang=en", fields, by: guest)
                #expect(reply.status == 422 && reply.body.contains(Catalogue.text(key).en), "\(key)")
                #expect(reply.body.contains("name=\"request\" value=\"r-1\""), "\(key)")
            }
            let kept = try await wire.submit(
                "\(Self.path)&lang=en", Self.sent(["LIA-2"], reason: ""), by: guest)
            #expect(kept.body.contains("id=\"reason-problem\""))
            #expect(kept.body.contains(">Bien</textarea>") && kept.body.count(of: " checked") == 1)
        }
        #expect(orders.all.isEmpty)
    }

    @Test("A value that cannot be read is told at its field")
    func unreadable() async throws {
        var house = Self.house(["LIA-1", "LIA-2"])
        house.files.onAct = { _ in throw FormProblem(["comment": .init(fr: "un mot", en: "a word")]) }
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            let reply = try await wire.submit("\(Self.path)&lang=en", Self.sent(["LIA-1"]), by: guest)
            #expect(reply.status == 422 && reply.body.contains("id=\"field-comment-problem\">a word<"))
        }
    }

    @Test("What binds asks once for the password of whoever did not just come in, for all files together")
    func proof() async throws {
        let orders = Orders()
        var house = Self.house(["LIA-1", "LIA-2"], orders)
        for file in ["LIA-1", "LIA-2"] { house.files.forms[file]?.asksProof = true }
        let guest = try await house.guest(roles: ["DG"])
        house.accounts.advance(by: 300)
        let sent = Self.sent(["LIA-1", "LIA-2"])
        try await withServer(house: house) { wire in
            let page = try await wire.page(Self.path, of: guest).body
            #expect(page.count(of: "name=\"password\"") == 1)
            let missing = try await wire.submit("\(Self.path)&lang=en", sent, by: guest)
            #expect(missing.status == 422 && missing.body.contains(Catalogue.text("act.proofMissing").en))
            let done = try await wire.submit(
                "\(Self.path)&lang=en", sent + [("password", House.password)], by: guest)
            #expect(done.status == 200 && done.body.contains("Done for 2 of 2."))
            #expect(!done.body.contains(House.password))
        }
        #expect(orders.all.count == 2)
    }

    @Test("A set that waits for nobody is not found; a form that no page of ours made is not read")
    func unknown() async throws {
        let orders = Orders()
        let house = Self.house(["LIA-1", "LIA-2"], orders)
        let guest = try await house.guest(roles: ["DG"])
        try await withServer(house: house) { wire in
            for path in ["/todo/acts/decide", "/todo/acts/decide?set=s9", "/todo/acts/sign?set=s1"] {
                #expect(try await wire.page(path, of: guest).status == 404, "\(path)")
            }
            let twice = Self.sent(["LIA-1"]) + [("item", "LIA-1/life")]
            let nameless = Self.sent(["LIA-1"]).filter { $0.0 != "request" }
            let odd = ["LIA-1", "LIA-1/life/x", "/life", "LIA-1/", "LIA%2d1/life", "LIA 1/life", "%zz/life"]
            let forms = [twice, nameless] + odd.map { Self.sent([]) + [("item", $0)] }
            for form in forms {
                let reply = try await wire.submit(Self.path, form, by: guest)
                #expect(reply.status == 400, "\(form)")
            }
        }
        #expect(orders.all.isEmpty)
    }
}
