import Agreements
import FoundationEssentials

/// One request to change the register: who sends it as whom, under which id.
struct RegisterOrder: Sendable {
    let id: String
    let actor: String?
    let `operator`: String

    /// The same request makes the same identity, so that its second arrival can get the first answer.
    func identifier<Subject>(_ kind: String) -> Identifier<Subject> {
        Identifier(.derived(from: [kind, `operator`, actor ?? "", id].joined(separator: "\n")))
    }
}
