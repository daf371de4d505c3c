extension String {
    /// What it is sorted by: lower-case, without the accents of the Latin letters of names.
    package var plainLetters: String { lowercased().map { Self.plain[$0] ?? "\($0)" }.joined() }

    private static let plain: [Character: String] = {
        let letters = [
            "a": "àáâãäå", "ae": "æ", "c": "çćč", "e": "èéêëę", "i": "ìíîï", "l": "ł", "n": "ñńň",
            "o": "òóôõöøő", "oe": "œ",
            "r": "ř", "s": "šśş", "ss": "ß", "t": "ţť", "u": "ùúûüűů", "y": "ýÿ", "z": "źżž",
        ]
        return Dictionary(
            letters.flatMap { plain, all in all.map { ($0, plain) } }, uniquingKeysWith: { $1 })
    }()
}
