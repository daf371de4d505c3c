extension PatternParser {
    /// What follows a backslash outside of brackets.
    mutating func escape() throws(Fault) -> PatternNode {
        guard let letter = peek() else { throw refusal("ends in a backslash") }
        if letter == "C" {
            _ = take()
            return .one(.any)
        }
        if let set = CharacterClass.perl(letter) {
            _ = take()
            return .one(folding(set))
        }
        if let assertion = Self.assertions[letter] {
            _ = take()
            return .assertion(assertion)
        }
        if letter == "p" || letter == "P" {
            _ = take()
            return .one(folding(try category(isNegated: letter == "P")))
        }
        return literal(try escapedScalar())
    }

    private func folding(_ set: CharacterClass) -> CharacterClass {
        var set = set
        set.foldsCase = flags.foldsCase
        return set
    }

    private static let assertions: [Unicode.Scalar: PatternAssertion] = [
        "A": .textStart, "z": .textEnd, "b": .wordBoundary, "B": .noWordBoundary,
    ]

    private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{07}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
    ]

    /// One character after a backslash.
    mutating func escapedScalar() throws(Fault) -> Unicode.Scalar {
        guard let letter = take() else { throw refusal("ends in a backslash") }
        if let control = Self.controls[letter] { return control }
        if letter == "x" { return try hexadecimal() }
        if letter == "0" { return try octal(letter) }
        if ("1"..."7").contains(letter), let next = peek(), ("0"..."7").contains(next) {
            return try octal(letter)
        }
        if ("1"..."9").contains(letter) {
            throw refusal("uses the back reference `\\\(letter)`, which cannot be matched in linear time")
        }
        guard letter.isASCII, !UInt8(ascii: letter).isLetter else {
            throw refusal("uses the escape `\\\(letter)`, which is not supported")
        }
        return letter
    }

    private mutating func hexadecimal() throws(Fault) -> Unicode.Scalar {
        var digits = ""
        if accept("{") {
            while let next = take(), next != "}" { digits.unicodeScalars.append(next) }
        } else {
            for _ in 0..<2 { if let next = take() { digits.unicodeScalars.append(next) } }
            guard digits.utf8.count == 2 else { throw refusal("has a `\\x` without its digits") }
        }
        guard digits.utf8.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw refusal("has a `\\x` that names no character") }
        return scalar
    }

    /// Up to three octal digits, of which the first is read; alone, only a zero is one.
    private mutating func octal(_ first: Unicode.Scalar) throws(Fault) -> Unicode.Scalar {
        var digits = String(first)
        while digits.utf8.count < 3, let next = peek(), ("0"..."7").contains(next) {
            digits.unicodeScalars.append(next)
            _ = take()
        }
        guard let scalar = UInt32(digits, radix: 8).flatMap(Unicode.Scalar.init) else {
            throw refusal("has an escape `\\\(digits)` that names no character")
        }
        return scalar
    }
}
