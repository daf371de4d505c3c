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
