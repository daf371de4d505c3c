import Agreements
import Synchronization
import Testing

@testable import Web

@Suite("The dossier of a file")
struct DossierTests {
    private static func dossier(refusal: LocalizedText? = nil) -> DossierForm {
        var sections = SampleProposals.sections
        sections[0][0].value = "NEURO<KO>"
        return DossierForm(
            file: "LIA-2016-001", reference: "LIA-2016-001", subject: "NEURO<KO>", revision: 7,
            sections: sections, missing: ["dossier.summary", "dossier.budget"], refusal: refusal)
    }

    @Test("Its page shows what is there, names what is missing and carries the revision")
    func page() async throws {
        var house = House()
        house.proposals.dossier = Self.dossier()
        try await house.caller { guest in
            let body = try await guest.get("/files/LIA-2016-001/edit?lang=en").body
            #expect(
                body.contains("value=\"NEURO&lt;KO&gt;\"") && body.contains("name=\"revision\" value=\"7\""))
            #expect(body.contains("/files/LIA-2016-001/edit?part=2#field-dossier-budget\">Budget</a>"))
            #expect(body.count(of: "aria-current=\"step\"") == 1 && body.contains("At most 20 characters."))
            #expect(try await guest.get("/files/LIA-2016-001/edit?part=2").body.contains("Budget"))
            #expect(try await guest.get("/files/OTHER/edit").status == 404)
        }
    }

    @Test("One part is sent at a time, with the fields that are its own, and leads on")
    func save() async throws {
        let sent = Mutex<[DossierRequest]>([])
        var house = House()
        house.proposals.dossier = Self.dossier()
        house.proposals.onEdit = { order in sent.withLock { $0.append(order) } }
        let path = "/files/LIA-2016-001/edit"
        try await house.caller { guest in
            let fields = [
                ("f.dossier.acronym", "NEW"), ("f.dossier.summary", ""), ("f.dossier.budget", "1"),
                ("part", "1"), ("revision", "7"), ("request", "r1"),
            ]
            let next = try await guest.post(path, fields + [("go", "next")], from: path)
            #expect(next.headers["location"] == "\(path)?part=2&saved=1")
            let left = try await guest.post(path, fields + [("go", "leave")], from: path)
            #expect(left.headers["location"] == "/files/LIA-2016-001?done=1")
        }
        let order = try #require(sent.withLock(\.self).first)
        #expect(order.values == ["dossier.acronym": "NEW", "dossier.summary": ""])
        #expect(order.revision == 7 && order.requestID == "page/r1")
    }

    @Test("A value that cannot be read, or a rule that says no, brings the form back with what was typed")
    func problems() async throws {
        var house = House()
        house.proposals.dossier = Self.dossier()
        house.proposals.onEdit = { order in
            guard order.values["dossier.acronym"] == "STALE" else {
                throw FormProblem(["dossier.acronym": .init(fr: "trop long", en: "too long")])
            }
            throw Refusal(code: "stale", text: .init(fr: "Le dossier a changé.", en: "The file changed."))
        }
        let path = "/files/LIA-2016-001/edit"
        try await house.caller { guest in
            let long = try await guest.post(
                "\(path)?lang=en", [("f.dossier.acronym", "LONG"), ("request", "r")], from: path)
            #expect(
                long.status == 422 && long.body.contains("too long") && long.body.contains("value=\"LONG\""))
            let stale = try await guest.post(
                "\(path)?lang=en", [("f.dossier.acronym", "STALE"), ("request", "r")], from: path)
            #expect(stale.status == 422 && stale.body.contains("The file changed."))
            #expect(
                stale.body.contains("value=\"STALE\"") && !stale.body.contains("name=\"request\" value=\"r\"")
            )
            #expect(try await guest.post(path, [], from: path).status == 400)
        }
    }

    @Test("A value that cannot be kept is told beside its field, and the rest stands in the form")
    func damaged() async throws {
        var house = House()
        house.proposals.dossier = Self.dossier()
        house.proposals.onEdit = { _ in Issue.record("what is damaged was sent") }
        let path = "/files/LIA-2016-001/edit"
        try await house.caller { guest in
            let typed = [("f.dossier.acronym", "a\u{0}b"), ("f.dossier.summary", "Mine"), ("request", "r")]
            let reply = try await guest.post("\(path)?lang=en", typed, from: path)
            #expect(reply.status == 422 && reply.body.contains(">Mine</textarea>"))
            #expect(reply.body.contains("id=\"field-dossier-acronym-problem\""))
        }
    }

    @Test(
        "What others changed meanwhile is told; what was typed stands in the form, what was not touched is left alone"
    )
    func stale() async throws {
        let sent = Mutex<[DossierRequest]>([])
        let shown = Mutex(Self.dossier())
        shown.withLock { $0.sections[0][1].value = "Before" }
        var house = House()
        house.proposals.onDossier = { shown.withLock(\.self) }
        house.proposals.onEdit = { order in
            sent.withLock { $0.append(order) }
            guard order.revision == 7 else { return }
            throw Refusal(code: "stale_revision", text: .init(fr: "", en: ""))
        }
        let path = "/files/LIA-2016-001/edit"
        try await house.caller { guest in
            let form = try await guest.get("\(path)?lang=en").body
            let marks = form.matches(of: /name="(was\.[^"]*)" value="([^"]*)"/).map {
                (String($0.1), String($0.2))
            }
            #expect(marks.map(\.0).contains("was.dossier.summary"))
            shown.withLock {
                $0.revision = 8
                $0.sections[0][0].value = "THEIRS"
            }
            let typed = [("f.dossier.acronym", "NEURO<KO>"), ("f.dossier.summary", "Mine"), ("request", "r")]
            let again = try await guest.post(
                "\(path)?lang=en", typed + marks + [("revision", "7")], from: path)
            #expect(again.status == 409)
            #expect(
                again.body.contains("What happened since") && again.body.contains("<li>Acronym: THEIRS</li>"))
            #expect(again.body.contains("value=\"THEIRS\"") && again.body.contains(">Mine</textarea>"))
            #expect(again.body.contains("name=\"revision\" value=\"8\""))
        }
        #expect(sent.withLock { $0.map(\.values) } == [["dossier.summary": "Mine"]])
    }

    @Test("Whoever may not change it is told why, and finds no form")
    func refused() async throws {
        var house = House()
        house.proposals.dossier = Self.dossier(
            refusal: .init(fr: "Le dossier est envoyé.", en: "The proposal is sent."))
        try await house.caller { guest in
            let body = try await guest.get("/files/LIA-2016-001/edit?lang=en").body
            #expect(body.contains("The proposal is sent.") && !body.contains("name=\"f.dossier.acronym\""))
        }
    }
}
