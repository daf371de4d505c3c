package import Agreements
package import Engine

/// What pages about retention ask; every answer holds only what the visitor may see.
///
/// Each call throws a ``Refusal`` where a rule says no, ``WebUnavailable`` while the database cannot be reached.
package protocol RetentionDesk: Sendable {
    /// What is due, of closed files those first that began first; of files after `file` where one is named.
    func retention(after file: Agreement.ID?, _ visitor: Visitor) async throws -> RetentionView
    /// The archivist's visa for all that is due of a file under one rule; the same request id gives it once.
    func approve(_ order: VisaRequest, _ visitor: Visitor) async throws
    /// Eliminates what visas name and what needs none; answers what could not be.
    func eliminate(requestID: String, _ visitor: Visitor) async throws -> [LocalizedText]
}

/// A visa as a form sent it.
package struct VisaRequest: Sendable, Hashable {
    package var file: String
    package var rule: String
    package var reason: String
    package var requestID: String

    package init(file: String, rule: String, reason: String, requestID: String) {
        self.file = file
        self.rule = rule
        self.reason = reason
        self.requestID = requestID
    }
}

/// What is due of some closed files, and of the mails.
package struct RetentionView: Sendable, Hashable {
    package var lines: [Line]
    /// After which file the others come; nil where there are none.
    package var next: Agreement.ID?
    /// The rules that there are, by code.
    package var rules: [FormChoice]

    package init(lines: [Line], next: Agreement.ID?, rules: [FormChoice] = []) {
        self.lines = lines
        self.next = next
        self.rules = rules
    }

    /// How many files one page looks at.
    package static let pageSize = 100
    /// How many pages one spreadsheet has: each file is read whole to say what is due of it.
    package static let sheetPagesMax = 20

    /// What is due of one file, or of the mails, under one rule.
    package struct Line: Sendable, Hashable {
        package var rule: String
        package var title: LocalizedText
        /// Nil for the mails.
        package var file: Agreement.ID?
        package var name: LocalizedText
        package var since: Day
        package var count: Int
        package var fate: LocalizedText
        package var state: State

        /// One line of these parts.
        package init(
            rule: String, title: LocalizedText, file: Agreement.ID?, name: LocalizedText, since: Day,
            count: Int, fate: LocalizedText, state: State
        ) {
            (self.rule, self.title, self.file, self.name) = (rule, title, file, name)
            (self.since, self.count, self.fate, self.state) = (since, count, fate, state)
        }
    }

    /// What it waits for; its text is `retention.` and the raw value.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Under a legal hold: nothing of it may go.
        case held
        case awaited, approved
        /// It goes without a visa.
        case free
        /// It stays for ever.
        case kept
    }
}
