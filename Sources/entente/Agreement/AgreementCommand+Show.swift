import Agreements
import App
import ArgumentParser

extension AgreementCommand {
    /// The command `entente agreement show`.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one agreement.")

        @Argument(help: "The agreement.")
        var agreement: String

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.withDesk { desk in
                let file = try await desk.agreement(agreement)
                let sheet = AgreementSheet(
                    agreement: file, workflow: try await desk.workflow(of: file),
                    names: try await desk.names(),
                    dossier: try await desk.dossier(of: file), times: desk.times,
                    cited: try await desk.citedNames(of: file),
                    stored: Set(try await desk.fileNames(of: file).keys),
                    namesakes: try await desk.namesakes(of: file))
                try console.show(try sheet.json(), else: sheet.text())
            }
        }
    }
}
