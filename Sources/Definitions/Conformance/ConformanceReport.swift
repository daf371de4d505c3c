package import Agreements

/// The verdicts of one run, with their counts.
package struct ConformanceReport: Sendable {
    /// How the cases of one family came out.
    package struct Tally: Sendable, Hashable {
        /// The family's name.
        package let family: String
        /// How many cases came out as the suite says.
        package let passed: Int
        /// How many did not.
        package let failed: Int
    }

    /// Every case in the order of the suites.
    package let verdicts: [ConformanceVerdict]

    /// A report of these verdicts.
    package init(_ verdicts: [ConformanceVerdict]) { self.verdicts = verdicts }

    /// How many cases came out as their suite says.
    package var passed: Int { verdicts.count(where: \.isPassed) }
    /// How many did not.
    package var failed: Int { verdicts.count - passed }

    /// The families by name; cases without a family are not counted here.
    package var families: [Tally] {
        Dictionary(grouping: verdicts.filter { !$0.family.isEmpty }, by: \.family)
            .sorted { $0.key < $1.key }
            .map { family, verdicts in
                let passed = verdicts.count(where: \.isPassed)
                return Tally(family: family, passed: passed, failed: verdicts.count - passed)
            }
    }

    /// `pass` or `fail` with the reason for each case, the totals of the families, the total alone in a line.
    package var text: String {
        let cases = verdicts.map { verdict in
            verdict.failure.map { "fail \(verdict.id): \($0)" } ?? "pass \(verdict.id)"
        }
        let totals = families.map { "family \($0.family): \(Self.counts($0.passed, $0.failed))" }
        return (cases + totals + [Self.counts(passed, failed)]).joined(separator: "\n")
    }

    /// The same as data.
    package var json: JSON {
        let cases = verdicts.map { verdict -> JSON in
            [
                "id": .string(verdict.id), "family": .string(verdict.family),
                "passed": .bool(verdict.isPassed),
                "reason": verdict.failure.map(JSON.string) ?? .null,
            ]
        }
        let families = families.map { tally -> JSON in
            [
                "family": .string(tally.family), "passed": .integer(Int64(tally.passed)),
                "failed": .integer(Int64(tally.failed)),
            ]
        }
        return [
            "cases": .array(cases), "families": .array(families), "passed": .integer(Int64(passed)),
            "failed": .integer(Int64(failed)),
        ]
    }

    private static func counts(_ passed: Int, _ failed: Int) -> String {
        "\(passed) passed, \(failed) failed"
    }
}
