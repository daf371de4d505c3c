import Foundation
import Logging
import Mail
import ServiceLifecycle
import Storage

/// Warns once when the outbox cannot be written, and says when it can be again.
package struct OutboxWatch: Service {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Looks at once, then every half minute until the service is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var isBroken = false
            while !Task.isCancelled {
                let problem = await installation.outboxProblem()
                if (problem != nil) != isBroken { tell(problem) }
                isBroken = problem != nil
                do { try await Task.sleep(for: .seconds(30)) } catch { return }
            }
        }
    }

    private func tell(_ problem: String?) {
        guard let problem else { return installation.logger.notice("the outbox can be written again") }
        installation.logger.warning("the outbox cannot be written", metadata: ["cause": "\(problem)"])
    }
}

/// Mails would go to a folder that cannot be written.
package struct OutboxFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let folder: String
    /// The system's words.
    package let cause: String

    package var description: String {
        "mails cannot be written to \(folder) (\(cause)); nothing was changed: make room or mend the folder, then repeat"
    }
}

extension Installation {
    /// Refuses what would write mails to a folder that cannot take them.
    ///
    /// - Throws: ``OutboxFault``.
    package func checkOutbox() async throws {
        guard let cause = await outboxProblem() else { return }
        throw OutboxFault(folder: settings.outboxFolder, cause: cause)
    }

    /// Why the outbox cannot be written; nil when it can, or when mails go to a server.
    package func outboxProblem() async -> String? {
        let server = try? SMTPConfiguration.inUse(settings, simulated: institution.simulated)
        guard server == nil else { return nil }
        let above = URL(filePath: settings.outboxFolder).deletingLastPathComponent().path
        try? FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
        return await OutboxFolder(path: settings.outboxFolder).problem()
    }
}
