import Agreements
import Definitions
import Expressions

/// Values for the fields of an act: a plain choice for all of them, then one field after the other varied, then those
/// together that one condition reads.
struct SearchInputs {
    let node: SearchNode
    let workflow: Workflow
    let cast: GeneratedCast
    let process: Agreements.Process
    let at: Instant

    /// The most values together that one condition is tried with.
    private static let togetherMax = 16

    /// None when a field needs what the file does not have yet.
    ///
    /// - Parameters:
    ///   - clauses: the conditions of the act: what they compare with is tried just below, at and just above.
    ///   - witnesses: values with which conditions are known to hold.
    func inputs(
        _ fields: [InputField], _ clauses: [Guard.Clause], meeting witnesses: [SearchWitnesses.Input]
    ) -> [[String: ScenarioValue]] {
        var known: Set<String> = []
        let fields = fields.filter { known.insert($0.name).inserted }
        let choices = fields.map { field in
            (
                field,
                (field.required ? [] : [ScenarioValue.null])
                    + values(field, clauses.about(field.name)).uniqued()
            )
        }
        guard choices.allSatisfy({ !$0.1.isEmpty }) else { return [] }
        let plain = Dictionary(
            choices.map { ($0.0.name, $0.1[0]) }, uniquingKeysWith: { first, _ in first })
        let varied = choices.flatMap { field, values in
            values.dropFirst().map { value in
                (field: field.name, input: plain.merging([field.name: value]) { $1 })
            }
        }
        let together = clauses.flatMap { clause in
            Self.together(
                choices.filter { clause.reads($0.0.name) }.map { ($0.0.name, clause.named($0.1)) }, plain)
        }
        let required = Set(fields.filter(\.required).map(\.name))
        let (first, last) = (
            varied.filter { required.contains($0.field) }, varied.filter { !required.contains($0.field) }
        )
        let met = witnesses.map { witness in
            plain.merging(fields.compactMap { Self.value(of: $0, witness) }) { $1 }
        }
        return ([plain] + met + first.map(\.input) + together + last.map(\.input)).map {
            $0.filter { $0.value != .null }
        }.uniqued()
    }

    /// What a witness says of a field, where it is more than that there is something.
    private static func value(
        of field: InputField, _ witness: SearchWitnesses.Input
    ) -> (String, ScenarioValue)? {
        switch (field.kind, witness[field.name]) {
        case (_, .null?) where !field.required: (field.name, .null)
        case (.integer, .int(let number)?): (field.name, .integer(number))
        case (.flag, .bool(let flag)?): (field.name, .flag(flag))
        case (.day, .string(let text)?), (.choice, .string(let text)?): (field.name, .text(text))
        case (.text, .string?): (field.name, .text("Texte"))
        default: nil
        }
    }

    /// Every combination of the values of fields that one condition reads.
    private static func together(
        _ choices: [(name: String, values: [ScenarioValue])], _ plain: [String: ScenarioValue]
    ) -> [[String: ScenarioValue]] {
        guard choices.count > 1 else { return [] }
        let all = choices.reduce([plain]) { inputs, choice in
            inputs.flatMap { input in choice.values.prefix(4).map { input.merging([choice.name: $0]) { $1 } }
            }
        }
        return Array(all.prefix(togetherMax))
    }

    private func values(_ field: InputField, _ clauses: [Guard.Clause]) -> [ScenarioValue] {
        switch field.kind {
        case .text: [.text("Texte")]
        case .integer: integers(clauses)
        case .flag: [.flag(true), .flag(false)]
        case .day: days(clauses).map { .text($0.description) }
        case .instant: instants(clauses).map { .text($0.description) }
        case .person, .candidate: people.map { .id(of: $0) }
        case .party:
            (node.agreement.parties.filter { !$0.home } + node.agreement.parties.filter(\.home)).map {
                .text($0.id)
            }
        case .organisation: organisations.map { .id(of: $0) }
        case .organisations: lists.map { .list($0.map { .id(of: $0) }) }
        case .call: cast.calls.map { .id(of: $0.key) }
        case .document where field.name == "sha256": otherTexts
        case .document: documents.last.map { [.id(of: $0)] } ?? []
        case .choice(let choices): choices.map { .text($0) }
        }
    }

    private func integers(_ clauses: [Guard.Clause]) -> [ScenarioValue] {
        let written = clauses.flatMap(\.formula.source.numbers) + clauses.flatMap { parameters(of: $0) }
        let near = written.uniqued().flatMap { [$0, $0 - 1, $0 + 1] }
        return ([3, 0, 12, 1] + near).filter { $0 >= 0 }.uniqued().map { .integer($0) }
    }

