package import Agreements

/// How dates, hours, amounts, lists and countries are written in one language, for readers of one zone.
///
/// Pure functions of their arguments: no locale of the machine is read, so that a mail has the same bytes
/// everywhere and for ever. French follows the house rules of the Imprimerie nationale with one
/// simplification: every no-break space is U+00A0, except between thousands, where it is the narrow U+202F.
package struct Typography: Sendable, Hashable {
    /// The language written.
    package let language: Language
    /// The zone whose calendar and clock are shown.
    package let zone: Zone

    /// Typography of this language, showing the calendar and clock of this zone.
    package init(_ language: Language, zone: Zone = .paris) {
        self.language = language
        self.zone = zone
    }

    /// U+00A0: keeps two words on one line.
    package static let noBreakSpace = "\u{A0}"
    /// U+202F: keeps the thousands of a number together.
    package static let narrowNoBreakSpace = "\u{202F}"
}
