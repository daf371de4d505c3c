import Agreements

extension Typography {
    /// The text with the no-break spaces of its language; English comes back unchanged.
    ///
    /// French gets U+00A0 before `: ; ? ! »`, after `«` and after `n°`, in place of a space that is there, or
    /// added where a word touches the sign. Signs inside a word (`https://`, `17:30`, `?id=1`), in addresses
    /// and in HTML entities stay. For plain text, one pass, linear; a second pass changes nothing.
    package func spaced(_ text: String) -> String {
        switch language {
        case .english: text
        case .french: FrenchSpacing.apply(to: text)
        }
    }
}
