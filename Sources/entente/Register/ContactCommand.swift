import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente contact`.
struct ContactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "The office's address: shown, or changed.",
        discussion: """
            Replies to all mails go there, with a copy of each notice. Every server follows within seconds; the address \
            holds until the setting ENTENTE_CONTACT_ADDRESS becomes another one.
            """)

    @Argument(help: "The new address; shown when none is given.")
    var address: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Console(options: options)
        try await console.withDesk { desk in
            if let address { _ = try await desk.enter(contact: address, as: actor.actor) }
            let contact = desk.installation.institution.contact
            console.show(["contact": .string(contact)], else: contact)
        }
    }
}
