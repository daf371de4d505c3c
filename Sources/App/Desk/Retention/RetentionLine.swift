package import Agreements

/// What is due under one rule: of one file, of mails, or of the access log.
package struct RetentionLine: Sendable, Hashable {
    package var rule: RetentionRule
    /// The reference of the file, or its instrument while it has none; nil for mails and the access log.
    package var file: String?
    package var item: RetentionItem?
    /// The day since when it is due.
    package var since: Day
    /// How many values and documents, mails, or entries.
    package var count: Int

    init(_ item: RetentionItem, file: String) {
        rule = item.rule
        self.file = file
        self.item = item
        since = item.since
        count = item.values.count + item.documents.count
    }

    init(entries count: Int, _ rule: RetentionRule, since: Day) {
        self.rule = rule
        self.since = since
        self.count = count
    }

    /// What it is about, in words, where that is no file.
    package var log: LocalizedText? {
        guard file == nil else { return nil }
        if rule.what.contains(.mail) { return LocalizedText(fr: "Courriels", en: "Mails") }
        if rule.what.contains(.access) { return LocalizedText(fr: "Traces d’accès", en: "Access log") }
        return LocalizedText(fr: "Registre", en: "Register")
    }
}

extension RetentionRule {
    /// Not of the table: the names of reviewers who left go when nothing of their reviews is kept any more, under the
    /// periods and by the visas of the rules for these.
    package static let reviewers = RetentionRule(
        code: "reviewers",
        title: LocalizedText(fr: "Identités d’experts partis", en: "Identities of reviewers who left"),
        what: [], period: Period(0, .days), fate: .destroy)
}
