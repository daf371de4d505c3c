extension PatternParser {
    /// A class in brackets; the opening one is read.
    mutating func brackets() throws(Fault) -> CharacterClass {
        var set = CharacterClass()
        let isNegated = accept("^")
        var isFirst = true
        while let next = peek(), next != "]" || isFirst {
            isFirst = false
            if let named = try namedClass() {
                set.insert(named)
                continue
            }
            let low = try bracketScalar()
            var high = low
            if peek() == "-", let after = peek(1), after != "]" {
                _ = take()
                high = try bracketScalar()
            }
            guard low <= high else { throw refusal("has a range in the wrong order") }
            set.ranges.append(low.value...high.value)
        }
        guard accept("]") else { throw refusal("has a `[` that is not closed") }
        set.isNegated = isNegated
        set.foldsCase = flags.foldsCase
        return set
    }

    private mutating func namedClass() throws(Fault) -> CharacterClass? {
        if acceptAll("[:") { return try posixClass() }
        guard peek() == "\\", let letter = peek(1) else { return nil }
        if let set = CharacterClass.perl(letter) {
            _ = (take(), take())
            return set
        }
        guard letter == "p" || letter == "P" else { return nil }
        _ = (take(), take())
        return try category(isNegated: letter == "P")
    }

    private mutating func posixClass() throws(Fault) -> CharacterClass {
        let isNegated = accept("^")
        var name = ""
        while let next = peek(), next != ":" {
            name.unicodeScalars.append(next)
            _ = take()
        }
        guard acceptAll(":]"), let ranges = CharacterClass.posix[name] else {
            throw refusal("names a class `[:\(name.prefix(20)):]` that does not exist")
        }
        return CharacterClass(ranges, isNegated: isNegated)
    }

    /// A general category or a script after `\p` or `\P`.
    mutating func category(isNegated: Bool) throws(Fault) -> CharacterClass {
        var name = ""
        if accept("{") {
            while let next = take(), next != "}" { name.unicodeScalars.append(next) }
        } else if let letter = take() {
            name.unicodeScalars.append(letter)
        }
        let isInverse = name.hasPrefix("^")
        if isInverse { name.removeFirst() }
        if name == "Any" { return CharacterClass(CharacterClass.anything, isNegated: isNegated != isInverse) }
        if let script = CharacterClass.script(name) {
            return CharacterClass(script, isNegated: isNegated != isInverse)
        }
        guard CharacterClass.categoryNames.contains(name) else {
            throw refusal("uses the character property `\(name.prefix(20))`, which is not supported")
        }
        var set = CharacterClass()
        set.categories = [.init(name: name, isNegated: isNegated != isInverse)]
        return set
    }

    private mutating func bracketScalar() throws(Fault) -> Unicode.Scalar {
        guard let scalar = take() else { throw refusal("has a `[` that is not closed") }
        return scalar == "\\" ? try escapedScalar() : scalar
    }
}
