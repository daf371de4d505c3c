package import Foundation

/// A real SMTP server on loopback that stores what it is given and answers as a test tells it.
///
/// It is Debian's aiosmtpd, run by `/usr/bin/python3` as a child process; with TLS, by a self-signed
/// certificate made by `openssl` for the occasion. Starting takes about half a second; share one among tests
/// that each use their own addresses, or run those tests one after another.
package final class RecordingSMTP: Sendable {
    package let port: Int
    /// The server's certificate (PEM), to be trusted by clients; nil without TLS.
    package let certificate: String?
    /// JSON lines: `kind` is `connection` or `message`.
    package let transcript: URL

    private let child: RecordingSMTPChild
    private let folder: URL

    /// Starts a server on a free port, or on `port`.
    ///
    /// `login` makes AUTH required.
    ///
    /// - Throws: ``Failure`` naming what is missing (python3-aiosmtpd, openssl) or went wrong.
    package init(
        security: Security = .none, login: (user: String, password: String)? = nil, port: Int = 0
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entente-smtp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        transcript = folder.appending(path: "transcript.jsonl")
        try Data().write(to: transcript)
        let program = folder.appending(path: "server.py")
        try Data(Self.program.utf8).write(to: program)
        certificate = security == .none ? nil : try Self.makeCertificate(in: folder)
        let options: [String: Any] = [
            "transcript": transcript.path, "security": security.rawValue, "port": port,
            "certificate": certificate ?? "", "key": folder.appending(path: "key.pem").path,
            "user": login?.user ?? "", "password": login?.password ?? "",
        ]
        let json = try JSONSerialization.data(withJSONObject: options)
        child = try RecordingSMTPChild(
            "/usr/bin/python3", [program.path, String(decoding: json, as: UTF8.self)])
        self.port = try Self.port(announcedBy: child)
    }

    deinit { stop() }

    /// Ends the server and removes its files; later connections are refused.
    ///
    /// May be called twice.
    package func stop() {
        child.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Answers by `rules` from the next command on.
    package func follow(_ rules: Rules) throws {
        try child.say(JSONSerialization.data(withJSONObject: rules.json))
        guard try child.answer()["ok"] != nil else {
            throw Failure(description: "the SMTP server did not take its rules")
        }
    }

    /// Everything stored so far, oldest first.
    package func received() throws -> [Received] {
        try entries().filter { $0["kind"] as? String == "message" }.map { entry in
            Received(
                sender: entry["mail_from"] as? String ?? "", recipients: entry["rcpts"] as? [String] ?? [],
                bytes: Array(Data(base64Encoded: entry["data"] as? String ?? "") ?? Data()),
                receivedAt: entry["received_at"] as? Double ?? 0, overTLS: entry["tls"] as? Bool ?? false,
                helloName: entry["hello"] as? String ?? "", user: entry["user"] as? String ?? "")
        }
    }

    /// How many connections were opened so far.
    package func connectionCount() throws -> Int {
        try entries().count { $0["kind"] as? String == "connection" }
    }

    private func entries() throws -> [[String: Any]] {
        // The last line may still be being written.
        let text = try Data(contentsOf: transcript)
        let lines = text.prefix(upTo: text.lastIndex(of: 0x0A) ?? text.startIndex)
        return try lines.split(separator: 0x0A).compactMap {
            try JSONSerialization.jsonObject(with: $0) as? [String: Any]
        }
    }

    private static func port(announcedBy child: RecordingSMTPChild) throws -> Int {
        let answer = try child.answer()
        guard let port = answer["port"] as? Int else {
            throw Failure(description: answer["error"] as? String ?? "the SMTP server did not start")
        }
        return port
    }

    private static func makeCertificate(in folder: URL) throws -> String {
        let certificate = folder.appending(path: "certificate.pem").path
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout", folder.appending(path: "key.pem").path, "-out", certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else {
            throw Failure(description: "openssl made no certificate")
        }
        return certificate
    }
}
