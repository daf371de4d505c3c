package import Agreements

/// One file as its visitor may see it.
package struct FileView: Sendable, Hashable {
    /// Its name in addresses.
    package var name: String
    package var reference: String?
    package var registerNumber: String?
    package var subject: String?
    package var title: LocalizedText?
    package var instrument: LocalizedText
    package var legal: LegalStatus
    /// The active states of its life, in words.
    package var state: [LocalizedText]
    package var revision: Int
    /// The legal time of this reading.
    package var now: Instant
    package var term: DayRange?
    /// Whether a refusal for security stands, as far as the visitor may know.
    package var isBlocked = false
    /// The stages of its life, in their order.
    package var phases: [Phase] = []
    package var waits: [Wait] = []
    /// Whether somebody is asked for a step of which the visitor may not know.
    package var hasUnseenWaits = false
    /// Whether the file waits for the next call.
    package var awaitsCall = false
    /// Whether its text has an earlier version to be compared with.
    package var hasChanges = false
    /// What will happen by itself, the next first.
    package var clocks: [Clock] = []
    package var acts: [Act] = []
    package var facts: [Fact] = []
    package var parties: [Party] = []
    /// Live agreements of this acronym: those that the visitor may see, and whether there are others.
    package var namesakes: [Namesake] = []
    package var hasUnseenNamesakes = false
    package var documents: [Document] = []
    package var people: [Fact] = []
    /// What happened, the latest first.
    package var history: [Line] = []
    /// Whether the visitor may change the dossier, as far as roles and state tell.
    package var canEdit = false
    /// Whether the visitor may add a document.
    package var canAdd = false
    /// Whether the visitor may make a new proposal of what is in it.
    package var canCopy = false

    package init(
        name: String, reference: String?, registerNumber: String?, subject: String?, title: LocalizedText?,
        instrument: LocalizedText, legal: LegalStatus, state: [LocalizedText], revision: Int, now: Instant,
        term: DayRange?
    ) {
        self.name = name
        self.reference = reference
        self.registerNumber = registerNumber
        self.subject = subject
        self.title = title
        self.instrument = instrument
        self.legal = legal
        self.state = state
        self.revision = revision
        self.now = now
        self.term = term
    }

    /// From a first to a last day; nil as a last day is an open end.
    package struct DayRange: Sendable, Hashable {
        package var first: Day
        package var last: Day?

        package init(first: Day, last: Day?) {
            self.first = first
            self.last = last
        }
    }

    /// A stage on the map of a life.
    package struct Phase: Sendable, Hashable {
        package var title: LocalizedText
        package var place: Place

        /// Whether the file went through it, is in it, or has it ahead.
        package enum Place: String, Sendable, Hashable {
            case passed, here, ahead
        }

        package init(title: LocalizedText, place: Place) {
            self.title = title
            self.place = place
        }
    }

    /// An open step: who is asked, since when, until when.
    package struct Wait: Sendable, Hashable {
        package var task: LocalizedText
        package var role: LocalizedText
        /// Those asked whom the visitor may know.
        package var holders: [Holder]
        package var since: Instant
        package var due: Instant?
        package var isOverdue: Bool
        /// Whether the visitor is one of those asked.
        package var isOwn: Bool
        /// Whether somebody is asked whom the visitor may not know.
        package var hasUnnamed = false
        /// What was said at this step and left it open, such as that a change of the text is asked for; the newest first.
        package var remarks: [Line] = []

        package init(
            task: LocalizedText, role: LocalizedText, holders: [Holder], since: Instant, due: Instant?,
            isOverdue: Bool,
            isOwn: Bool
        ) {
            self.task = task
            self.role = role
            self.holders = holders
            self.since = since
            self.due = due
            self.isOverdue = isOverdue
            self.isOwn = isOwn
        }
    }

    /// Somebody who is asked for a step.
    package struct Holder: Sendable, Hashable {
        package var name: String
        /// The last day of their absence, where they are absent today.
        package var absentUntil: Day?

        package init(_ name: String, absentUntil: Day? = nil) {
            self.name = name
            self.absentUntil = absentUntil
        }
    }

    /// Something that will happen by itself.
    package struct Clock: Sendable, Hashable {
        package var due: Instant
        package var effect: LocalizedText

        package init(due: Instant, effect: LocalizedText) {
            self.due = due
            self.effect = effect
        }
    }

    /// An act of the file's present state, and what it says to the visitor.
    package struct Act: Sendable, Hashable {
        package var name: ActName
        package var title: LocalizedText
        /// What part of the file it is about, where there are several.
        package var about: LocalizedText?
        /// Why the visitor may not do it; nil when they may.
        package var refusal: LocalizedText?
        /// For whom it would be done, under a delegation.
        package var principal: String?
        /// That it was done before, and what changed since.
        package var done: LocalizedText?
        /// Whether a paper signed by hand can be handed in for it.
        package var takesPaper = false

        package init(
            name: ActName, title: LocalizedText, about: LocalizedText?, refusal: LocalizedText?,
            principal: String?
        ) {
            self.name = name
            self.title = title
            self.about = about
            self.refusal = refusal
            self.principal = principal
        }
    }

    /// A label and what it says.
    package struct Fact: Sendable, Hashable {
        package var label: LocalizedText
        package var value: LocalizedText
        /// The language that the value is in, where that is known.
        package var language: Language?

        package init(_ label: LocalizedText, _ value: LocalizedText) {
            self.label = label
            self.value = value
        }
    }

    /// A live agreement that is called as this one is.
    package struct Namesake: Sendable, Hashable {
        /// Its name in addresses.
        package var name: String
        package var reference: String?
        package var acronym: String

        package init(name: String, reference: String?, acronym: String) {
            self.name = name
            self.reference = reference
            self.acronym = acronym
        }
    }

    /// A legal entity that signs.
    package struct Party: Sendable, Hashable {
        package var name: String
        package var country: LocalizedText
        /// What became of it, where it is more than being a party.
        package var remark: LocalizedText?

        package init(name: String, country: LocalizedText, remark: LocalizedText?) {
            self.name = name
            self.country = country
            self.remark = remark
        }
    }

    /// A version of a document.
    package struct Document: Sendable, Hashable {
        package var id: String
        package var kind: LocalizedText
        package var version: Int
        package var language: String?
        package var fileName: String?
        /// Bytes.
        package var size: Int
        package var sha256: String?
        package var addedAt: Instant
        /// Whether the bytes are still there.
        package var isKept: Bool

        package init(
            id: String, kind: LocalizedText, version: Int, language: String?, fileName: String?, size: Int,
            sha256: String?, addedAt: Instant, isKept: Bool
        ) {
            self.id = id
            self.kind = kind
            self.version = version
            self.language = language
            self.fileName = fileName
            self.size = size
            self.sha256 = sha256
            self.addedAt = addedAt
            self.isKept = isKept
        }
    }

    /// Something that happened.
    package struct Line: Sendable, Hashable {
        package var at: Instant
        /// The number of its event.
        package var seq = 0
        package var what: LocalizedText
        package var who: LocalizedText?
        /// Whether somebody gave an opinion or a visa by it.
        package var isOpinion = false
        package var reason: String?
        /// What the act carried, in words.
        package var values: [Fact]

        package init(
            at: Instant, what: LocalizedText, who: LocalizedText?, reason: String?, values: [Fact] = []
        ) {
            self.values = values
            self.at = at
            self.what = what
            self.who = who
            self.reason = reason
        }
    }
}
