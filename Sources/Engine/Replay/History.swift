package import Agreements

/// What was recorded of one agreement, with all that is needed to decide it again in any later release.
///
/// It holds no erasable value: texts and names are represented by their references, as in the events.
package struct History: Sendable {
    /// What it shows, in a line.
    package var title: String
    package var institution: String
    package var agreement: Agreement.ID
    /// The definition that it began with.
    package var definition: Definition
    /// Those to which it was moved, in order.
    package var later: [Definition]
    /// The changes of the register and of the agreement's calls, in order.
    package var register: [RegisterFact]
    package var steps: [Step]

    /// A definition that the agreement was pinned to.
    package struct Definition: Sendable, Hashable {
        package var id: String
        package var version: String
        package var sha256: String
        /// The text of each file, by its path from the main one, `ID.yaml`; empty where they lie elsewhere.
        package var files: [String: String]

        package init(id: String, version: String, sha256: String, files: [String: String] = [:]) {
            self.id = id
            self.version = version
            self.sha256 = sha256
            self.files = files
        }
    }

    /// An event with what the agreement looked like after it.
    package struct Step: Sendable {
        package var event: Event
        /// As ``HistoryView`` tells it.
        package var expected: JSON

        package init(event: Event, expected: JSON) {
            self.event = event
            self.expected = expected
        }
    }

    /// A history of recorded parts.
    package init(
        title: String, institution: String, agreement: Agreement.ID, definition: Definition,
        later: [Definition] = [], register: [RegisterFact], steps: [Step]
    ) {
        self.title = title
        self.institution = institution
        self.agreement = agreement
        self.definition = definition
        self.later = later
        self.register = register
        self.steps = steps
    }

    /// A history of stored events; what is expected after each is taken from folding them.
    ///
    /// Changes of the register after the last event are left out.
    package init(
        title: String, institution: String, agreement: Agreement.ID, definition: Definition,
        later: [Definition] = [], register: [RegisterFact], events: [Event]
    ) {
        let last = events.last?.at
        self.init(
            title: title, institution: institution, agreement: agreement, definition: definition,
            later: later, register: register.filter { fact in last.map { fact.at <= $0 } ?? false }, steps: []
        )
        var folded = blank
        for event in events {
            folded.apply(event)
            steps.append(Step(event: event, expected: HistoryView(after: event, folded).json))
        }
    }

    /// Every definition that it followed, in order.
    package var definitions: [Definition] { [definition] + later }

    /// The agreement before its first event.
    var blank: Agreement {
        Agreement(
            id: agreement, workflow: definition.id, version: definition.version, instrument: "",
            headHash: Event.genesis(stream: agreement.description, institution: institution))
    }
}
