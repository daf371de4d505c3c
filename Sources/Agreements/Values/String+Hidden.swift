extension Unicode.Scalar {
    /// Whether it steers how a text reads without being seen: a control, a change of direction, a width of nothing.
    ///
    /// Joiners (U+200C, U+200D) are letters of some scripts and of emoji, and are none of these.
    package var isHidden: Bool {
        switch value {
        case 0x200C, 0x200D: false
        default:
            properties.generalCategory == .control || properties.generalCategory == .format
                || [.lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
        }
    }

    /// Whether nothing is seen of it: white space, what is hidden, and what is drawn as nothing
    /// (Default_Ignorable_Code_Point of Unicode Standard Annex #44).
    fileprivate var isUnseen: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint || isHidden
    }

    /// Its number as people write it, such as `U+0007`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension String {
    /// Whether it says nothing to whoever reads it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isUnseen) }

    /// The same with what is hidden written out, such as `‹U+202E›`.
    package var withHiddenShown: String {
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isHidden { text += "‹\(scalar.codePoint)›" } else { text.unicodeScalars.append(scalar) }
        }
    }

    /// What is wrong with it as a name of a person, an organisation or a file; nil when nothing is.
    package var problemAsName: LocalizedText? {
        guard let hidden = unicodeScalars.first(where: \.isHidden) else {
            guard isEmpty || unicodeScalars.count > 255 else { return nil }
            return LocalizedText(fr: "de 1 à 255 caractères", en: "from 1 to 255 characters")
        }
        return LocalizedText(
            fr: "sans caractère invisible : \(hidden.codePoint)",
            en: "without a hidden character: \(hidden.codePoint)")
    }
}
