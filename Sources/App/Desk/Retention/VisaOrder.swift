/// The archivist's visa as it was typed at the terminal.
package struct VisaOrder: Sendable, Hashable {
    package var agreement: String
    /// The rule of retention, such as `dossier`.
    package var rule: String
    package var reason: String
    package var actor: String?
    package var requestID: String?
    package var record: ActOrder.Record?

    package init(_ agreement: String, rule: String, reason: String) {
        self.agreement = agreement
        self.rule = rule
        self.reason = reason
    }
}
