import Foundation
import Testing
import Web

@testable import App

@Suite("Settings")
struct SettingsTests {
    private func load(_ environment: [String: String], _ commandLine: [String: String] = [:]) throws
        -> Settings
    {
        try Settings.load(
            environment: environment.merging(["ENTENTE_HOME": "/nonexistent/home"]) { given, _ in given },
            commandLine: commandLine, workingFolder: "/nonexistent")
    }

    private func findings(_ environment: [String: String]) -> [String] {
        do {
            _ = try load(environment)
            return []
        } catch {
            return (error as? SettingsFault)?.findings.map { "\($0.name): \($0.message)" } ?? ["\(error)"]
        }
    }

    @Test("Nothing set is enough: own cluster, outbox, this machine only")
    func standards() throws {
        let settings = try load([:])
        #expect(settings.database == .own)
        #expect(settings.delivery == .outbox(folder: "/nonexistent/home/outbox"))
        #expect(settings.http == .init(host: "127.0.0.1", port: 8080))
        #expect(settings.institution.id == "inserm" && settings.institution.zone == "Europe/Paris")
        #expect(settings.institution.contactAddress == "contact@entente.example")
        #expect(settings.institution.baseURL == "http://127.0.0.1:8080")
        #expect(settings.linkKeyFile == "/nonexistent/home/link.key")
    }

    @Test("Every standard in the table is one that its own check accepts")
    func tableOfStandards() {
        let values = SettingKey.all.filter {
            !$0.standard.isEmpty && !$0.standard.contains(" ") && !$0.isSecret
        }
        let environment = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.standard) })
        let smtp = environment.merging(["ENTENTE_SMTP_HOST": "localhost"]) { $1 }
        #expect(findings(smtp) == [])
    }

    @Test("The command line goes before the environment, and the port shows in the links")
    func weight() throws {
        let settings = try load(["ENTENTE_HTTP_PORT": "9000"], ["ENTENTE_HTTP_PORT": "9001"])
        #expect(settings.http.port == 9001 && settings.institution.baseURL == "http://127.0.0.1:9001")
    }

    @Test(
        "A value that cannot be is found, with what is expected",
        arguments: [
            ("ENTENTE_HTTP_PORT", "65536"), ("ENTENTE_HTTP_PORT", "8080x"), ("ENTENTE_HTTP_HOST", "a b"),
            ("ENTENTE_CONTACT_ADDRESS", "office"),
            ("ENTENTE_CONTACT_ADDRESS", "a@b.example\r\nBcc: c@d.example"),
            ("ENTENTE_CONTACT_ADDRESS", "a@b.example, c@d.example"),
            ("ENTENTE_SENDER_ADDRESS", "a@-b.example"),
            ("ENTENTE_BASE_URL", "http://entente.example"), ("ENTENTE_BASE_URL", "https://entente.example/"),
            ("ENTENTE_BASE_URL", "https://user@entente.example"),
            ("ENTENTE_BASE_URL", "ftp://entente.example"),
            ("ENTENTE_ZONE", "Europe/Pari"), ("ENTENTE_ZONE", "../../etc/passwd"), ("ENTENTE_POOL_APP", "0"),
            ("ENTENTE_INSTITUTION_ID", "In serm"), ("ENTENTE_INSTITUTION_NAME", "a\nb"),
            ("ENTENTE_LOG_LEVEL", "inof"), ("ENTENTE_SMTP_PORT", "25"),
            ("ENTENTE_CONFIG", "/nonexistent/x.conf"),
            ("DATABASE_OWNER_URL", "dbname=x"),
        ])
    func wrong(name: String, value: String) {
        #expect(findings([name: value]).map { $0.split(separator: ":")[0] } == [name[...]])
    }

    @Test("All findings come at once")
    func all() {
        #expect(
            findings(["ENTENTE_HTTP_PORT": "x", "ENTENTE_ZONE": "x", "ENTENTE_SMPT_HOST": "x"]).count == 3)
    }

    @Test("An unknown name is named with the nearest known one; those of tests are left alone")
    func unknown() {
        #expect(
            findings(["ENTENTE_SMPT_HOST": "x"]) == [
                "ENTENTE_SMPT_HOST: there is no such setting; did you mean ENTENTE_SMTP_HOST?"
            ])
        #expect(
            findings(["ENTENTE_QWERTYUIOPASDFG": "x"]) == [
                "ENTENTE_QWERTYUIOPASDFG: there is no such setting"
            ])
        #expect(
            findings(["ENTENTE_SEED": "0x5EED", "ENTENTE_TEST_X": "1", "OTHER": "x", "ENTENTE_ZONE": ""])
                == [])
    }

    @Test("SMTP beyond this machine needs protection and addresses that are no examples")
    func smtpAway() throws {
        let away = ["ENTENTE_SMTP_HOST": "smtp.institute.invalid"]
        #expect(findings(away).count == 2)
        let real = away.merging([
            "ENTENTE_CONTACT_ADDRESS": "office@institute.invalid",
            "ENTENTE_SENDER_ADDRESS": "entente@institute.invalid",
        ]) { $1 }
        #expect(findings(real) == [])
        #expect(findings(real.merging(["ENTENTE_SMTP_SECURITY": "none"]) { $1 }).count == 1)
        #expect(findings(["ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_SECURITY": "none"]) == [])
    }

    @Test("A scanner listens on this machine: a socket, or a port")
    func scanner() throws {
        #expect(try load([:]).scanner == nil)
        let places: [(String, ClamdScanner.Address)] = [
            ("/run/clamav/clamd.ctl", .socket(path: "/run/clamav/clamd.ctl")),
            ("127.0.0.1:3310", .port(host: "127.0.0.1", 3310)), ("[::1]:3310", .port(host: "::1", 3310)),
        ]
        for (text, address) in places { #expect(try load(["ENTENTE_SCANNER": text]).scanner == address) }
        for text in ["clamd.ctl", "127.0.0.1", "127.0.0.1:0", "clamav.example:3310", "10.0.0.1:3310"] {
            #expect(findings(["ENTENTE_SCANNER": text]).count == 1, "\(text)")
        }
    }

    @Test("A login needs both name and password, and the password comes one way")
    func login() {
        let host = ["ENTENTE_SMTP_HOST": "localhost"]
        #expect(findings(host.merging(["ENTENTE_SMTP_USER": "u"]) { $1 }).count == 1)
        #expect(findings(host.merging(["ENTENTE_SMTP_PASSWORD": "p"]) { $1 }).count == 1)
        #expect(
            findings(host.merging(["ENTENTE_SMTP_USER": "u", "ENTENTE_SMTP_PASSWORD": "p"]) { $1 }) == [])
    }

    @Test("No secret shows, however the settings are printed")
    func secrets() throws {
        let settings = try load([
            "DATABASE_URL": "host=db password=hunter2", "ENTENTE_SMTP_HOST": "localhost",
            "ENTENTE_SMTP_USER": "u",
            "ENTENTE_SMTP_PASSWORD": "hunter2",
        ])
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [
            "\(settings)", String(reflecting: settings), dumped, "\(settings.database)",
            "\(settings.delivery)",
        ] {
            #expect(!text.contains("hunter2"))
        }
        guard case .smtp(let smtp) = settings.delivery else {
            Issue.record("An SMTP server is set.")
            return
        }
        #expect(smtp.login?.password.reveal() == "hunter2")
    }
}
