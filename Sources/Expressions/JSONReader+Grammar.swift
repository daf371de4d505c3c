/// Whether a text is JSON at all, whatever it means: without recursion, so that depth does no harm.
extension JSONReader {
    /// Whether the whole text follows the grammar of RFC 8259; reading starts at its front again.
    func isWellFormed() -> Bool {
        var reader = self
        reader.position = 0
        return reader.takeDocument()
    }

    /// Passes one value after another; `open` holds for each list and object around whether it is an object.
    private mutating func takeDocument() -> Bool {
        var open: [Bool] = []
        repeat {
            guard let isOpened = takeStart(&open) else { return false }
            if !isOpened, !takeEnds(&open) { return false }
        } while !open.isEmpty
        skipSpace()
        return next == nil
    }

    /// Passes a value that is closed in itself, or the start of a list or object with something in it.
    ///
    /// True for the latter, nil for what is neither.
    private mutating func takeStart(_ open: inout [Bool]) -> Bool? {
        if takeMark("[") {
            if takeMark("]") { return false }
            open.append(false)
            return true
        }
        if takeMark("{") {
            if takeMark("}") { return false }
            open.append(true)
            return takeName() ? true : nil
        }
        return takeScalar() ? false : nil
    }

    /// Passes what may follow a value: the ends of lists and objects, and a comma with the next name.
    private mutating func takeEnds(_ open: inout [Bool]) -> Bool {
        while let isObject = open.last {
            if takeMark(",") { return !isObject || takeName() }
            guard takeMark(isObject ? "}" : "]") else { return false }
            open.removeLast()
        }
        return true
    }

    private mutating func takeName() -> Bool {
        skipSpace()
        return takeString() && takeMark(":")
    }

    private mutating func takeScalar() -> Bool {
        skipSpace()
        guard next != UInt8(ascii: "\"") else { return takeString() }
        return takeWord("true") || takeWord("false") || takeWord("null") || takeNumber() != nil
    }

    /// A string by its grammar: halves of surrogate pairs are allowed.
    private mutating func takeString() -> Bool {
        guard next == UInt8(ascii: "\"") else { return false }
        position += 1
        while let byte = next, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\"), !takeEscape() { return false }
        }
        return false
    }

    private mutating func takeEscape() -> Bool {
        guard let byte = next else { return false }
        position += 1
        guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
        let digits = bytes[position..<min(position + 4, bytes.count)]
        position += digits.count
        return digits.count == 4 && digits.allSatisfy(\.isHexDigit)
    }
}
