import Agreements
import App
import ArgumentParser

/// The command `entente account`.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Ways into the pages.", subcommands: [Invite.self])

    /// The command `entente account invite`.
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a one-time address where somebody chooses a password; it is good for a day.")

        @Argument(help: "The person: id, mail address or operating-system user.")
        var person: String

        @OptionGroup var actor: ActorOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let invitation = try await desk.invite(person, as: actor.actor)
                console.show(
                    ["person": .string(invitation.person.description), "url": .string(invitation.url)],
                    else: invitation.url)
            }
        }
    }
}