    /// The numbers of the parameters that a condition reads.
    private func parameters(of clause: Guard.Clause) -> [Int64] {
        clause.formula.program.readablePaths.filter { $0.hasPrefix("param.") }.compactMap { path in
            workflow.parameters[String(path.dropFirst("param.".count))]?.number
        }
    }

    /// Now, later and earlier, then next to the instants that the conditions name.
    private func instants(_ clauses: [Guard.Clause]) -> [Instant] {
        let named = clauses.flatMap(\.formula.source.quotedTexts).flatMap { text -> [Instant] in
            let day = (try? Day(parsing: text)).map { Zone.paris.instant($0, at: "12:00") }
            return [try? Instant(rfc3339: text), day].compactMap(\.self)
        }
        let shifts = [0, 30, -30, 400, -400].map { at.adding(milliseconds: $0 * 86_400_000) }
        return shifts
            + named.flatMap {
                [$0, $0.adding(milliseconds: 86_400_000), $0.adding(milliseconds: -86_400_000)]
            }
    }

    /// Today, the days around it, and those around the term.
    private func days(_ clauses: [Guard.Clause]) -> [Day] {
        let today = Zone.paris.day(of: at)
        let term = [node.agreement.term?.end, node.agreement.term?.start, node.agreement.plannedStart]
            .compactMap(\.self)
        let around = term.flatMap { [$0, $0.adding(days: 1), $0.adding(days: -1)] }
        let others = [1, -1, 7, 40, 200, 400].map { today.adding(days: $0) }
        let named = clauses.flatMap(\.daysNamed)
        return ([today] + others.prefix(2) + around + named + others.dropFirst(2)).uniqued()
    }

    /// Who was assigned something here, the experts who were not, people of the process's party, and some others.
    private var people: [String] {
        let assigned = node.agreement.assignments.filter { $0.role == "EXP" }
            .compactMap { cast.keys[$0.person.description] }
        let own = cast.people.filter { $0.organisation != nil && $0.organisation == process.party }.map(\.key)
        return
            (cast.experts.filter { !assigned.contains($0) } + assigned.reversed() + own + cast.others
            + cast.asked)
            .uniqued()
    }

    /// Those that are no parties first.
    private var organisations: [String] {
        let parties = Set(node.agreement.parties.map(\.id))
        let keys = cast.organisations.map(\.key)
        return keys.filter { !parties.contains($0) } + keys.filter(parties.contains)
    }

    private var lists: [[String]] {
        let parties = Set(node.agreement.parties.map(\.id))
        let others = organisations.filter { !parties.contains($0) }
        return (others.map { [$0] } + [others, organisations]).filter { !$0.isEmpty }.uniqued()
    }

    /// A version of the text that is no longer current, else any other document; an optional field is left out besides.
    private var otherTexts: [ScenarioValue] {
        let older = node.documentKeys { $0.kind == Document.textKind }.dropLast().last
        return older.map { [.sha256(of: $0)] } ?? documents.last.map { [.id(of: $0)] } ?? []
    }

    /// The keys of the documents that are no texts.
    private var documents: [String] { node.documentKeys { $0.kind != Document.textKind } }
}

extension [Guard.Clause] {
    /// Those that read a field of an act.
    fileprivate func about(_ field: String) -> [Guard.Clause] { filter { $0.reads(field) } }
}

extension Guard.Clause {
    /// Of the values those that the condition names, if it names any.
    fileprivate func named(_ values: [ScenarioValue]) -> [ScenarioValue] {
        let words = formula.source.quotedTexts + daysNamed.map(\.description)
        let quoted = Set(words.map { ScenarioValue.text($0) })
        let named = values.filter(quoted.contains)
        return named.isEmpty ? values : named
    }

    /// The days that the condition names, with those next to them.
    fileprivate var daysNamed: [Day] {
        formula.source.quotedTexts.compactMap { try? Day(parsing: $0) }
            .flatMap { [$0, $0.adding(days: -1), $0.adding(days: 1)] }
    }

    fileprivate func reads(_ field: String) -> Bool { formula.reads("event.\(field)") }
}

extension GeneratedCast {
    /// Somebody beside the experts: whoever has no role yet, a co-lead, or the office.
    var others: [String] {
        let named =
            people.filter { $0.grants.isEmpty }
            + people.filter { $0.grants.contains { ["PI_EXT", "INT"].contains($0.role) } }
        return named.prefix(2).map(\.key)
    }
}
