import Agreements
import App
import ArgumentParser
import Storage

/// The command `entente delegation`.
struct DelegationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegation", abstract: "Let one person act for another, for a time.",
        subcommands: [Give.self, Revoke.self, List.self])

    static func json(_ delegation: Delegation) -> JSON {
        [
            "id": .string(delegation.id.description), "grantor": .string(delegation.grantor.description),
            "grantee": .string(delegation.grantee.description), "role": .string(delegation.role),
            "scope": .string(delegation.scope.description), "from": .string(delegation.from.description),
            "until": .optional(delegation.until?.description),
            "revoked_at": .optional(delegation.revokedAt?.description),
        ]
    }

    /// The command `entente delegation grant`.
    struct Give: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grant", abstract: "Let GRANTEE act for GRANTOR in one role.")

        @Argument(help: "Whose right it is.")
        var grantor: String

        @Argument(help: "Who may act for them.")
        var grantee: String

        @Argument(help: "The role, such as SIG.")
        var role: String

        @Option(help: "*, unit:…, party:…, itmo:…, instrument:… or agreement:…")
        var scope = "*"

        @Option(help: "From when; now by default.")
        var starts: String?

        @Option(help: "Until when, exclusive; open by default.")
        var ends: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let delegation = try await desk.delegate(
                    role, from: grantor, to: grantee, scope: scope, starts: starts, ends: ends,
                    as: actor.actor, requestID: request.id)
                console.show(DelegationCommand.json(delegation), else: "\(role) \(scope): \(delegation.id)")
            }
        }
    }

    /// The command `entente delegation revoke`.
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a delegation.")

        @Argument(help: "The id of the delegation.")
        var delegation: String

        @Option(help: "When; now by default.")
        var at: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let gaps = try await desk.revoke(
                    delegation: delegation, at: at, as: actor.actor, requestID: request.id)
                console.show(
                    ["id": .string(delegation), "warnings": .list(gaps, StaffingCommand.json)],
                    else: say("Délégation révoquée.", "Delegation revoked.") + StaffingCommand.warnings(gaps))
            }
        }
    }

    /// The command `entente delegation list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The delegations, past ones included.")

        @Argument(help: "Only those given by or to this person.")
        var person: String?

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let person: Person.ID? = if let person { try await desk.person(person) } else { nil }
                let delegations = try await desk.installation.catalogue.delegations(of: person)
                let names = try await desk.names()
                var table = Table(
                    say("DÉLÉGANT", "GRANTOR"), say("DÉLÉGATAIRE", "GRANTEE"), say("RÔLE", "ROLE"),
                    say("PORTÉE", "SCOPE"), say("DU", "FROM"), say("AU", "UNTIL"), say("RÉVOQUÉE", "REVOKED"),
                    "ID")
                for item in delegations {
                    table.add(
                        names[item.grantor] ?? item.grantor.description,
                        names[item.grantee] ?? item.grantee.description,
                        item.role, item.scope.description, desk.times.text(item.from),
                        item.until.map(desk.times.text),
                        item.revokedAt.map(desk.times.text), item.id.description)
                }
                console.show(
                    .list(delegations, DelegationCommand.json),
                    else: table.text(empty: say("Aucune délégation.", "No delegation.")))
            }
        }
    }
}
