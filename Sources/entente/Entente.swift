import ArgumentParser

/// The command line of Entente; `entente help` lists what it can do.
struct Entente: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Research partnership agreements, from first draft to archive.",
        discussion: """
            Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 fault.
            With --json, answers and refusals are JSON; errors carry a stable `code` and `applied`: no or unknown.
            """,
        subcommands: [Serve.self, Work.self, Migrate.self, Demo.self, Found.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Agreements",
                subcommands: [
                    AgreementCommand.self, ActCommand.self, TaskCommand.self, DocumentCommand.self,
                    ForecastCommand.self,
                ]),
            CommandGroup(
                name: "Register",
                subcommands: [
                    PersonCommand.self, AccountCommand.self, OrganisationCommand.self, GrantCommand.self,
                    DelegationCommand.self,
                    MeasureCommand.self, AbsenceCommand.self, SuccessionCommand.self, StaffingCommand.self,
                    CallCommand.self, WorkflowCommand.self, ReferenceCommand.self,
                    ContactCommand.self,
                ]),
            CommandGroup(
                name: "Operation",
                subcommands: [
                    NoticeCommand.self, DigestCommand.self, JobCommand.self, ClockCommand.self,
                    AuditCommand.self, RetentionCommand.self,
                ]),
            CommandGroup(name: "Standards", subcommands: [SCXMLCommand.self, CELCommand.self]),
        ])
}
