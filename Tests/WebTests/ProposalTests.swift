import Agreements
import Engine
import Testing

@testable import Web

@Suite("New proposals")
struct ProposalTests {
    @Test("The choice tells which instruments may be begun, and until when their call is open")
    func choice() async throws {
        try await House().caller { guest in
            let body = try await guest.get("/files/new?lang=en").body
            #expect(body.contains("Associated &lt;laboratory&gt;"))
            #expect(body.contains("Call 2016, open until 15 June 2016, 17:00"))
            #expect(body.contains("value=\"lia\"") && !body.contains("value=\"umi\""))
            #expect(body.contains("No call is open or announced."))
        }
        try await House().caller(roles: ["EXP"]) { guest in
            let body = try await guest.get("/files/new?lang=en").body
            #expect(
                body.contains("Your roles let you propose no instrument.") && !body.contains("value=\"lia\""))
        }
    }

    @Test("An instrument that may not be proposed is refused in the page")
    func refusal() async throws {
        try await House().caller { guest in
            let reply = try await guest.post(
                "/files/new?lang=en", [("workflow", "gdre")], from: "/files/new")
            #expect(reply.status == 422 && reply.body.contains("Not for you."))
        }
    }

    @Test("A proposal from a file says what people call that file, and nothing of one that they may not see")
    func copied() async throws {
        try await House().caller { guest in
            let body = try await guest.get("/files/new?from=LIA-1&lang=fr").body
            #expect(body.contains("<strong>NEUROKO (brouillon)</strong>"))
            #expect(body.contains("name=\"from\" value=\"LIA-1\""))
            let other = try await guest.get("/files/new?from=e8d55ba2-7fcc-4000&lang=fr").body
            #expect(!other.contains("seront repris de") && !other.contains("<strong>e8d55ba2"))
        }
    }

    @Test("Each step keeps what was typed and leads to the next; the last one opens the file once")
    func steps() async throws {
        try await House().caller { guest in
            let begun = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            #expect(begun.status == 303 && begun.headers["location"] == "/files/new/lia.1/parties")
            let base = "/files/new/lia.1"
            func send(_ step: String, _ fields: [(String, String)]) async throws -> String? {
                try await guest.post("\(base)/\(step)", fields, from: "\(base)/\(step)").headers["location"]
            }
            let parties = [("f.parties", "inserm"), ("f.parties", "snu")]
            #expect(try await send("parties", parties) == "\(base)/who")
            #expect(try await send("who", [("f.who.unit", "U1"), ("go", "back")]) == "\(base)/parties")
            #expect(try await send("who", [("f.who.unit", "U1")]) == "\(base)/dossier-1")
            #expect(try await send("dossier-1", [("f.dossier.acronym", "A&B")]) == "\(base)/dossier-2")
            #expect(try await send("dossier-2", [("f.dossier.budget", "15")]) == "\(base)/check")
            let check = try await guest.get("\(base)/check?lang=en").body
            #expect(check.contains("A&amp;B") && check.contains("U1"))
            #expect(check.contains("<a href=\"\(base)/dossier-1#field-dossier-summary\">Summary</a>"))
            #expect(try await send("check", []) == "/files/NEW-1?done=1")
            #expect(try await guest.get("\(base)/check").status == 404)
        }
    }

    @Test(
        "The script keeps what is typed without leaving the page, and tells when; it comes from our own server"
    )
    func keeps() async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            let path = "/files/new/lia.1/dossier-1"
            let page = try await guest.get(path).body
            #expect(
                page.contains("<script src=\"/assets/entente.js\" defer></script>")
                    && page.contains(" data-draft>"))
            let kept = try await guest.post(
                "\(path)?lang=en", [("f.dossier.acronym", "NEUROKO"), ("go", "keep")], from: path)
            #expect(kept.status == 200 && kept.body.hasPrefix(Catalogue.text("proposal.kept").en))
            #expect(kept.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(try await guest.get(path).body.contains("value=\"NEUROKO\""))
            let script = try await guest.get("/assets/entente.js")
            #expect(
                script.status == 200 && script.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(try await !guest.get("/files/new").body.contains("<script"))
        }
    }

    @Test("What is wrong stands beside its field and at the top, and what was typed is kept")
    func problems() async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            let path = "/files/new/lia.1/dossier-2"
            let reply = try await guest.post(
                "\(path)?lang=en", [("f.dossier.budget", "a lot")], from: path)
            #expect(reply.status == 422 && reply.body.contains("value=\"a lot\""))
            #expect(reply.body.contains("<a href=\"#field-dossier-budget\">Budget</a>"))
            #expect(reply.body.contains("aria-invalid=\"true\"") && reply.body.contains("a whole number"))
            let left = try await guest.post(
                path, [("f.dossier.budget", "a lot"), ("go", "leave")], from: path)
            #expect(left.headers["location"] == "/files/new?saved=1")
            let check = "/files/new/lia.1/check"
            let refused = try await guest.post("\(check)?lang=en", [], from: check)
            #expect(refused.status == 422 && refused.body.contains("at least two parties"))
            #expect(!refused.body.contains("Create the file"))
        }
    }

    @Test("A search for parties is an address, and keeps what is ticked")
    func search() async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            let path = "/files/new/lia.1/parties"
            let sent = try await guest.post(
                path, [("f.parties", "snu"), ("q", "Ins & co"), ("go", "search")], from: path)
            #expect(sent.headers["location"] == "\(path)?q=Ins%20%26%20co")
            let body = try await guest.get("\(path)?q=Ins&lang=en").body
            #expect(body.contains("value=\"snu\" checked>") && body.contains("value=\"inserm\">"))
            #expect(body.contains("value=\"Ins\"") && body.contains("Organisations found"))
            #expect(try await guest.get("\(path)?q=zzz&lang=en").body.contains("No other organisation"))
        }
    }

    @Test(
        "Steps are a list that says which one is open, on pages without inline script, style or second heading"
    )
    func accessible() async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            for step in ["parties", "who", "dossier-1", "dossier-2", "check"] {
                let body = try await guest.get("/files/new/lia.1/\(step)?lang=fr").body
                #expect(body.count(of: "aria-current=\"step\"") == 1 && body.count(of: "<h1") == 1)
                #expect(
                    body.count(of: "<script")
                        == body.count(of: "<script src=\"/assets/entente.js\" defer></script>")
                        && !body.contains("style=\""))
            }
            #expect(try await guest.get("/files/new/lia.1/dossier-3").status == 404)
            #expect(try await guest.get("/files/new/other/parties").status == 404)
        }
    }

    @Test("Drafts are listed with what they are called, and can be discarded")
    func drafts() async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            let path = "/files/new/lia.1/dossier-1"
            _ = try await guest.post(path, [("f.dossier.acronym", "NEUROKO"), ("go", "leave")], from: path)
            let body = try await guest.get("/files/new?lang=en").body
            #expect(body.contains("<a href=\"/files/new/lia.1/parties\">NEUROKO</a>"))
            let gone = try await guest.post("/files/new/lia.1/discard", [], from: "/files/new")
            #expect(gone.headers["location"] == "/files/new?discarded=1")
            #expect(try await !guest.get("/files/new").body.contains("NEUROKO"))
        }
    }

    @Test("A rule that says no is shown on the last step")
    func rules() async throws {
        var house = House()
        house.proposals.onPropose = { _ in
            throw Refusal(
                code: "call_closed", text: .init(fr: "L’appel est clos.", en: "The call is closed."))
        }
        try await house.caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            let parties = "/files/new/lia.1/parties"
            _ = try await guest.post(
                parties, [("f.parties", "inserm"), ("f.parties", "snu")], from: parties)
            let check = "/files/new/lia.1/check"
            let reply = try await guest.post("\(check)?lang=en", [], from: check)
            #expect(reply.status == 422 && reply.body.contains("The call is closed."))
        }
    }
}
