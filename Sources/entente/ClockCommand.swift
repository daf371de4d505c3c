import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente clock`.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "Legal time; a simulated one can be moved forward.",
        subcommands: [Show.self, Advance.self])

    static func json(_ time: LegalTime) -> [String: JSON] {
        [
            "now": .string(time.now.description), "simulated": .bool(time.isSimulated),
            "next_due": .optional(time.nextDue?.description),
        ]
    }

    static func text(_ time: LegalTime, _ times: LegalTimeText) -> String {
        let kind = time.isSimulated ? say("simulée", "simulated") : say("réelle", "real")
        let next = time.nextDue.map(times.text) ?? say("aucune", "none")
        return say(
            "Heure légale (\(kind)) : \(times.text(time.now)) ; prochaine échéance : \(next)",
            "Legal time (\(kind)): \(times.text(time.now)); next due: \(next)")
    }

    /// The command `entente clock show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Where legal time stands.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let time = try await desk.installation.clock.show()
                console.show(.object(ClockCommand.json(time)), else: ClockCommand.text(time, desk.times))
            }
        }
    }

    /// The command `entente clock advance`.
    struct Advance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move the clock of a simulated database forward.",
            discussion:
                "It stops at every due instant on the way and serves what is due; --jump leaps, as an outage would."
        )

        @Option(help: "The new time: 2016-06-15T17:00 in the institution's zone, or RFC 3339.")
        var to: String

        @Flag(help: "Leap; what fell due meanwhile is served late.")
        var jump = false

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let moved = try await desk.advance(to: to, jump: jump)
                console.show(json(moved), else: text(moved, desk.times))
            }
        }

        private func json(_ moved: ClockAdvance) -> JSON {
            .object(
                ClockCommand.json(moved.time).merging(["put_back": .integer(Int64(moved.putBack))]) { $1 })
        }

        private func text(_ moved: ClockAdvance, _ times: LegalTimeText) -> String {
            let time = ClockCommand.text(moved.time, times)
            guard moved.putBack > 0 else { return time }
            return time
                + say(
                    "\n\(moved.putBack) essais d’envoi ont échoué ; `serve` ou `work` les reprend (`entente job list --state ready`).",
                    "\n\(moved.putBack) attempts at mails failed; `serve` or `work` tries again (`entente job list --state ready`)."
                )
        }
    }
}
