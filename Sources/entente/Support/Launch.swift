import ArgumentParser
import Foundation

/// Parses and runs one command, and ends the process with the documented exit code.
enum Launch {
    static func run(_ arguments: [String]) async -> Never {
        do {
            var command = try Entente.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            if let failure = Output.failure {
                Output.complain("entente: the answer could not be written: \(failure)")
                throw Exit.fault
            }
            Foundation.exit(Exit.done.rawValue)
        } catch let exit as Exit {
            Foundation.exit(exit.rawValue)
        } catch {
            let text = Entente.fullMessage(for: error)
            guard Entente.exitCode(for: error) == .success else {
                Misuse(Entente.message(for: error), text: text).end(arguments)
            }
            Output.print(text)
            Foundation.exit(Exit.done.rawValue)
        }
    }
}

/// How a command ends.
enum Exit: Int32, Error {
    case done = 0
    /// A rule said no.
    case refused = 1
    case usage = 2
    /// The world failed.
    case fault = 3
}
