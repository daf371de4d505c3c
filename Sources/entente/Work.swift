import App
import ArgumentParser
import Foundation

/// The command `entente work`.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run timers and mails only, as a process of its own; end it with Ctrl-C or SIGTERM.")

    @OptionGroup var options: GlobalOptions

    mutating func run() async throws {
        try await Console(options: options).withSite(logged: true, making: false) { site in
            let installation = try await site.installation()
            let name = "work-\(ProcessInfo.processInfo.processIdentifier)"
            try await Serving(
                [
                    WorkService(installation, name: name), ClusterWatch(site), OutboxWatch(installation),
                    InstitutionWatch(installation),
                ],
                logger: site.settings.logger
            ).run()
        }
    }
}
