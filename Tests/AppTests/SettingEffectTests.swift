import Engine
import Foundation
import Logging
import Mail
import Storage
import Testing

@testable import App
@testable import Notices
@testable import Postgres
@testable import Web

/// A setting that is read and then goes nowhere is worse than none: each is followed to where it acts.
@Suite("What each setting does")
struct SettingEffectTests {
    /// What the parts of the product are given under these settings; nil for a setting that is tested elsewhere.
    private static func effect(of name: String, _ settings: Settings) async throws -> String? {
        switch name {
        case "DATABASE_URL": try await databases(settings).serving.string
        case "DATABASE_OWNER_URL": try await databases(settings).owner.string
        case "ENTENTE_WORKFLOWS": settings.workflowsFolder
        case "ENTENTE_INSTITUTION_ID": settings.institution.id
        case "ENTENTE_INSTITUTION_NAME": settings.institution.name
        case "ENTENTE_CONTACT_ADDRESS": settings.institution.contactAddress
        case "ENTENTE_SENDER_ADDRESS": notices(settings).sender
        case "ENTENTE_BASE_URL":
            "\(notices(settings).baseURL) \(WebConfiguration(settings)) \(try mail(settings).helloName)"
        case "ENTENTE_ZONE": settings.institution.zone
        case "ENTENTE_HTTP_HOST": WebConfiguration(settings).host
        case "ENTENTE_HTTP_PORT": "\(WebConfiguration(settings).port)"
        case "ENTENTE_SCANNER": settings.scanner.map { "\($0)" }
        case "ENTENTE_PROXIES": "\(WebConfiguration(settings).proxies)"
        case "ENTENTE_OUTBOX": settings.outboxFolder
        case "ENTENTE_DIGESTS": "\(settings.digests.areMade(whileSimulated: true))"
        case "ENTENTE_SMTP_HOST": try mail(settings).host
        case "ENTENTE_SMTP_PORT": "\(try mail(settings).port)"
        case "ENTENTE_SMTP_SECURITY": "\(try mail(settings).security)"
        case "ENTENTE_SMTP_CA_FILE": try mail(settings).authoritiesFile ?? ""
        case "ENTENTE_SMTP_CONNECT_SECONDS": "\(try mail(settings).limits.greeting)"
        case "ENTENTE_SMTP_TOTAL_SECONDS": "\(String(describing: try mail(settings).limits.whole))"
        case "ENTENTE_POOL_APP": "\(try await databases(settings).app.configuration.connectionsMax)"
        case "ENTENTE_POOL_ENGINE": "\(try await databases(settings).engine.configuration.connectionsMax)"
        case "ENTENTE_POOL_WORKER": "\(try await databases(settings).worker.configuration.connectionsMax)"
        case "ENTENTE_LINK_KEY_FILE": settings.linkKeyFile
        case "ENTENTE_LOG_LEVEL": "\(settings.logger.logLevel)"
        case "ENTENTE_SMTP_USER", "ENTENTE_SMTP_PASSWORD", "ENTENTE_SMTP_PASSWORD_FILE":
            "\(try mail(settings).credentials == SMTPConfiguration.Credentials(user: "u", password: "p"))"
        default: nil
        }
    }

    /// Those whose effect is seen elsewhere, and where.
    private static let elsewhere = [
        "ENTENTE_HOME": "every test of the command line has a home of its own",
        "ENTENTE_CONFIG": "SettingsFileTests reads a file under another name",
    ]

    /// Two values of each; with those that it needs beside it.
    private static func values(_ name: String, _ folder: String) -> (String, String) {
        switch name {
        case "DATABASE_URL", "DATABASE_OWNER_URL": ("dbname=one", "dbname=two")
        case "ENTENTE_CONTACT_ADDRESS", "ENTENTE_SENDER_ADDRESS": ("a@one.example", "a@two.example")
        case "ENTENTE_PROXIES": ("127.0.0.1", "10.0.0.1")
        case "ENTENTE_SCANNER": ("127.0.0.1:3310", "/run/clamd.ctl")
        case "ENTENTE_BASE_URL": ("https://one.example/e", "https://two.example:8443")
        case "ENTENTE_ZONE": ("Europe/Paris", "Europe/Berlin")
        case "ENTENTE_INSTITUTION_ID", "ENTENTE_INSTITUTION_NAME": ("one", "two")
        case "ENTENTE_SMTP_HOST", "ENTENTE_HTTP_HOST": ("127.0.0.1", "localhost")
        case "ENTENTE_DIGESTS": ("real", "always")
        case "ENTENTE_SMTP_SECURITY": ("none", "tls")
        case "ENTENTE_SMTP_USER": ("u", "v")
        case "ENTENTE_SMTP_PASSWORD": ("p", "q")
        case "ENTENTE_SMTP_PASSWORD_FILE", "ENTENTE_SMTP_CA_FILE": ("\(folder)/p", "\(folder)/q")
        case "ENTENTE_LOG_LEVEL": ("debug", "error")
        case "ENTENTE_WORKFLOWS", "ENTENTE_OUTBOX", "ENTENTE_LINK_KEY_FILE": ("/one", "/two")
        default: ("7", "9")
        }
    }

