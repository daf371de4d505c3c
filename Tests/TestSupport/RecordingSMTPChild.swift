import Foundation
import Synchronization

/// A child process that is told one line at a time and answers each with one line of JSON.
final class RecordingSMTPChild: Sendable {
    private struct Handles: ~Copyable {
        let process: Process
        let input: Pipe
        let output: Pipe
        var buffer = Data()
    }

    /// Everything that touches the process goes through this lock.
    private let handles: Mutex<Handles>

    init(_ path: String, _ arguments: [String]) throws {
        signal(SIGPIPE, SIG_IGN)  // A child that has died must fail a test, not end the tests.
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw RecordingSMTP.Failure(description: "cannot run \(path): \(error)")
        }
        handles = Mutex(Handles(process: process, input: input, output: output))
    }

    func say(_ line: Data) throws {
        try handles.withLock { try $0.input.fileHandleForWriting.write(contentsOf: line + Data([0x0A])) }
    }

    /// Blocks until the next line; an empty object when the process has closed its output.
    func answer() throws -> [String: Any] {
        let line: Data = handles.withLock { handles in
            while !handles.buffer.contains(0x0A) {
                let more = handles.output.fileHandleForReading.availableData
                if more.isEmpty { break }
                handles.buffer.append(more)
            }
            let end = handles.buffer.firstIndex(of: 0x0A) ?? handles.buffer.endIndex
            defer { handles.buffer = Data(handles.buffer[end...].dropFirst()) }
            return Data(handles.buffer[..<end])
        }
        return line.isEmpty ? [:] : try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
    }

    /// Ends the child by ending its input, and waits until it is gone; it answers no more.
    func stop() {
        handles.withLock { handles in
            try? handles.input.fileHandleForWriting.close()
            handles.process.waitUntilExit()
            try? handles.output.fileHandleForReading.close()
        }
    }
}
