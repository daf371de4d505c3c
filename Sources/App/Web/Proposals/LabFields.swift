import Agreements
import Engine
import Statechart
import Web

/// The laboratories of a proposal, three fields each; some more are offered than are filled in.
struct LabFields {
    let workflow: Workflow
    let values: FormValues
    let parties: [ProposalParty]

    /// How many a proposal may name, and how many are left to be filled in.
    static let countMax = 40
    static let spare = 2

    /// What a laboratory is told by.
    enum Part: String, CaseIterable {
        case name, party, head
    }

    static let missing = LocalizedText(
        fr: "à remplir, ou videz toute la ligne", en: "to be filled in, or empty the whole line")

    static func name(_ number: Int, _ part: Part) -> String { "lab.\(number).\(part.rawValue)" }

    /// Whether the definition speaks of laboratories.
    var isAsked: Bool {
        workflow.processes.values.contains { process in
            process.states.values.contains { state in
                state.children.contains { $0.forEach?.source.contains("agreement.labs") ?? false }
            }
        }
    }

    func isFilled(_ number: Int) -> Bool {
        Part.allCases.contains { part in
            values[Self.name(number, part)]?.contains { !$0.trimmedOfBlanks.isEmpty } ?? false
        }
    }

    /// The number of the last one that is filled in.
    var filled: Int { (1...Self.countMax).last(where: isFilled) ?? 0 }

    var fields: [FormField] {
        guard isAsked else { return [] }
        return (1...min(filled + Self.spare, Self.countMax)).flatMap { number in
            Part.allCases.map { field(number, $0) }
        }
    }

    private func field(_ number: Int, _ part: Part) -> FormField {
        let label =
            switch part {
            case .name: LocalizedText(fr: "nom", en: "name")
            case .party: LocalizedText(fr: "partie dont il relève", en: "party that it belongs to")
            case .head: LocalizedText(fr: "responsable", en: "head")
            }
        return FormField(
            name: Self.name(number, part),
            label: LocalizedText(
                fr: "Laboratoire \(number) : \(label.fr)", en: "Laboratory \(number): \(label.en)"),
            help: part == .head ? ProposalReader.personHelp : nil, kind: kind(part), isRequired: false)
    }

    private func kind(_ part: Part) -> FormField.Kind {
        guard part == .party else { return .line }
        return .choice(parties.map { FormChoice($0.id, LocalizedText(fr: $0.name, en: $0.name)) })
    }
}
