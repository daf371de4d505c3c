import Agreements
import App
import Definitions

extension Console {
    func report(_ refusal: Refusal) {
        let text = refusal.text[Self.language]
        guard options.json else {
            let rule = refusal.rule.map { say("\n  règle : \($0)", "\n  rule: \($0)") } ?? ""
            let reads = refusal.reads.map { "\n  \($0.path) = \($0.value.canonical)" }.joined()
            let others = refusal.others.map { "\n  \($0.name): \($0.problem[Self.language])" }.joined()
            return Output.complain(
                "entente: \(say("refus", "refused")) (\(refusal.code)): \(text)\(rule)\(reads)\(others)")
        }
        var members: [String: JSON] = [
            "code": .string(refusal.code), "message": .string(text), "applied": "no", "kind": "refusal",
            "reads": .object(Dictionary(refusal.reads.map { ($0.path, $0.value) }, uniquingKeysWith: { $1 })),
            "state": .array(refusal.state.map(JSON.string)),
        ]
        members["rule"] = refusal.rule.map(JSON.string)
        Output.print(JSON.object(members).canonical)
    }

    func report(_ fault: Fault) {
        guard options.json else { return Output.complain("entente: \(fault.message)") }
        var members: [String: JSON] = [
            "code": .string(fault.code), "message": .string(fault.message), "applied": .string(fault.applied),
            "kind": fault.isRefusal ? "refusal" : "fault",
        ]
        members["request_id"] = fault.requestID.map(JSON.string)
        Output.print(JSON.object(members).canonical)
    }

    /// Everything that is wrong with workflow files, on standard output: a line for each finding, below it what to
    /// do and the way that leads there.
    func report(_ findings: [Finding]) {
        show(
            [
                "code": "invalid_definition", "applied": "no", "kind": "refusal",
                "findings": JSON.list(findings) { $0.json },
            ],
            else: findings.map(\.words).joined(separator: "\n"))
    }

    /// Everything that is wrong with a sheet, one place a line on standard error.
    func report(_ sheet: SheetProblems) {
        guard options.json else {
            let count = sheet.problems.count
            let lines = sheet.problems.map { problem in
                "\(problem.line):\(problem.column): \(problem.reason[Self.language]) [\(problem.code)]: \(problem.value)"
            }
            let end = say(
                "entente: rien n’a été enregistré : \(count) problème(s) dans la feuille",
                "entente: nothing was stored: \(count) problem(s) in the sheet")
            return Output.complain((lines + [end]).joined(separator: "\n"))
        }
        let list = JSON.list(sheet.problems) { problem in
            [
                "line": .integer(Int64(problem.line)), "column": .integer(Int64(problem.column)),
                "value": .string(problem.value), "code": .string(problem.code),
                "message": .string(problem.reason[Self.language]),
            ]
        }
        Output.print(
            (["code": "bad_sheet", "applied": "no", "kind": "refusal", "problems": list] as JSON).canonical)
    }
}
