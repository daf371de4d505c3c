import Agreements
import App
import ArgumentParser
import Definitions
import Foundation
import Logging
import Postgres

/// Runs a command's work over an open installation, prints its answer, and turns what went wrong into one
/// line and an exit code.
struct Console {
    let options: GlobalOptions

    /// The language of the person at the terminal.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.filter {
            !$0.isEmpty
        }
        return (locales.first ?? "").hasPrefix("fr") ? .french : .english
    }()

    /// Opens the installation, lets `body` work in it, and closes it again.
    func withInstallation(_ body: (Installation) async throws -> Void) async throws {
        try await withSite(making: false) { site in
            let installation = try await site.installation()
            try await body(installation)
        }
    }

    /// Opens the site (its database may be empty), lets `body` work in it, and closes it again.
    ///
    /// - Parameters:
    ///   - logged: whether it writes its log, as the settings say; a command prints what went wrong itself.
    ///   - making: whether a database of Entente's own is made where there is none.
    func withSite(
        logged: Bool = false, making: Bool = true, _ body: (Site) async throws -> Void
    ) async throws {
        try await reporting {
            let settings = try self.settings()
            let site = try await Site.open(
                settings, environment: ProcessInfo.processInfo.environment, making: making,
                logger: logged ? settings.logger : Self.quiet)
            do {
                try await body(site)
                await site.close()
            } catch {
                await site.close()
                throw error
            }
        }
    }

    /// Runs `body`; what it throws is printed once and becomes the exit code.
    func reporting(_ body: () async throws -> Void) async throws {
        do { try await body() } catch let exit as Exit { throw exit } catch let refusal as Refusal {
            report(refusal)
            throw Exit.refused
        } catch let usage as WrongUsage {
            report(Fault(usage))
            throw Exit.usage
        } catch let unsound as UnsoundFiles {
            report(unsound.findings)
            throw Exit.refused
        } catch let invalid as InvalidDefinition {
            report(invalid.findings)
            throw Exit.refused
        } catch let problems as SheetProblems {
            report(problems)
            throw Exit.refused
        } catch {
            let fault = Fault(error)
            report(fault)
            throw fault.isRefusal ? Exit.refused : Exit.fault
        }
    }

    func settings(_ commandLine: [String: String] = [:], isServer: Bool = false) throws -> Settings {
        var values = commandLine
        if let home = options.home { values["ENTENTE_HOME"] = home }
        return try Settings.load(
            environment: ProcessInfo.processInfo.environment, commandLine: values,
            workingFolder: FileManager.default.currentDirectoryPath, isServer: isServer)
    }

    /// Prints the answer: as JSON when asked, else as text.
    func show(_ json: @autoclosure () throws -> JSON, else text: @autoclosure () throws -> String) rethrows {
        Output.print(options.json ? try json().canonical : try text())
    }

    /// For commands, which print what went wrong themselves.
    private static let quiet: Logger = {
        var logger = Logger(label: "entente") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }()
}
