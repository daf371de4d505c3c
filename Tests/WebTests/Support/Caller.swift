import Foundation
import Testing

@testable import Web

/// Somebody with a session at the pages of a house: their requests carry its cookie, their forms its key.
struct Caller: Sendable {
    let wire: Wire
    let token: String

    private var headers: [String] {
        ["Host: localhost", "Connection: close", "Accept: text/html", "Cookie: __Host-entente=\(token)"]
    }

    func get(_ path: String) async throws -> Reply { try await wire.send("GET \(path)", headers, body: "") }

    /// Sends a form, with the key that the page at `page` holds.
    func post(_ path: String, _ fields: [(String, String)], from page: String) async throws -> Reply {
        let all = [("formKey", try await formKey(at: page))] + fields
        let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        let type = "Content-Type: application/x-www-form-urlencoded"
        return try await wire.send(
            "POST \(path)", headers + [type, "Content-Length: \(body.utf8.count)"], body: body)
    }

    /// Sends a form with one file.
    func upload(
        _ path: String, _ fields: [(String, String)], field: String = "file", name: String, bytes: [UInt8],
        from page: String
    ) async throws -> Reply {
        try await upload(path, fields, [UploadedFile(field: field, name: name, bytes: bytes)], from: page)
    }

    /// Sends a form with files.
    func upload(
        _ path: String, _ fields: [(String, String)], _ files: [UploadedFile], from page: String
    ) async throws -> Reply {
        let mark = "----boundary"
        var body: [UInt8] = []
        for (field, value) in [("formKey", try await formKey(at: page))] + fields {
            body += Array(
                "--\(mark)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let names = "name=\"\(file.field)\"; filename=\"\(file.name)\""
            body += Array(
                "--\(mark)\r\nContent-Disposition: form-data; \(names)\r\nContent-Type: x/y\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(mark)--\r\n".utf8)
        let lines =
            headers + [
                "Content-Type: multipart/form-data; boundary=\(mark)", "Content-Length: \(body.count)",
            ]
        let head = (["POST \(path) HTTP/1.1"] + lines).joined(separator: "\r\n") + "\r\n\r\n"
        return try Reply(await wire.exchange(Array(head.utf8) + body))
    }

    private func formKey(at page: String) async throws -> String {
        let body = try await get(page).body
        let match = try #require(body.firstMatch(of: /name="formKey" value="([^"]+)"/))
        return String(match.1)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension House {
    /// Runs a server for somebody of that house who just came in.
    func caller<Answer: Sendable>(
        roles: Set<String> = ["PI_FR"], body: @Sendable @escaping (Caller) async throws -> Answer
    ) async throws -> Answer {
        let token = try await session(of: person("anne@x.example", roles: roles))
        return try await withServer(house: self) { try await body(Caller(wire: $0, token: token)) }
    }
}
