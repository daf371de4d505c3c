import Agreements
import Definitions

/// Writes a place of the search as a scenario file: the cast that takes part, then every move with what
/// was seen.
struct ScenarioWriting {
    /// The reason of every act that needs one.
    static let reason = "Motif."

    let workflow: Workflow
    let cast: GeneratedCast
    let node: SearchNode
    let name: String

    static func text(of document: String) -> String { "Texte de \(document)." }

    /// The file.
    var text: String {
        if let base = node.base {
            let begun = base.text.replacing(
                "scenario: \(base.name)", with: "scenario: \(name)", maxReplacements: 1)
            return begun + "\n" + steps.joined(separator: "\n") + "\n"
        }
        return (head + organisations + people + calls + ["", "steps:"] + steps).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        [
            "# Written by a search: it takes transitions that no other scenario takes.",
            "scenario: \(name)",
            "title: { fr: \"Parcours engendré de \(workflow.id)\", en: \"Generated path of \(workflow.id)\" }",
            "workflow: \(workflow.id)", "start: \(Self.time(GeneratedCast.start))",
        ]
    }

    private var organisations: [String] {
        ["", "organisations:"]
            + cast.organisations.map {
                "  \($0.key): { name: \"\($0.name)\", country: \($0.country), kind: \($0.kind.rawValue)\($0.home ? ", home: true" : "") }"
            }
    }

    private var people: [String] {
        ["", "people:"]
            + cast.people.map { person in
                let employer =
                    (person.organisation.map { ", organisation: \($0)" } ?? "")
                    + (person.unit.map { ", unit: \"\($0)\"" } ?? "")
                let grants = person.grants.map { "\"\(Self.grant($0))\"" }.joined(separator: ", ")
                return
                    "  \(person.key): { name: \"\(person.name)\", email: \(person.email)\(employer), grants: [\(grants)] }"
            }
    }

    private static func grant(_ grant: ScenarioFile.Grant) -> String {
        if case .party(let key) = grant.scope { return "\(grant.role)@party:\(key)" }
        return grant.role
    }

    private var calls: [String] {
        guard !cast.calls.isEmpty else { return [] }
        return ["", "calls:"]
            + cast.calls.map { call in
                let ranking = call.ranking.map { ", ranking: \(Self.time($0))" } ?? ""
                return
                    "  \(call.key): { instruments: [\(call.instruments.joined(separator: ", "))], year: \(call.year), "
                    + "opens: \(Self.time(call.opens)), closes: \(Self.time(call.closes))\(ranking) }"
            }
    }

    private var agreement: String { node.base?.agreement ?? "a" }

    private var steps: [String] {
        zip(node.trail, node.views).flatMap { move, view -> [String] in
            let actor = move.actor.map { ["    as: \($0)"] } ?? []
            return ["  - at: \(Self.time(move.at))"] + actor + verb(move.verb) + [
                "    expect: { agreement: \(agreement), state: [\(view.state.joined(separator: ", "))], legal: \(view.legal.rawValue) }"
            ]
        }
    }

    private func verb(_ verb: SearchMove.Verb) -> [String] {
        switch verb {
        case .wait, .pass: return []
        case .extend(let call, let closes):
            return ["    extend: { call: \(call), closes: \(Self.time(closes)) }"]
        case .edit(let dossier):
            return ["    edit: { agreement: \(agreement), dossier: { \(Self.fields(dossier)) } }"]
        case .measure(let measure): return [Self.measure(measure)]
        case .lift(let key): return ["    lift: \(key)"]
        case .delegate(let delegation): return [Self.delegation(delegation)]
        case .document(let kind, let key, let process):
            let owner = process.map { "process: \($0), " } ?? ""
            return [
                "    document: { agreement: \(agreement), kind: \(kind), \(owner)language: fr, text: \"\(Self.text(of: key))\", as: \(key) }"
            ]
        case .propose(let start): return proposal(start)
        case .act(let name, let process, let input, let reason):
            var values = input.mapValues(Self.yaml)
            if reason { values["reason"] = "\"\(Self.reason)\"" }
            let written = values.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ")
            return ["    act: \(name)", "    on: \(agreement)", "    process: \(process)"]
                + (values.isEmpty ? [] : ["    input: { \(written) }"])
        }
    }

    private func proposal(_ start: SearchStart) -> [String] {
        var dossier = start.dossier
        let acronym = dossier.removeValue(forKey: "acronym").map { "      acronym: \(Self.yaml($0))" }
        let labs = start.labs.map {
            "        - { id: \($0.id), name: \"\($0.name)\", party: \($0.party), head: \($0.head) }"
        }
        return ["    propose:", "      agreement: a"] + (acronym.map { [$0] } ?? [])
            + (start.unit.map { ["      unit: \($0)"] } ?? [])
            + (start.itmo.map { ["      itmo: \($0)"] } ?? [])
            + (start.day.map { ["      start: \($0)"] } ?? [])
            + (start.call.map { ["      call: \($0)"] } ?? [])
            + ["      parties: [\(start.parties.joined(separator: ", "))]"]
            + (labs.isEmpty ? [] : ["      labs:"] + labs)
            + (dossier.isEmpty ? [] : ["      dossier: { \(Self.fields(dossier)) }"])
    }

    private static func fields(_ values: [String: ScenarioValue]) -> String {
        values.sorted { $0.key < $1.key }.map { "\($0): \(yaml($1))" }.joined(separator: ", ")
    }

    private static func delegation(_ delegation: ScenarioFile.Delegation) -> String {
        let until = delegation.until.map { ", until: \($0)" } ?? ""
        return "    delegate: { delegation: \(delegation.key), by: \(delegation.by), to: \(delegation.to), "
            + "roles: [\(delegation.roles.joined(separator: ", "))], from: \(delegation.from)\(until) }"
    }

    private static func measure(_ measure: ScenarioFile.Measure) -> String {
        let target =
            switch measure.target {
            case .country(let code): "country: \(code)"
            case .organisation(let key): "organisation: \(key)"
            }
        return
            "    measure: { measure: \(measure.key), \(target), kind: \(measure.kind.rawValue), from: \(measure.from) }"
    }

    private static func yaml(_ value: ScenarioValue) -> String {
        switch value {
        case .null: "~"
        case .text(let text): "\"\(text)\""
        case .integer(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .list(let elements): "[\(elements.map(yaml).joined(separator: ", "))]"
        case .id(let key): "$\(key)"
        case .sha256(let key): "$\(key).sha256"
        }
    }

    /// The civil time in Paris, to the millisecond.
    static func time(_ instant: Instant) -> String {
        let civil = Zone.paris.civil(instant)
        return "\(civil.day)T\(civil.time)"
    }
}
