import Agreements
import Engine
import Testing

@testable import Web

@Suite("A draft in two windows")
struct DraftWindowTests {
    private static let path = "/files/new/lia.1/dossier-1"

    /// The marks of what a page shows, as its form sends them back.
    private static func marks(_ body: String) -> [(String, String)] {
        body.matches(of: /name="(was\.[^"]*)" value="([^"]*)"/).map { (String($0.1), String($0.2)) }
    }

    private static func caller(_ body: @Sendable @escaping (Caller) async throws -> Void) async throws {
        try await House().caller { guest in
            _ = try await guest.post("/files/new", [("workflow", "lia")], from: "/files/new")
            try await body(guest)
        }
    }

    @Test("What one window saved is not written over by another: it is told, and what was typed stays")
    func conflict() async throws {
        try await Self.caller { guest in
            let marks = Self.marks(try await guest.get(Self.path).body)
            #expect(marks.map(\.0) == ["was.dossier.acronym", "was.dossier.summary"])
            func send(_ acronym: String, _ marks: [(String, String)]) async throws -> Reply {
                let typed = [("f.dossier.acronym", acronym), ("f.dossier.summary", "")]
                return try await guest.post("\(Self.path)?lang=en", typed + marks, from: Self.path)
            }
            #expect(try await send("FIRST", marks).status == 303)
            let second = try await send("SECOND", marks)
            #expect(second.status == 409 && second.body.contains("<li>Acronym: FIRST</li>"))
            #expect(second.body.contains("value=\"SECOND\""))
            #expect(second.body.contains(Catalogue.text("proposal.stale").en))
            #expect(try await guest.get(Self.path).body.contains("value=\"FIRST\""))
            let knowing = try await send("SECOND", Self.marks(second.body))
            #expect(knowing.status == 303, "Whoever has read it may go on.")
            #expect(try await guest.get(Self.path).body.contains("value=\"SECOND\""))
        }
    }

    @Test("Two windows that change different fields keep what both wrote")
    func merged() async throws {
        try await Self.caller { guest in
            let marks = Self.marks(try await guest.get(Self.path).body)
            for typed in [("FIRST", ""), ("", "Second")] {
                let fields = [("f.dossier.acronym", typed.0), ("f.dossier.summary", typed.1)]
                #expect(try await guest.post(Self.path, fields + marks, from: Self.path).status == 303)
            }
            let body = try await guest.get(Self.path).body
            #expect(body.contains("value=\"FIRST\"") && body.contains(">Second</textarea>"))
        }
    }

    @Test("A form that keeps itself is told what it shows from then on, and to stop after another window")
    func keeping() async throws {
        try await Self.caller { guest in
            let first = Self.marks(try await guest.get(Self.path).body)
            func keep(_ acronym: String, _ marks: [(String, String)]) async throws -> Reply {
                let typed = [("f.dossier.acronym", acronym), ("f.dossier.summary", ""), ("go", "keep")]
                return try await guest.post("\(Self.path)?lang=en", typed + marks, from: Self.path)
            }
            let kept = try await keep("A", first)
            let next = kept.body.split(separator: "\n").dropFirst().map { line in
                let parts = line.split(separator: " ")
                return (String(parts[0]), String(parts[1]))
            }
            #expect(kept.status == 200 && next.map(\.0) == first.map(\.0) && next[0].1 != first[0].1)
            #expect(try await keep("AB", next).status == 200, "Its own words are no other window’s.")
            let other = try await keep("C", first)
            #expect(other.status == 409 && other.body == Catalogue.text("proposal.stopped").en)
            #expect(other.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(try await guest.get(Self.path).body.contains("value=\"AB\""))
        }
    }

    @Test("Parties that another window chose are not unticked unseen")
    func parties() async throws {
        let path = "/files/new/lia.1/parties"
        try await Self.caller { guest in
            let marks = Self.marks(try await guest.get(path).body)
            let both = [("f.parties", "snu"), ("f.parties", "inserm")]
            #expect(try await guest.post(path, both + marks, from: path).status == 303)
            let untouched = try await guest.post(path, [("f.parties", "inserm")] + marks, from: path)
            #expect(untouched.status == 303, "Nothing was chosen in this window.")
            #expect(try await guest.get(path).body.contains("value=\"snu\" checked>"))
            let none = try await guest.post("\(path)?lang=en", marks, from: path)
            #expect(none.status == 409 && none.body.contains("value=\"snu\">"))
        }
    }

    @Test("A draft that another window discarded is told as gone, and what was typed goes into a new one")
    func discarded() async throws {
        try await Self.caller { guest in
            let typed = [("f.dossier.acronym", "NEUROKO"), ("f.dossier.summary", "Nine <pages>")]
            let path = "\(Self.path)?lang=en"
            _ = try await guest.post("/files/new/lia.1/discard", [], from: "/files/new")
            let kept = try await guest.post(path, typed + [("go", "keep")], from: "/files/new")
            #expect(kept.status == 410 && kept.body == Catalogue.text("proposal.lostStopped").en)
            let lost = try await guest.post(path, typed, from: "/files/new")
            #expect(lost.status == 410 && lost.body.contains(Catalogue.text("proposal.lostDetail").en))
            #expect(lost.body.contains("<li class=\"said\">Nine &lt;pages&gt;</li>"))
            #expect(lost.body.contains("name=\"f.dossier.acronym\" value=\"NEUROKO\""))
            let again = [("workflow", "lia"), ("step", "dossier-1")] + typed
            let begun = try await guest.post("/files/new", again, from: "/files/new")
            #expect(begun.status == 303 && begun.headers["location"] == Self.path)
            let body = try await guest.get(Self.path).body
            #expect(body.contains("value=\"NEUROKO\"") && body.contains(">Nine &lt;pages&gt;</textarea>"))
            let none = try await guest.post("/files/new/other/dossier-1", typed, from: "/files/new")
            #expect(none.status == 404, "No draft was ever called so.")
            let refused = try await guest.post(
                "/files/new?lang=en", [("workflow", "gdre"), ("step", "dossier-1")] + typed,
                from: "/files/new")
            #expect(refused.status == 422 && refused.body.contains("Not for you."))
            #expect(refused.body.contains("name=\"f.dossier.acronym\" value=\"NEUROKO\""))
        }
    }

    @Test("A draft that another window made a file of leads to that file")
    func sent() async throws {
        var house = House()
        house.proposals.file = "LIA-2016-001"
        try await house.caller { guest in
            let typed = [("f.dossier.acronym", "NEUROKO")]
            let reply = try await guest.post("\(Self.path)?lang=en", typed, from: "/files/new")
            #expect(reply.status == 410 && reply.body.contains("href=\"/files/LIA-2016-001\""))
            #expect(reply.body.contains("<li class=\"said\">NEUROKO</li>"))
            #expect(!reply.body.contains("name=\"f.dossier.acronym\""))
        }
    }
}
