import Agreements
import App
import ArgumentParser
import Foundation
import ServiceLifecycle
import Web

/// The command `entente serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Serve: brings the database up, makes the demonstration at the first start, then runs until Ctrl-C."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "At the first start, make an empty institution instead of the demonstration.")
    var empty = false

    @Flag(help: "With --empty: an institution whose legal clock is simulated.")
    var simulated = false

    @Option(help: "The port of the pages (ENTENTE_HTTP_PORT).")
    var port: Int?

    @Flag(help: "Serve the pages only; `entente work` runs the timers and mails.")
    var pagesOnly = false

    @Flag(help: "Serve although the database login owns the tables or is a superuser.")
    var singleRole = false

    func validate() throws {
        guard empty || !simulated else { throw ValidationError("--simulated goes with --empty.") }
        guard port.map((0...65_535).contains) ?? true else { throw ValidationError("--port: 0 to 65535.") }
    }

    mutating func run() async throws {
        let console = Console(options: options)
        try await console.reporting {
            let settings = try console.settings(
                port.map { ["ENTENTE_HTTP_PORT": "\($0)"] } ?? [:], isServer: true)
            let lock = try ServeLock.take(folder: settings.home)
            defer { lock.release() }
            // Before anything is made: whoever must choose another port should not wait for a demonstration first.
            try await WebServer.probe(WebConfiguration(settings))
            try await serve(settings, lock)
        }
    }

    private func serve(_ settings: Settings, _ lock: ServeLock) async throws {
        let environment = ProcessInfo.processInfo.environment
        let interruption = await Interruption()
        let site = try await Site.open(settings, environment: environment, logger: settings.logger)
        do {
            let opening = Opening(site: site, allowsOwner: singleRole, say: say)
            let (installation, preparation) = try await interruption.stopping { [empty, simulated] in
                try await opening.open(empty: empty, simulated: simulated)
            }
            try await run(site, installation, preparation, lock)
            await site.close()
        } catch is Interruption.Stopped {
            await site.close()
            say("Entente was stopped before it served; the next start goes on.")
        } catch {
            await site.close()
            throw error
        }
    }

    /// One line of what happens; an object of its own where JSON was asked for.
    private var say: @Sendable (String) -> Void {
        let isJSON = options.json
        return { line in
            let message: JSON = ["message": .string(line)]
            Output.print(isJSON ? message.canonical : line)
        }
    }

    /// Pages at once; timers and mails after the definitions and the demonstration, which they would disturb.
    private func run(
        _ site: Site, _ installation: Installation, _ preparation: PreparationService, _ lock: ServeLock
    ) async throws {
        let settings = site.settings
        let announcement = Announcement(isOpen: !preparation.isAwaited, say: say)
        let server = WebServer(
            configuration: WebConfiguration(settings), ports: installation.webPorts,
            logger: settings.logger
        ) { address in
            lock.announce(address: "\(address)")
            announcement.listens(on: address)
        }
        let worker = WorkService(installation, name: "serve-\(ProcessInfo.processInfo.processIdentifier)")
        let work: [any Service] = [preparation, Step(announcement.opens)] + (pagesOnly ? [] : [worker])
        let watches: [any Service] = [
            ClusterWatch(site), OutboxWatch(installation), InstitutionWatch(installation),
        ]
        try await Serving([InTurn(work), server] + watches, logger: settings.logger).run()
    }
}
