import Agreements
import Definitions
import Expressions
import Statechart

extension Workflow {
    /// The texts with which conditions compare what they read, by field, such as `Party.country`.
    var words: [String: Set<String>] {
        processes.values.reduce(into: [:]) { words, process in
            for transition in process.chart.transitions {
                let fields = transition.label.flatMap { process.transitions[$0]?.input } ?? []
                let clauses = transition.condition?.clauses ?? []
                for use in clauses.flatMap({ uses(in: $0.formula, fields) }) {
                    words[use.field, default: []].insert(use.word)
                }
            }
        }
    }

    /// The texts of one condition.
    func uses(in formula: Formula, _ fields: [InputField]) -> [WordUse] {
        guard formula.source.contains("'") || formula.source.contains("\"") else { return [] }
        var domains = Domains()
        for field in fields { domains.paths["event.\(field.name)"] = field.domain(field.required) }
        return formula.program.wordUses(knowing: domains, items: itemTypes)
    }

    /// What children are about where that is a party.
    private var itemTypes: [String: CELType] {
        let lists = processes.values.flatMap(\.states.values).flatMap(\.children)
            .filter { $0.forEach?.source.contains("arties") ?? false }
        return Dictionary(
            lists.map { ($0.itemName, CELType.object("Party")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The greatest number in conditions that read one of these paths.
    func greatestNumber(beside paths: String...) -> Int {
        let sources = processes.values.flatMap(\.chart.transitions).flatMap { $0.condition?.clauses ?? [] }
            .filter { clause in paths.contains { clause.formula.reads($0) } }.map(\.formula.source)
        return sources.flatMap(\.numbers).filter { $0 <= 40 }.max().map(Int.init) ?? 0
    }
}

extension Formula {
    /// Whether it reads what stands at a path or under it.
    func reads(_ path: String) -> Bool {
        program.readablePaths.contains { read in
            read == path || read.hasPrefix("\(path).") || read.hasPrefix("\(path)[")
                || read == "has(\(path))" || read.hasPrefix("has(\(path).")
        }
    }
}

extension String {
    /// The whole numbers written in it, outside quotes.
    var numbers: [Int64] {
        split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
            .flatMap { $0.element.split { !$0.isNumber && !$0.isLetter } }.compactMap { Int64($0) }
    }
}
