package import Agreements

/// What is due under one rule: of one file, or of the mail log.
package struct RetentionLine: Sendable, Hashable {
    package var rule: RetentionRule
    /// The reference of the file, or its instrument while it has none; nil for the mail log.
    package var file: String?
    package var item: RetentionItem?
    /// The day since when it is due.
    package var since: Day
    /// How many values and documents, or mails.
    package var count: Int

    init(_ item: RetentionItem, file: String) {
        rule = item.rule
        self.file = file
        self.item = item
        since = item.since
        count = item.values.count + item.documents.count
    }

    init(mails count: Int, _ rule: RetentionRule, since: Day) {
        self.rule = rule
        self.since = since
        self.count = count
    }
}
