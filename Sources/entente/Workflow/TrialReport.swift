import Agreements
import App
import Definitions

/// What `workflow test` tells: the scenarios, then what they covered, then what was written.
struct TrialReport {
    var outcomes: [WorkflowTrial.Outcome]
    var coverage: [Coverage]
    var generated: [WorkflowTrial.Generated] = []

    var hasFailures: Bool {
        outcomes.contains { !$0.failures.isEmpty } || generated.contains { !$0.failures.isEmpty }
    }

    /// Whether a search left a transition that is not proved impossible.
    var leavesUncovered: Bool { generated.contains { !$0.unreached.isEmpty } }

    var text: String {
        let played = outcomes.map(Self.line)
        let passed = outcomes.count { $0.failures.isEmpty }
        let sum = say(
            "\(passed) réussi(s), \(outcomes.count - passed) en échec",
            "\(passed) passed, \(outcomes.count - passed) failed")
        return (played + [sum] + coverage.map(Self.text) + generated.map(Self.text))
            .joined(separator: "\n")
    }

    private static func line(_ outcome: WorkflowTrial.Outcome) -> String {
        let verdict = outcome.failures.isEmpty ? say("réussi", "pass") : say("échec", "fail")
        let steps = say("\(outcome.steps) étapes", "\(outcome.steps) steps")
        let head = "\(verdict)  \(outcome.path) (\(steps))"
        return ([head] + outcome.failures.map { "      \($0)" }).joined(separator: "\n")
    }

    private static func text(_ coverage: Coverage) -> String {
        var table = Table(
            say("PROCESSUS", "PROCESS"), say("ÉTATS", "STATES"), "TRANSITIONS",
            say("GARDES, vraies et fausses", "GUARDS, true and false"))
        for process in coverage.processes {
            table.add(
                process.name, Self.text(process.states), Self.text(process.transitions),
                Self.text(process.guards))
        }
        table.add(
            "", Self.text(coverage.total(\.states)), Self.text(coverage.total(\.transitions)),
            Self.text(coverage.total(\.guards)))
        let head = say("\n\(coverage.workflow) : couverture", "\n\(coverage.workflow): coverage")
        return ([head, table.text()] + missing(of: coverage)).joined(separator: "\n")
    }

    private static func missing(of coverage: Coverage) -> [String] {
        coverage.processes.flatMap { process in
            [
                (say("état", "state"), process.states), ("transition", process.transitions),
                (say("garde", "guard"), process.guards),
            ].flatMap { kind, tally in
                tally.missing.map { line(kind, process, $0) }
                    + tally.impossible.map {
                        line(kind, process, $0) + say(" (démontré impossible)", " (proved impossible)")
                    }
            }
        }
    }

    private static func line(
        _ kind: String, _ process: Coverage.Process, _ missing: Coverage.Missing
    ) -> String {
        "\(missing.place.file):\(missing.place.line): \(kind) \(process.name) \(missing.what)"
    }

    private static func text(_ tally: Coverage.Tally) -> String {
        guard tally.possible > 0 else { return "–" }
        return "\(tally.covered)/\(tally.possible) (\(tally.covered * 100 / tally.possible) %)"
    }

    private static func text(_ generated: WorkflowTrial.Generated) -> String {
        let head = say(
            "\n\(generated.workflow) : \(generated.files.count) scénario(s) écrit(s), \(generated.decisions) décisions",
            "\n\(generated.workflow): \(generated.files.count) scenario(s) written, \(generated.decisions) decisions"
        )
        let unreached = generated.unreached.map { "\($0.place.file):\($0.place.line): \($0.what)" }
        let lines = [head] + generated.files + generated.failures.map(\.description) + unreached
        return (lines + [verdict(generated)]).joined(separator: "\n")
    }

    /// Whether all is taken now, in one line.
    private static func verdict(_ generated: WorkflowTrial.Generated) -> String {
        let left = generated.unreached.count
        guard left > 0 else {
            return say(
                "\(generated.workflow) : toutes les transitions possibles sont parcourues",
                "\(generated.workflow): every possible transition is taken")
        }
        return say(
            "\(generated.workflow) : \(left) transition(s) possible(s) restent sans parcours (code 1)",
            "\(generated.workflow): \(left) possible transition(s) left uncovered (exit code 1)")
    }
}

extension TrialReport {
    /// The same for programs.
    var json: JSON {
        [
            "scenarios": .list(outcomes) { outcome in
                [
                    "file": .string(outcome.path), "steps": .integer(Int64(outcome.steps)),
                    "passed": .bool(outcome.failures.isEmpty),
                    "failures": .list(outcome.failures, Self.json),
                ]
            },
            "coverage": .list(coverage) { coverage in
                [
                    "workflow": .string(coverage.workflow),
                    "processes": .list(coverage.processes) { process in
                        [
                            "process": .string(process.name), "states": Self.json(process.states),
                            "transitions": Self.json(process.transitions),
                            "guards": Self.json(process.guards),
                        ]
                    },
                ]
            },
            "generated": .list(generated) { generated in
                [
                    "workflow": .string(generated.workflow),
                    "files": .list(generated.files) { .string($0) },
                    "decisions": .integer(Int64(generated.decisions)),
                    "failures": .list(generated.failures, Self.json),
                    "unreached": .list(generated.unreached, Self.json),
                ]
            },
        ]
    }

    private static func json(_ failure: ScenarioFailure) -> JSON {
        ["place": .string(failure.place.description), "message": .string(failure.message)]
    }

    private static func json(_ tally: Coverage.Tally) -> JSON {
        [
            "total": .integer(Int64(tally.total)), "covered": .integer(Int64(tally.covered)),
            "missing": .list(tally.missing, json), "impossible": .list(tally.impossible, json),
        ]
    }

    private static func json(_ missing: Coverage.Missing) -> JSON {
        [
            "file": .string(missing.place.file), "line": .integer(Int64(missing.place.line)),
            "what": .string(missing.what),
        ]
    }
}
