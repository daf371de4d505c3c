extension TidyRules {
    /// French texts of the product with the apostrophe of a typewriter; comments are for us.
    static func straightApostrophes(_ files: [SourceFile]) -> [Finding] {
        files.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") }.flatMap { file in
            file.lines.enumerated().compactMap { number, line in
                guard line.contains("'"), !line.drop(while: \.isWhitespace).hasPrefix("//"),
                    let elision = line.firstMatch(of: elision)?.output
                else { return nil }
                return file.finding("`\(elision)`: French takes the curved apostrophe, ’", line: number + 1)
            }
        }
    }

    /// A word that lost its vowel before another: l'accord, d'\(name), jusqu'au.
    private static var elision: Regex<Substring> {
        /\b(?:[lLdDnNsSjJmMtTcC]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu|[qQ]uelqu|[pP]resqu|[aA]ujourd|JUSQU)'(?:[A-Za-zÀ-ÿœŒ«{]|\\\()/
    }
}