    private static func settings(_ name: String, _ value: String, _ folder: String) throws -> Settings {
        var environment = [
            "ENTENTE_HOME": folder, "ENTENTE_SMTP_HOST": "localhost", "DATABASE_URL": "dbname=x",
        ]
        if name.hasPrefix("ENTENTE_SMTP_PASSWORD") { environment["ENTENTE_SMTP_USER"] = "u" }
        if name == "ENTENTE_SMTP_USER" { environment["ENTENTE_SMTP_PASSWORD"] = "p" }
        environment[name] = value
        return try Settings.load(environment: environment, workingFolder: folder)
    }

    private static func mail(_ settings: Settings) throws -> SMTPConfiguration {
        guard case .smtp(let smtp) = settings.delivery else { throw CancellationError() }
        return try SMTPConfiguration(smtp, helloName: settings.institution.mailName)
    }

    private static func notices(_ settings: Settings) -> Letterhead {
        Letterhead(settings, Institution(id: "i", name: "n", contact: "c@i.example", simulated: true))
    }

    private static func databases(_ settings: Settings) async throws -> Databases {
        try await Site.open(settings, environment: [:], logger: settings.logger).databases
    }

    @Test("Another value gives something else, unless that is tested elsewhere", arguments: SettingKey.all)
    func effect(key: SettingKey) async throws {
        let folder = try ClusterFolder.make("home", rights: 0o755)
        defer { folder.remove() }
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        for secret in ["p", "q"] {
            let path = "\(folder.path)/\(secret)"
            let rights = [FileAttributeKey.posixPermissions: 0o600]
            #expect(
                FileManager.default.createFile(atPath: path, contents: Data(secret.utf8), attributes: rights))
        }
        guard Self.elsewhere[key.name] == nil else { return }
        let (one, two) = Self.values(key.name, folder.path)
        let first = try await Self.effect(of: key.name, try Self.settings(key.name, one, folder.path))
        let second = try await Self.effect(of: key.name, try Self.settings(key.name, two, folder.path))
        #expect(first != nil && second != first, "\(first ?? "no effect")")
    }

    @Test("Every value that is read from the settings is used by another part")
    func used() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let own = ["Settings.swift", "Settings+Load.swift", "Settings+Description.swift"]
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter {
                $0.pathExtension == "swift" && !own.contains($0.lastPathComponent)
            }
        let text = try (files ?? []).map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let names = Self.names(of: try Self.settings("ENTENTE_SMTP_USER", "u", "/nonexistent"))
        #expect(names.contains("logLevel") && names.contains("totalLimit") && names.count > 25)
        for name in names { #expect(text.contains(".\(name)"), "nobody reads \(name)") }
    }

    /// What a value of `Settings` is made of, in depth.
    private static func names(of value: Any) -> [String] {
        Mirror(reflecting: value).children.flatMap { child in
            let isOurs = String(reflecting: type(of: child.value)).contains("App.Settings.")
            return (child.label.map { [$0] } ?? []) + (isOurs ? names(of: child.value) : [])
        }.filter { $0 != "some" }
    }

    @Test(
        "The name given to a mail server is the host of the pages, and no bare address",
        arguments: [
            ("https://entente.institute.example:8443/e", "entente.institute.example"),
            ("http://127.0.0.1:8080", "post.example"), ("http://[::1]:8080", "post.example"),
            ("http://localhost", "localhost"),
        ])
    func helloName(base: String, name: String) throws {
        let settings = try Settings.load(
            environment: [
                "ENTENTE_HOME": "/nonexistent", "ENTENTE_BASE_URL": base,
                "ENTENTE_SENDER_ADDRESS": "a@post.example",
            ], workingFolder: "/nonexistent")
        #expect(settings.institution.mailName == name)
    }

    @Test(
        "The server answers to the name in the links, and promises TLS when they begin with it",
        arguments: [
            ("https://entente.institute.example/e", "entente.institute.example:443", true),
            ("http://[::1]:8080", "[::1]:8080", false),
        ])
    func web(base: String, authority: String, isHTTPS: Bool) throws {
        let settings = try Settings.load(
            environment: ["ENTENTE_HOME": "/nonexistent", "ENTENTE_BASE_URL": base],
            workingFolder: "/nonexistent")
        let configuration = WebConfiguration(settings)
        #expect(AllowedHosts(configuration).allows(authority))
        #expect(configuration.isBehindTLS == isHTTPS)
    }
}
