import Agreements
import App
import ArgumentParser

extension AgreementCommand {
    /// The command `entente agreement history`.
    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The events of one agreement, in order.")

        @Argument(help: "The agreement.")
        var agreement: String

        @Option(help: "Only events after this number.")
        var after = 0

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let events = try await desk.history(agreement, after: after)
                try console.show(
                    .list(events, Self.json),
                    else: table(events, desk.times).text(empty: say("Aucun événement.", "No event.")))
            }
        }

        private static func json(_ told: ToldEvent) throws -> JSON {
            guard case .object(var members) = try told.event.hashed() else { return .null }
            members["hash"] = .string(told.event.hash)
            members["actor_name"] = .string(told.actor)
            members["reason"] = told.reason.map(JSON.string)
            if told.isReasonEliminated { members["reason_eliminated"] = true }
            return .object(members)
        }

        private func table(_ events: [ToldEvent], _ times: LegalTimeText) -> Table {
            var table = Table(
                "N", say("ENREGISTRÉ", "RECORDED"), say("ÉVÉNEMENT", "EVENT"), say("PROCESSUS", "PROCESS"),
                say("DE", "FROM"), say("VERS", "TO"), say("PAR", "BY"), say("REMARQUE", "REMARK"))
            for told in events {
                let event = told.event
                table.add(
                    "\(event.seq)", times.text(event.at), event.type, event.process,
                    event.fromState.joined(separator: " "),
                    event.fromState == event.toState ? "=" : event.toState.joined(separator: " "),
                    Self.actor(told),
                    Self.remark(told))
            }
            return table
        }

        private static func actor(_ told: ToldEvent) -> String {
            let role = told.event.authority.role.map { " (\($0))" } ?? ""
            if let recorded = told.recorded {
                return say(
                    "\(recorded)\(role), enregistré par \(told.actor)",
                    "\(recorded)\(role), recorded by \(told.actor)")
            }
            let behalf = told.onBehalfOf.map { say(" pour \($0)", " for \($0)") } ?? ""
            return told.actor + behalf + role
        }

        private static func remark(_ told: ToldEvent) -> String {
            let parts = [
                told.event.effectiveOn.map { say("effet au \($0)", "effective on \($0)") },
                told.event.authority.operator.map { say("opérateur \($0)", "operator \($0)") }, told.reason,
                told.isReasonEliminated ? say("motif éliminé", "reason eliminated") : nil,
            ]
            return parts.compactMap(\.self).joined(separator: "; ")
        }
    }
}
