import Foundation

/// What goes to the terminal; a reader that has left is no error.
enum Output {
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// A text with line ends of its own.
    static func printExactly(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
