package import Agreements

/// What the page behind the link of a notice tells: which file and step, and whom to answer.
///
/// Whoever has the link may read it: no name of a person, no address of theirs, no text of the file.
package struct NoticeView: Sendable, Equatable {
    /// The file's public reference, or its id as long as it has none.
    package var reference: String
    /// The kind of agreement, in the words of its definition.
    package var instrument: LocalizedText
    /// What is asked, or the step of the file, in the words of the definition.
    package var step: LocalizedText
    /// Whether the file still waits for somebody at that step.
    package var isAwaited: Bool
    /// The office's address.
    package var contact: String

    /// The name of the file in addresses.
    package var file: String
    /// Whether its reader is of the institution and comes in by account; others come in by a code.
    package var isForStaff: Bool

    package init(
        reference: String, instrument: LocalizedText, step: LocalizedText, isAwaited: Bool, contact: String,
        file: String = "", isForStaff: Bool = false
    ) {
        self.file = file
        self.isForStaff = isForStaff
        self.reference = reference
        self.instrument = instrument
        self.step = step
        self.isAwaited = isAwaited
        self.contact = contact
    }

    /// What a link is found to be worth.
    package enum Answer: Sendable, Equatable {
        case found(NoticeView)
        /// The link was good once: the notice was withdrawn, or links are made otherwise now.
        case gone
        /// Nobody made this link.
        case unknown
    }
}
