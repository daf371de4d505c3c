import Agreements
import App
import Definitions
import Foundation

extension Console {
    /// Reads an SCXML document; what is wrong with it is printed, one finding a line.
    func document(_ path: String) throws -> SCXMLDocument {
        let bytes = try Self.bytes(of: path)
        let folder = SCXMLFolder.directory(URL(filePath: path).deletingLastPathComponent().path)
        do throws(SCXMLRefusal) {
            return try SCXMLReader.read(bytes, in: folder)
        } catch {
            show(
                [
                    "code": "invalid_document", "applied": "no", "kind": "refusal",
                    "findings": .list(error.findings, Self.json),
                ],
                else: error.findings.map { finding in
                    "\(path):\(finding.line == 0 ? "" : "\(finding.line):") \(finding.message)"
                }.joined(separator: "\n"))
            throw Exit.refused
        }
    }

    static func json(_ finding: SCXMLFinding) -> JSON {
        [
            "code": .string(finding.code.rawValue), "line": .integer(Int64(finding.line)),
            "message": .string(finding.message),
        ]
    }

    /// Writes a new or existing file as a whole or not at all.
    static func write(_ text: String, to path: String) throws {
        do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
            throw WrongUsage("--output", "\(path) cannot be written: check the folder and its permissions")
        }
    }

    /// Runs the suites of these paths and prints the report; exit code 1 when any case failed.
    func judge(
        _ paths: [String], _ run: (String) throws(ConformanceProblem) -> [ConformanceVerdict]
    ) async throws {
        try await reporting {
            var verdicts: [ConformanceVerdict] = []
            do throws(ConformanceProblem) {
                for path in paths { verdicts += try run(path) }
            } catch {
                throw Self.report(error, of: self)
            }
            let report = ConformanceReport(verdicts)
            show(report.json, else: report.text)
            if report.failed > 0 { throw Exit.refused }
        }
    }

    private static func report(_ problem: ConformanceProblem, of console: Console) -> Exit {
        switch problem.kind {
        case .unreadable: console.report("unreadable_file", problem.description, .fault)
        case .notASuite: console.report("wrong_usage", problem.description, .usage)
        }
    }

    /// Prints one line about what could not be done, and gives the exit code for it.
    func report(_ code: String, _ message: String, _ exit: Exit, _ more: [String: JSON] = [:]) -> Exit {
        guard options.json else {
            Output.complain("entente: \(message)")
            return exit
        }
        let members: [String: JSON] = [
            "code": .string(code), "message": .string(message), "applied": "no",
            "kind": exit == .fault ? "fault" : "refusal",
        ]
        Output.print(JSON.object(members.merging(more) { $1 }).canonical)
        return exit
    }
}
