import Agreements
import App
import ArgumentParser
import Engine
import Foundation

extension AgreementCommand {
    /// The command `entente agreement propose`.
    struct Propose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a new file, or one for each line of a sheet.",
            discussion: """
                --csv: the first line names the columns: parties (blanks between), call, unit, itmo, start, workflow, \
                role.NAME, field.NAME. Every line is checked first; nothing is stored when any is bad. The same sheet \
                again changes nothing.
                """)

        @Option(help: "The workflow, such as lia.")
        var workflow: String?

        @Option(help: "A party, by the id of its organisation; once for each.")
        var party: [String] = []

        @Option(help: "The call: id or year; the only open one by default.")
        var call: String?

        @Option(help: "The unit, such as U1151.")
        var unit: String?

        @Option(help: "The ITMO, such as NNP.")
        var itmo: String?

        @Option(help: "The day on which it should start (YYYY-MM-DD).")
        var start: String?

        @Option(help: "A person with a role in this agreement: PI_EXT=person; once for each.")
        var role: [String] = []

        @Option(help: "A laboratory that takes part: ID=PARTY:HEAD:NAME, its head a person; once for each.")
        var lab: [String] = []

        @Option(help: "An agreement under which this one is made: id or reference; once for each.")
        var cites: [String] = []

        @Option(help: "A field of the dossier: name=value; once for each.")
        var field: [String] = []

        @Option(help: "A JSON file with fields of the dossier.")
        var fields: String?

        @Option(help: "A sheet with one proposal a line.")
        var csv: String?

        @Option(help: "Records a proposal on paper: the person who proposed.")
        var record: String?

        @Option(help: "With --record: the date on the paper (YYYY-MM-DD).")
        var dated: String?

        @Option(help: "With --record: the file of the scan; it becomes a document of the agreement.")
        var scan: String?

        @Option(help: "With --record: why it is recorded from paper.")
        var reason: String?

        @OptionGroup var actor: ActorOptions
        @OptionGroup var request: RequestOptions
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            guard csv != nil || workflow != nil else {
                throw ValidationError("--workflow is missing, such as lia.")
            }
            let alone =
                [party, role, field, lab, cites].allSatisfy(\.isEmpty) && request.id == nil
                && [call, unit, itmo, start, fields, record].allSatisfy { $0 == nil }
            guard record != nil || (dated == nil && scan == nil && reason == nil) else {
                throw ValidationError("--dated, --scan and --reason go with --record.")
            }
            guard csv == nil || alone else {
                throw ValidationError("--csv goes with --workflow and --as only: the sheet says the rest.")
            }
        }

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                if let csv {
                    let sheet = try await desk.sheet(try Console.bytes(of: csv), workflow: workflow)
                    return try await console.show(try await desk.propose(sheet, as: actor.actor), of: desk)
                }
                let answer = try await desk.propose(try order(), as: actor.actor, requestID: request.id)
                try console.show(answer, with: try await desk.namesakes(of: answer.agreement))
            }
        }

        private func order() throws -> ProposalOrder {
            var order = ProposalOrder(workflow: workflow ?? "")
            (order.parties, order.call, order.unit, order.itmo) = (party, call, unit, itmo)
            (order.start, order.roles, order.fields) = (start, role, field)
            (order.labs, order.cites) = (lab, cites)
            if let fields { order.file = try FieldsFile.read(fields) }
            order.paper = try paper()
            return order
        }

        private func paper() throws -> ProposalOrder.Paper? {
            guard let record else { return nil }
            guard let dated, let scan, let reason, !reason.isEmpty else { throw Refusal.recordIncomplete }
            let document = NewDocument(
                kind: "scan", fileName: URL(filePath: scan).lastPathComponent,
                bytes: try Console.bytes(of: scan))
            return .init(person: record, dated: dated, scan: document, reason: reason)
        }
    }
}
