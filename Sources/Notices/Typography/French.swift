/// Small rules of French spelling.
enum French {
    /// `de` before a name, elided before a vowel: `de Paris`, `d'Abidjan`.
    static func of(_ name: String) -> String { startsWithVowel(name) ? "d’\(name)" : "de \(name)" }

    /// Whether a name begins with a vowel that elides the word before.
    ///
    /// An initial H or Y does not (Hongrie, Yémen).
    static func startsWithVowel(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return "AEIOUÀÂÉÈÊËÎÏÔÖÛÜaeiouàâéèêëîïôöûü".unicodeScalars.contains(first)
    }
}
