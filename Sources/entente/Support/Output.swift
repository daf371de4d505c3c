import Foundation
import Synchronization

/// What goes to the terminal; a reader that has left is no error, a full disk is one that the end of the command tells.
enum Output {
    private static let firstError = Atomic<Int32>(0)

    /// Why the answer could not be written; nil when it was, or its reader had left.
    static var failure: String? {
        let error = firstError.load(ordering: .relaxed)
        return error == 0 ? nil : String(cString: strerror(error))
    }

    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// A text with line ends of its own.
    static func printExactly(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                if errno != EPIPE { firstError.store(errno, ordering: .relaxed) }
                return
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
