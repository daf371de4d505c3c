import Agreements
import Definitions

/// Values for the fields of an act: a plain choice for all of them, then one field after the other varied.
struct SearchInputs {
    let node: SearchNode
    let cast: GeneratedCast
    let at: Instant

    /// At most two dozen; none when a field needs what the file does not have yet.
    func inputs(_ fields: [InputField]) -> [[String: ScenarioValue]] {
        var known: Set<String> = []
        let fields = fields.filter { known.insert($0.name).inserted }
        let choices = fields.map { field in
            (field, (field.required ? [] : [ScenarioValue.null]) + values(field))
        }
        guard choices.allSatisfy({ !$0.1.isEmpty }) else { return [] }
        let plain = Dictionary(
            choices.map { ($0.0.name, $0.1[0]) }, uniquingKeysWith: { first, _ in first })
        let varied = choices.flatMap { field, values in
            values.dropFirst().map { value in plain.merging([field.name: value]) { $1 } }
        }
        return ([plain] + varied).map { $0.filter { $0.value != .null } }
    }

    private func values(_ field: InputField) -> [ScenarioValue] {
        switch field.kind {
        case .text: [.text("Texte")]
        case .integer: [.integer(3), .integer(0), .integer(12)]
        case .flag: [.flag(true), .flag(false)]
        case .day: [.text(Zone.paris.day(of: at).description)]
        case .instant: [.text(at.description)]
        case .person, .candidate: cast.experts.map { .id(of: $0) } + cast.others.map { .id(of: $0) }
        case .party:
            (node.agreement.parties.filter { !$0.home } + node.agreement.parties.filter(\.home)).map {
                .text($0.id)
            }
        case .organisation: cast.organisations.map { .id(of: $0.key) }
        case .organisations: [.list(cast.organisations.map { .id(of: $0.key) })]
        case .call: cast.calls.map { .id(of: $0.key) }
        case .document where field.name == "sha256": otherTexts
        case .document: documents.last.map { [.id(of: $0)] } ?? []
        case .choice(let choices): choices.map { .text($0) }
        }
    }

    /// A version of the text that is no longer current; an optional field is left out besides.
    private var otherTexts: [ScenarioValue] {
        node.documentKeys { $0.kind == Document.textKind }.dropLast().last.map { [.sha256(of: $0)] } ?? []
    }

    /// The keys of the documents that are no texts.
    private var documents: [String] { node.documentKeys { $0.kind != Document.textKind } }
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
