import Foundation
import Glibc

/// One request to the server under test over a loopback socket, on a thread of its own; the answer as text.
struct AccessCall: Sendable {
    let port: Int

    /// What came back: a status, and everything that was sent.
    struct Reply: Sendable {
        let status: Int
        let text: String
    }

    struct Failure: Error { let errno: Int32 }

    func get(_ path: String, _ guest: AccessGuest) async throws -> Reply {
        try await send("GET \(path)", guest, [], "")
    }

    func post(_ path: String, _ fields: [(String, String)], _ guest: AccessGuest) async throws -> Reply {
        let body = ([("formKey", guest.formKey)] + fields)
            .map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(
            "POST \(path)", guest,
            ["Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)"], body)
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func send(
        _ start: String, _ guest: AccessGuest, _ headers: [String], _ body: String
    ) async throws -> Reply {
        let lines =
            [
                "\(start) HTTP/1.1", "Host: localhost", "Connection: close", "Accept: text/html, */*",
                "Accept-Language: fr", "Cookie: __Host-entente=\(guest.token)",
            ] + headers
        let request = Array("\(lines.joined(separator: "\r\n"))\r\n\r\n\(body)".utf8)
        let port = port
        let bytes = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<[UInt8], any Error>) in
            // Blocking one of the shared pool's threads would starve the server under test.
            Thread.detachNewThread { done.resume(with: Result { try Self.exchange(request, port) }) }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return Reply(
            status: text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, text: text)
    }

    private static func exchange(_ bytes: [UInt8], _ port: Int) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(errno: errno) }
        defer { close(descriptor) }
        try connect(descriptor, port)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(errno: errno) }
            sent += count
        }
        var (received, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return received }
            received += chunk[..<count]
        }
    }

    private static func connect(_ descriptor: Int32, _ port: Int) throws {
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(errno: errno) }
    }
}
