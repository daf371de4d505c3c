import Foundation
import Testing

@testable import App

@Suite("The file of settings, and files with secrets")
struct SettingsFileTests {
    private func write(_ text: String, to path: String, rights: Int = 0o600) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
    }

    private func load(_ home: String, _ environment: [String: String] = [:]) throws -> Settings {
        try Settings.load(
            environment: environment.merging(["ENTENTE_HOME": home]) { given, _ in given },
            workingFolder: home)
    }

    @Test("Lines are read as systemd reads them; the environment goes before")
    func lines() throws {
        try ClusterFolder.with { folder in
            try write(
                "# office\n\nENTENTE_INSTITUTION_NAME = \"Institut d'essai\"\nENTENTE_HTTP_PORT=9000\r\n",
                to: "\(folder.path)/entente.conf")
            let settings = try load(folder.path, ["ENTENTE_HTTP_PORT": "9001"])
            #expect(settings.institution.name == "Institut d'essai")
            #expect(settings.http.port == 9001)
        }
    }

    @Test(
        "A bad line is named by file and line",
        arguments: [
            ("nonsense\n", ":1): expected NAME=value"),
            ("\nENTENTE_ZONE=UTC\nENTENTE_ZONE=UTC\n", ":3): is set twice"),
            ("ENTENTE_ZON=UTC\n", ":1): there is no such setting; did you mean ENTENTE_ZONE?"),
            ("ENTENTE_HTTP_PORT=x\n", ":1): expected a whole number"),
            ("ENTENTE_HOME=/x\n", "belongs in the environment"),
        ])
    func badLines(text: String, message: String) throws {
        try ClusterFolder.with { folder in
            try write(text, to: "\(folder.path)/entente.conf")
            let fault = #expect(throws: SettingsFault.self) { try load(folder.path) }
            #expect(fault?.findings.count == 1)
            #expect(fault?.description.contains(message) == true, "\(fault?.description ?? "")")
        }
    }

    @Test("A secret in a file that others can read is refused")
    func openFile() throws {
        try ClusterFolder.with { folder in
            let path = "\(folder.path)/entente.conf"
            try write("DATABASE_URL=host=x password=y\n", to: path, rights: 0o644)
            #expect(throws: SettingsFault.self) { try load(folder.path) }
            try write("DATABASE_URL=host=x password=y\n", to: path)
            #expect(try load(folder.path).database != .own)
        }
    }

    @Test("A password file loses its last line break only, and must be closed to others")
    func passwordFile() throws {
        try ClusterFolder.with { folder in
            let path = "\(folder.path)/password"
            let environment = [
                "ENTENTE_SMTP_HOST": "localhost", "ENTENTE_SMTP_USER": "u",
                "ENTENTE_SMTP_PASSWORD_FILE": path,
            ]
            try write(" p \n", to: path)
            guard case .smtp(let smtp) = try load(folder.path, environment).delivery else {
                Issue.record("An SMTP server is set.")
                return
            }
            #expect(smtp.login?.password.reveal() == " p ")
            try write("p", to: path, rights: 0o640)
            #expect(throws: SettingsFault.self) { try load(folder.path, environment) }
        }
    }

    @Test("The key of links is made once, closed to others, and read again")
    func linkKey() throws {
        try ClusterFolder.with { folder in
            let path = "\(folder.path)/link.key"
            let key = try LinkKey.load(path: path)
            #expect(key.bytes.count == LinkKey.byteCount && SecretFile.isClosed(path))
            #expect(try LinkKey.load(path: path).bytes == key.bytes)
            #expect("\(key)" == "********")
            try write("short", to: path)
            #expect(throws: SettingsFault.self) { try LinkKey.load(path: path) }
            try write(String(repeating: "0", count: 64), to: path, rights: 0o644)
            #expect(throws: SettingsFault.self) { try LinkKey.load(path: path) }
        }
    }

    @Test("A command called deep inside a checkout finds its root; outside, its own folder is home")
    func checkout() throws {
        try ClusterFolder.with { folder in
            let deep = "\(folder.path)/a/b"
            try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
            #expect(CheckoutFinder.root(from: deep) == deep)
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/Workflows", withIntermediateDirectories: true)
            #expect(CheckoutFinder.root(from: deep) == folder.path)
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/a/.entente", withIntermediateDirectories: true)
            #expect(CheckoutFinder.root(from: deep) == "\(folder.path)/a")
        }
    }

    @Test("The README lists every setting with its standard")
    func documented() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        for key in SettingKey.all {
            let standard = key.standard.isEmpty ? "" : "`\(key.standard)`"
            #expect(
                readme.contains("| `\(key.name)` | \(standard) | \(key.meaning) |"),
                "README.md lacks \(key.name)")
        }
    }
}
