package import Agreements
package import Engine

/// An instrument that somebody may propose.
package struct ProposalInstrument: Sendable, Hashable {
    /// The name of its workflow.
    package var workflow: String
    package var title: LocalizedText
    /// The calls by which it is entered; nil where it is entered at any time.
    package var calls: [ProposalCall]?

    package init(workflow: String, title: LocalizedText, calls: [ProposalCall]?) {
        self.workflow = workflow
        self.title = title
        self.calls = calls
    }
}

/// A call that is open, or will be.
package struct ProposalCall: Sendable, Hashable {
    package var year: Int
    package var opensAt: Instant
    package var closesAt: Instant
    package var isOpen: Bool

    package init(year: Int, opensAt: Instant, closesAt: Instant, isOpen: Bool) {
        self.year = year
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.isOpen = isOpen
    }
}

/// A proposal that was begun, on a list.
package struct ProposalDraft: Sendable, Hashable {
    package var id: String
    package var instrument: LocalizedText
    /// What it is called so far.
    package var subject: String?
    package var savedAt: Instant

    package init(id: String, instrument: LocalizedText, subject: String?, savedAt: Instant) {
        self.id = id
        self.instrument = instrument
        self.subject = subject
        self.savedAt = savedAt
    }
}

/// A draft that is there no more: it was discarded, or became a file.
package struct LostDraft: Sendable, Hashable {
    /// The name of its workflow.
    package var workflow: String
    /// The file that it became, as it is called in addresses.
    package var file: String?

    package init(workflow: String, file: String?) {
        self.workflow = workflow
        self.file = file
    }
}

/// A proposal as its definition asks for it, with what was typed so far.
package struct ProposalForm: Sendable, Hashable {
    package var id: String
    package var instrument: LocalizedText
    /// Unit, institute, call, planned start and the people that a proposal names.
    package var who: [FormField]
    /// The laboratories that take part, three fields each, where the instrument has any; some are left to be filled in.
    package var labs: [FormField] = []
    /// The fields of the dossier in the definition's order, a few at a time.
    package var sections: [[FormField]]
    /// What was typed, by name of the field.
    package var values: FormValues
    package var savedAt: Instant
    /// What is wrong with it, by name of the field.
    package var problems: [String: LocalizedText]
    /// What was typed, in words, by name of the field.
    package var said: [String: LocalizedText]

    /// Live agreements of its acronym: those that the visitor may see, and whether there are others.
    package var namesakes: [FileView.Namesake] = []
    package var hasUnseenNamesakes = false

    /// The name of the field that holds the parties.
    package static let parties = "parties"

    package init(
        id: String, instrument: LocalizedText, who: [FormField], sections: [[FormField]], values: FormValues,
        savedAt: Instant, problems: [String: LocalizedText], said: [String: LocalizedText]
    ) {
        self.id = id
        self.instrument = instrument
        self.who = who
        self.sections = sections
        self.values = values
        self.savedAt = savedAt
        self.problems = problems
        self.said = said
    }
}

/// An organisation that may become a party.
package struct ProposalParty: Sendable, Hashable {
    package var id: String
    package var name: String
    package var country: LocalizedText

    package init(id: String, name: String, country: LocalizedText) {
        self.id = id
        self.name = name
        self.country = country
    }
}
