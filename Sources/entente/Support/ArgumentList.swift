import Agreements
import App
import Foundation

/// The arguments as the system gave them.
enum ArgumentList {
    /// The arguments after the program's name; ends the process as wrong usage when one is no text.
    static func checked() -> [String] {
        let given = (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }
        let arguments = given.map { String(cString: $0) }
        for (index, bytes) in given.enumerated() {
            guard let problem = problem(of: String(validatingCString: bytes)) else { continue }
            Misuse("argument \(index + 1) \(problem)").end(arguments)
        }
        return arguments
    }

    private static func problem(of text: String?) -> String? {
        guard let text else { return "is not UTF-8: set the terminal to UTF-8, then type it again" }
        let stray = text.unicodeScalars.first { $0.isStrayControl || $0 == "\r" }
        return stray.map { "holds a control character (\($0.codePoint)): type it again without" }
    }
}
