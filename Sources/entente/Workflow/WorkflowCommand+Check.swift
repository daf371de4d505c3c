import Agreements
import App
import ArgumentParser
import Definitions

extension WorkflowCommand {
    /// The command `entente workflow check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put workflow files through the proof gate; no database is needed.",
            discussion: """
                Findings go to standard output: file:line:column, one sentence, a code; below it what to do and, where \
                it is about behaviour, the shortest way there. Then the answer to each property of a definition. \
                Exit code 1 when there is a finding; a property that was not decided only warns.
                """)

        @Argument(help: "Workflow files (YAML).")
        var files: [String]

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let console = Console(options: options)
            try await console.reporting {
                let proofs = files.map { WorkflowFile.prove($0) }
                let findings = proofs.flatMap(\.findings)
                let answer: [String: JSON] =
                    findings.isEmpty
                    ? [:] : ["code": "invalid_definition", "applied": "no", "kind": "refusal"]
                console.show(
                    .object(
                        answer.merging([
                            "findings": .list(findings) { $0.json },
                            "warnings": .list(proofs.flatMap(\.warnings)) { $0.json },
                            "workflows": .list(proofs.compactMap(\.workflow)) {
                                .string("\($0.id)@\($0.version)")
                            },
                            "properties": .list(proofs.flatMap(\.rows)) { $0 },
                            "situations": .list(proofs) { proof in
                                .object(proof.situations.mapValues { .integer(Int64($0)) })
                            },
                        ]) { $1 }),
                    else: proofs.map(words).joined(separator: "\n"))
                if !findings.isEmpty { throw Exit.refused }
            }
        }

        private func words(_ proof: Proof) -> String {
            let name = proof.workflow.map { "\($0.id)@\($0.version)" } ?? ""
            let told = (proof.findings + proof.warnings).map(\.words)
            let verdict = proof.findings.isEmpty ? ["\(name): \(say("correct", "sound"))"] : []
            let answers = proof.properties.map { property in
                "    \(property.answer.words): \(property.rule.title[Console.language])"
            }
            return (told + verdict + answers).joined(separator: "\n")
        }
    }
}

extension Proof {
    /// The answers to the properties, as programs read them.
    fileprivate var rows: [JSON] {
        properties.map { property in
            let (path, reason) = property.answer.evidence
            return [
                "workflow": .string(workflow?.id ?? ""), "process": .string(property.rule.process),
                "kind": .string(property.rule.kind.rawValue), "rule": .string(property.rule.formula.source),
                "answer": .string(property.answer.word), "path": .list(path) { .string($0) },
                "because": .optional(reason),
            ]
        }
    }
}

extension PropertyAnswer {
    fileprivate var words: String {
        switch self {
        case .proved: say("prouvé", "proved")
        case .refuted: say("réfuté", "refuted")
        case .notDecided: say("non décidé", "not decided")
        }
    }

    fileprivate var evidence: (path: [String], reason: String?) {
        switch self {
        case .proved: ([], nil)
        case .refuted(let path): (path.map(\.en), nil)
        case .notDecided(let reason): ([], reason.en)
        }
    }
}
