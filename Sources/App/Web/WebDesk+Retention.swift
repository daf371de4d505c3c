package import Agreements
package import Engine
import Storage
package import Web

extension WebDesk: RetentionDesk {
    /// What is due, of closed files those first that began first.
    package func retention(after file: Agreement.ID?, _ visitor: Visitor) async throws -> RetentionView {
        try await answering {
            let desk = desk(visitor)
            let (lines, next) = try await desk.retention(after: file, limit: RetentionView.pageSize)
            let rules = try await desk.rulesOfToday().rules + [RetentionRule.reviewers]
            return RetentionView(
                lines: lines.map(Self.line), next: next, rules: rules.map { FormChoice($0.code, $0.title) })
        }
    }

    /// The archivist's visa for all that is due of a file under one rule.
    package func approve(_ order: VisaRequest, _ visitor: Visitor) async throws {
        try await answering {
            var visa = VisaOrder(order.file, rule: order.rule, reason: order.reason)
            visa.requestID = order.requestID
            do { _ = try await desk(visitor).approve(visa) } catch is WrongUsage { throw Refusal.noSuchRule }
        }
    }

    /// Eliminates what visas name and what needs none; answers what could not be.
    package func eliminate(requestID: String, _ visitor: Visitor) async throws -> [LocalizedText] {
        try await answering {
            try await desk(visitor).runRetention(as: nil, requestID: requestID).compactMap { run in
                run.refusal.map { refusal in
                    let name = run.file ?? run.rule
                    return LocalizedText(
                        fr: "\(name)\u{00A0}: \(refusal.text.fr)", en: "\(name): \(refusal.text.en)")
                }
            }
        }
    }

    private static func line(_ line: RetentionLine) -> RetentionView.Line {
        RetentionView.Line(
            rule: line.rule.code, title: line.rule.title, file: line.item?.agreement,
            name: line.log ?? LocalizedText(fr: line.file ?? "", en: line.file ?? ""),
            since: line.since, count: line.count, fate: line.rule.fate.words, state: state(of: line))
    }

    private static func state(of line: RetentionLine) -> RetentionView.State {
        if line.item?.isHeld == true { return .held }
        switch line.rule.fate {
        case .keep: return .kept
        case .destroy: return .free
        case .destroyWithVisa: return line.item?.isApproved == true ? .approved : .awaited
        }
    }
}

extension RetentionRule.Fate {
    var words: LocalizedText {
        switch self {
        case .keep: LocalizedText(fr: "Conserver", en: "Keep")
        case .destroy: LocalizedText(fr: "Détruire", en: "Destroy")
        case .destroyWithVisa: LocalizedText(fr: "Détruire sur visa", en: "Destroy with a visa")
        }
    }
}

extension Refusal {
    fileprivate static let noSuchRule = Refusal.desk(
        "no_such_rule", fr: "Cette règle de conservation n’est plus en vigueur.",
        en: "This rule of retention holds no longer.")
}
