import Foundation
import Glibc
package import Postgres
import Synchronization

/// A line to a PostgreSQL server, over a Unix socket of its own, that fails when it is told to.
///
/// It passes bytes on until a statement holds the text that it waits for.
package final class FaultyLine: Sendable {
    /// How a line fails.
    package enum Failure: Sendable {
        /// The server gets the statement and does it; its reply is lost with the line.
        case loseReply
        /// The line is cut while the server works on the statement.
        case cut
    }

    struct Plan: Sendable {
        var failure: Failure
        var text: [UInt8]
        /// What passes before it counts.
        var first: [UInt8]?
        var times: Int
    }

    /// A socket could not be made or used.
    package struct Broken: Error { let what: String }

    private let plan = Mutex<Plan?>(nil)
    private let count = Mutex(0)
    private let folder: String
    private let listener: Int32

    /// The server as it is reached over this line.
    package let configuration: ConnectionConfiguration

    /// Listens for connections to the server of `target`, which is reached over a Unix socket.
    ///
    /// - Throws: ``Broken`` when there is no such socket, or none can be made.
    package init(to target: ConnectionConfiguration) throws {
        let words = target.string.split(separator: " ").map(String.init)
        guard let host = words.first(where: { $0.hasPrefix("host=/") })?.dropFirst(5),
            let port = words.first(where: { $0.hasPrefix("port=") })?.dropFirst(5)
        else { throw Broken(what: "no socket") }
        var template = Array("/tmp/entente-line.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Broken(what: "no folder") }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.folder = folder
        var own = target
        own.string = words.map { $0.hasPrefix("host=") ? "host=\(folder)" : $0 }.joined(separator: " ")
        configuration = own
        let name = ".s.PGSQL.\(port)"
        listener = try UnixSocket.listen(at: "\(folder)/\(name)")
        let (listener, server) = (listener, "\(host)/\(name)")
        Thread.detachNewThread { [weak self] in
            while case let caller = accept(listener, nil, nil), caller >= 0 {
                guard let line = self, let called = try? UnixSocket.connect(to: server) else {
                    Glibc.close(caller)
                    continue
                }
                Thread.detachNewThread { FaultyCall(caller, called) { line.failure(in: $0) }.run() }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Fails at the next statements whose text or values hold `text`, once one has passed that holds `first`.
    package func fail(_ failure: Failure, at text: String, after first: String? = nil, times: Int = 1) {
        plan.withLock {
            $0 = Plan(
                failure: failure, text: Array(text.utf8), first: first.map { Array($0.utf8) }, times: times)
        }
    }

    /// How often it has failed.
    package var failures: Int { count.withLock(\.self) }

    /// The failure that is due when these bytes pass, which ends what was planned of it.
    private func failure(in bytes: [UInt8]) -> Failure? {
        plan.withLock { plan in
            if let first = plan?.first {
                if bytes.firstRange(of: first) != nil { plan?.first = nil }
                return nil
            }
            guard let due = plan, due.times > 0, bytes.firstRange(of: due.text) != nil else { return nil }
            plan?.times -= 1
            count.withLock { $0 += 1 }
            return due.failure
        }
    }
}
