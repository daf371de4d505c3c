/// What is to be recorded of one command: all of it in one transaction, or nothing.
package struct Decision: Sendable {
    /// The agreement after it.
    package var agreement: Agreement
    /// Sealed, in order; empty when nothing changed.
    package var events: [Event]
    package var values: [ErasableValue]
    package var documents: [StoredDocument]
    /// Numbers taken from a series; another's taking the same one first makes this decision stale.
    package var numbers: [TakenNumber]
    /// What the agreements that cite this one must hear.
    package var tellings: [Telling] = []
    /// Set when the command was refused; the events are then those of timers that were due before it.
    package var refusal: Refusal?

    /// The bytes of a document that a decision adds.
    package struct StoredDocument: Sendable, Hashable {
        package var id: Document.ID
        package var fileName: String
        package var salt: [UInt8]
        package var bytes: [UInt8]

        package init(id: Document.ID, fileName: String, salt: [UInt8], bytes: [UInt8]) {
            self.id = id
            self.fileName = fileName
            self.salt = salt
            self.bytes = bytes
        }
    }

    /// A number of a series, such as 4 of `LIA-2017`.
    package struct TakenNumber: Sendable, Hashable {
        package var series: String
        package var number: Int

        package init(series: String, number: Int) {
            self.series = series
            self.number = number
        }
    }

    package init(
        agreement: Agreement, events: [Event] = [], values: [ErasableValue] = [],
        documents: [StoredDocument] = [],
        numbers: [TakenNumber] = [], refusal: Refusal? = nil
    ) {
        self.agreement = agreement
        self.events = events
        self.values = values
        self.documents = documents
        self.numbers = numbers
        self.refusal = refusal
    }
}
