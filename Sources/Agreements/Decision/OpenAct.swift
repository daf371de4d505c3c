/// An act that the active states expect, as its guards stand: whoever acts, before any input.
package struct OpenAct: Sendable, Hashable {
    package var name: String
    package var process: String
    /// The roles that may do it.
    package var by: [RoleReference]
    /// The code of the clause that refuses it now, and the clause; nil when it is allowed.
    package var refusal: String?
    package var rule: String?

    package init(name: String, process: String, by: [RoleReference], refusal: String?, rule: String?) {
        self.name = name
        self.process = process
        self.by = by
        self.refusal = refusal
        self.rule = rule
    }
}
