import Agreements
import Crypto

/// Which acts one form can do on several files: same event, same words, same values, none of which only one file has.
enum ActSet {
    /// The name of the set, the same in every definition that asks for the same; nil where an act is for one file only.
    static func name(of event: String, _ title: LocalizedText, in process: ProcessDefinition) -> String? {
        let transitions = process.transitions.values.filter { $0.event == event }.sorted {
            $0.label < $1.label
        }
        let known = [WebDesk.textField, WebDesk.scanField]
        let fields = transitions.flatMap(\.input).filter { !known.contains($0.name) }
        guard !fields.contains(where: { $0.kind.isOfOneFile }) else { return nil }
        let asked = Set(fields.map { "\($0.name)\($0.required ? "" : "?"):\($0.kind)" }).sorted()
        let needs = [transitions.contains(where: \.reasonRequired), transitions.contains(where: \.binds)]
        let text = ([event, title.fr, title.en, "\(needs)"] + asked).joined(separator: "\n")
        return String(SHA256.hexadecimal(text).prefix(16))
    }
}

extension InputField.Kind {
    /// Whether what can be chosen is of a file: another file offers something else.
    fileprivate var isOfOneFile: Bool {
        switch self {
        case .document, .party: true
        case .text, .integer, .flag, .day, .instant, .person, .candidate, .organisation, .organisations,
            .call, .choice:
            false
        }
    }
}
