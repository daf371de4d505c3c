package import Agreements

/// Where a file stands: on whom it waits, since when, until when, by which rule, and what comes by itself.
package struct Why: Codable, Sendable, Hashable {
    package var agreement: Agreement.ID
    package var reference: String?
    package var legal: LegalStatus
    package var now: Instant
    /// The active states of the life, in words and by id.
    package var state: [StateName]
    package var waits: [Wait]
    package var timers: [Clock]
    /// For whom the acts were asked; nil when nobody was.
    package var asker: Person.ID?
    package var acts: [ActAnswer]
    /// The live agreements that are called as it is.
    package var namesakes = Namesakes()

    /// An active state, by id and in words.
    package struct StateName: Codable, Sendable, Hashable {
        package var id: String
        package var title: LocalizedText
    }

    /// One open task.
    package struct Wait: Codable, Sendable, Hashable {
        package var process: String
        package var state: String
        package var task: LocalizedText
        package var role: String
        package var holders: [Holder]
        package var since: Instant
        package var due: Deadline?
        /// The due rule as the definition writes it, and its place in the file where that is known.
        package var rule: String?
        package var place: String?
    }

    /// Somebody who may do a task, and by what right.
    package struct Holder: Codable, Sendable, Hashable {
        package var person: Person.ID
        package var name: String?
        package var right: Right
        /// The grant or delegation.
        package var id: String?
        /// Its scope, or the grantor of a delegation.
        package var detail: String?
    }

    /// Why somebody holds a role here.
    package enum Right: String, Codable, Sendable, Hashable {
        case assignment, grant, delegation
        /// The process is about this person.
        case process
    }

    /// An armed timer and what it will do.
    package struct Clock: Codable, Sendable, Hashable {
        package var name: String
        package var process: String
        package var state: String
        package var due: Instant
        package var effect: LocalizedText
        /// What becomes of the file then, in words; nil where only an event is heard.
        package var outcome: LocalizedText?
    }

    /// What an act says to the asker now.
    package struct ActAnswer: Codable, Sendable, Hashable {
        package var act: String
        package var process: String
        package var title: LocalizedText?
        package var allowed: Bool
        /// For whom, where it is theirs and the asker has it under a delegation.
        package var onBehalfOf: Holder?
        /// The values that it carries, those that may be left out with a question mark.
        package var input: [String]
        package var code: String?
        package var refusal: LocalizedText?
        /// The guard as it is written, and the values that it read.
        package var rule: String?
        package var reads: [Payload.Read]
    }
}
