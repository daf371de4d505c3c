/// What of an event somebody may see, beside when it was and what it changed.
package struct EventPart: Sendable, Hashable {
    /// Whether who did it is named.
    package var showsActor: Bool
    /// Whether the reason that was given is shown.
    package var showsReason: Bool
    /// Whether other texts that it carried are shown.
    package var showsTexts: Bool
    /// Values that are left out.
    package var hiddenFields: Set<String>

    static let whole = EventPart(showsActor: true, showsReason: true, showsTexts: true, hiddenFields: [])
}
