extension PatternParser {
    /// Reads what follows `(?`: true when a group's content comes next, false when only flags were set.
    mutating func groupPrefix() throws(Fault) -> Bool {
        for look in ["=", "!", "<=", "<!"] where acceptAll(look) {
            throw refusal("uses look-around `(?\(look)`, which cannot be matched in linear time")
        }
        if acceptAll("P<") || accept("<") {
            try groupName()
            return true
        }
        var isOn = true
        while let letter = take() {
            switch letter {
            case "i": flags.foldsCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotIsAny = isOn
            case "U": break  // Which repetition is greedy does not matter for yes or no.
            case "-": isOn = false
            case ":": return true
            case ")": return false
            default: throw refusal("uses `(?\(letter)`, which is not supported")
            }
        }
        throw refusal("has a group that is not closed")
    }

    private mutating func groupName() throws(Fault) {
        var name = ""
        while let letter = take(), letter != ">" {
            guard letter.isASCII, UInt8(ascii: letter).continuesName else {
                throw refusal("has a bad group name")
            }
            name.unicodeScalars.append(letter)
        }
        if name.isEmpty { throw refusal("has a group without a name") }
        guard groupNames.insert(name).inserted else {
            throw refusal("has more than one group `\(name.prefix(20))`")
        }
    }
}
