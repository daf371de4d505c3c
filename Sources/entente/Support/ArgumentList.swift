import Foundation

/// The arguments as the system gave them.
enum ArgumentList {
    /// The arguments after the program's name; ends the process as wrong usage when one is not UTF-8.
    static func checked() -> [String] {
        var arguments: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[index] else { continue }
            guard let text = String(validatingCString: bytes) else {
                Output.complain(
                    "entente: argument \(index) is not UTF-8: set the terminal to UTF-8, then type it again")
                Foundation.exit(Exit.usage.rawValue)
            }
            arguments.append(text)
        }
        return arguments
    }
}
