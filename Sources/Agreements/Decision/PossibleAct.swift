/// An act of the active states as one person finds it: allowed, or refused with the reason.
package struct PossibleAct: Sendable, Hashable {
    package var name: String
    package var process: String
    package var title: LocalizedText?
    /// Nil when the act is allowed, at most for want of its input or its reason.
    package var refusal: Refusal?

    /// An act with what is said to the person: a refusal that only asks for input or reason is dropped.
    package init(name: String, process: String, title: LocalizedText?, refusal: Refusal?) {
        self.name = name
        self.process = process
        self.title = title
        self.refusal = refusal.flatMap { ["bad_input", "reason_required"].contains($0.code) ? nil : $0 }
    }
}
