package import Agreements

/// One step that waits for somebody.
package struct WorkItem: Sendable, Hashable {
    /// The name of the file in addresses: its reference, else its id.
    package var file: String
    package var reference: String?
    /// What the file is called: its acronym or title; nil where it has none yet.
    package var subject: String?
    package var instrument: LocalizedText
    /// Where its partners are.
    package var countries: [LocalizedText]
    /// Euros a year, as the dossier asks for them.
    package var amount: Int?
    /// The title of its project; nil where its name says enough.
    package var project: LocalizedText?
    /// Who proposes it; nil where that is not asked about.
    package var lead: String?
    /// What is asked.
    package var task: LocalizedText
    /// For whom it would be done, under a delegation.
    package var principal: String?
    package var since: Instant
    package var due: Instant?
    package var isOverdue: Bool
    /// Whether a refusal for security stands against its file, as far as the visitor may know.
    package var isBlocked = false
    /// Of which party or report it is, where the file has several.
    package var about: LocalizedText?
    /// Whether the text of the file has an earlier version that may be read.
    package var hasChanges = false
    /// Why it was asked for, in the words of whoever did.
    package var asked: String?
    /// What ends the step, as the definition has it; the form says whether it is allowed now.
    package var acts: [Act] = []

    /// An act in words.
    package struct Act: Sendable, Hashable {
        package var name: ActName
        package var title: LocalizedText
        /// The same for acts that one form can do on several files; nil where the act asks for what only its file has.
        package var set: String?

        package init(_ name: ActName, _ title: LocalizedText, set: String? = nil) {
            self.name = name
            self.title = title
            self.set = set
        }
    }

    package init(
        file: String, reference: String?, subject: String?, instrument: LocalizedText,
        countries: [LocalizedText],
        amount: Int?, task: LocalizedText, principal: String?, since: Instant, due: Instant?, isOverdue: Bool
    ) {
        self.file = file
        self.reference = reference
        self.subject = subject
        self.instrument = instrument
        self.countries = countries
        self.amount = amount
        self.task = task
        self.principal = principal
        self.since = since
        self.due = due
        self.isOverdue = isOverdue
    }

    /// Whether it stands above another in a list: what is due first, of what is due at once the older; what is due on no
    /// day stands below.
    package func isDueBefore(_ other: WorkItem) -> Bool { place < other.place }

    private var place: (isOpen: Int, due: Instant, since: Instant) {
        (due == nil ? 1 : 0, due ?? since, since)
    }
}
