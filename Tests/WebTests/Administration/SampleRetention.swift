import Agreements
import Engine
import Web

/// What is due, as a test gave it.
struct SampleRetention: RetentionDesk {
    var view = RetentionView(lines: [], next: nil)
    var isWithoutRules = false
    /// Whether the same stands on each page, and another one follows.
    var isEndless = false
    var onApprove: @Sendable (VisaRequest) throws -> Void = { _ in }
    var onEliminate: @Sendable (String) throws -> [LocalizedText] = { _ in [] }

    func retention(after file: Agreement.ID?, _ visitor: Visitor) async throws -> RetentionView {
        if isWithoutRules {
            throw Refusal(
                code: "no_retention_rules", text: .init(fr: "aucune règle", en: "no rule is loaded"))
        }
        // Of the files after it there is nothing.
        return file == nil || isEndless ? view : RetentionView(lines: [], next: nil, rules: view.rules)
    }
    func approve(_ order: VisaRequest, _ visitor: Visitor) async throws { try onApprove(order) }
    func eliminate(requestID: String, _ visitor: Visitor) async throws -> [LocalizedText] {
        try onEliminate(requestID)
    }
}
