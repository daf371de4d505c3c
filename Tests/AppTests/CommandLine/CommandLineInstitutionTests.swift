import Agreements
import App
import Storage
import TestSupport
import Testing

@Suite("The institution's settings, after it was founded")
struct CommandLineInstitutionTests {
    @Test("A new name and contact address hold from the next migration on, once")
    func changed() async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let settings = [
            "ENTENTE_INSTITUTION_NAME": "Institut", "ENTENTE_CONTACT_ADDRESS": "office@institut.example",
        ]
        let first = try await site.run(["migrate", "--json"], settings)
        #expect(first.json["changed"] == ["ENTENTE_INSTITUTION_NAME", "ENTENTE_CONTACT_ADDRESS"])
        #expect(try await site.run(["migrate", "--json"], settings).json["changed"] == [])
        let institution = try await site.withInstallation { $0.institution }
        #expect(institution.name == "Institut" && institution.contact == "office@institut.example")
    }

    @Test("An address that the office enters stays until its setting becomes another one")
    func entered() async throws {
        let site = try await CommandLineSite.laboratory()
        let office = ["--as", "denis@inserm.example"]
        try await site.done(["contact", "relations@inserm.example"] + office)
        #expect(try await site.run(["migrate", "--json"]).json["changed"] == [])
        #expect(try await site.done(["contact"])["contact"] == "relations@inserm.example")
        let refused = try await site.run([
            "contact", "x@inserm.example", "--as", "anne@inserm.example", "--json",
        ])
        #expect(refused.status == 1 && refused.json["code"] == "not_authorized")
        let setting = ["ENTENTE_CONTACT_ADDRESS": "office@institut.example"]
        #expect(
            try await site.run(["migrate", "--json"], setting).json["changed"] == ["ENTENTE_CONTACT_ADDRESS"])
        #expect(try await site.withInstallation { $0.institution.contact } == "office@institut.example")
    }

    @Test("An entry of a list is entered and ended by the command line, too")
    func reference() async throws {
        let site = try await CommandLineSite.laboratory()
        let office = ["--as", "denis@inserm.example"]
        let enter = [
            "reference", "enter", "itmo", "AGE", "--fr", "Âge", "--en", "Age", "--from", "2016-04-01",
        ]
        try await site.done(enter + office)
        try await site.done(["reference", "end", "itmo", "AGE", "--until", "2017-01-01"] + office)
        let rows = try await site.done(["reference", "list", "itmo", "--all"]).elements ?? []
        let row = rows.first { $0["code"] == "AGE" }
        #expect(row?["from"] == "2016-04-01" && row?["until"] == "2017-01-01")
        let unknown = try await site.run(["reference", "end", "itmo", "ZZ", "--json"] + office)
        #expect(unknown.status == 1 && unknown.json["code"] == "no_such_entry")
    }

    @Test(
        "What hashes and dates rest on stays, and a simulated database writes to nobody",
        arguments: [
            ("ENTENTE_INSTITUTION_ID", "other"), ("ENTENTE_ZONE", "Asia/Tokyo"),
            ("ENTENTE_CONTACT_ADDRESS", "office@institut.invalid"),
        ])
    func refused(name: String, value: String) async throws {
        let site = try await CommandLineSite.founded(at: "2016-03-01")
        let settings = [name: value, "ENTENTE_INSTITUTION_NAME": "Institut"]
        let run = try await site.run(["migrate", "--json"], settings)
        #expect(run.status == 3 && run.json["code"] == "configuration", "\(run.output)\(run.errors)")
        #expect(run.json["message"]?.text?.hasPrefix(name) == true)
        #expect(try await site.withInstallation { $0.institution.name } == "Inserm")
    }

    @Test("A simulated institution is not founded with an address of the world")
    func founding() async throws {
        let site = try await CommandLineSite.bare()
        let run = try await site.run(
            ["found", "--simulated", "2016-03-01", "--json"],
            ["ENTENTE_CONTACT_ADDRESS": "office@institut.invalid"])
        #expect(run.status == 3 && run.json["code"] == "configuration", "\(run.output)\(run.errors)")
    }
}
