package import Agreements

/// Something that falls due by itself.
package struct DueInstant: Sendable, Equatable {
    package var at: Instant
    /// What happens then, in the words of the definition.
    package var what: LocalizedText
    /// The agreement's public reference, where there is one.
    package var reference: String?

    package init(at: Instant, what: LocalizedText, reference: String? = nil) {
        self.at = at
        self.what = what
        self.reference = reference
    }
}
