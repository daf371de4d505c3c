import Foundation

/// A client that sends exactly the bytes it is given, over a loopback socket, and reads until the other side
/// closes or `patience` seconds pass without a byte.
struct Wire {
    let port: Int
    var patience = 10

    /// Sends `bytes` and returns what came back.
    func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        let (port, patience) = (port, patience)
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: blocking one of the shared pool would starve the server under test.
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.exchange(bytes, port: port, patience: patience) })
            }
        }
    }

    func get(_ path: String, _ headers: [String] = [], method: String = "GET") async throws -> Reply {
        try await send("\(method) \(path)", ["Host: localhost", "Connection: close"] + headers)
    }

    func send(_ start: String, _ headers: [String], body: String = "") async throws -> Reply {
        let head = (["\(start) HTTP/1.1"] + headers).joined(separator: "\r\n")
        return try await raw("\(head)\r\n\r\n\(body)")
    }

    func raw(_ text: String) async throws -> Reply { try Reply(await exchange(Array(text.utf8))) }

    struct Failure: Error { let errno: Int32 }

    private static func exchange(_ bytes: [UInt8], port: Int, patience: Int) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(errno: errno) }
        defer { close(descriptor) }
        try connect(descriptor, port: port, patience: patience)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0) }
            // The server may have answered and closed before reading all: its answer is still there to read.
            guard count > 0 else { break }
            sent += count
        }
        return read(descriptor)
    }

    private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func read(_ descriptor: Int32) -> [UInt8] {
        var (received, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return received }
            received += chunk[..<count]
        }
    }

    private static func connect(_ descriptor: Int32, port: Int, patience: Int) throws {
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
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
