/// Text by code point: Swift's own `==` and `<` see canonical equivalence, which the language does not.
enum CodePoints {
    /// Whether two strings have the same code points.
    static func equal(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && order(left, right) == .same
    }

    /// Code point order, which is the order of the UTF-8 bytes.
    static func order(_ left: String, _ right: String) -> Order {
        withBytes(of: left) { a in withBytes(of: right) { b in order(bytes: a, b) } }
    }

    private static func order(bytes a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Order {
        for place in 0..<min(a.count, b.count) where a[place] != b[place] {
            return a[place] < b[place] ? .less : .greater
        }
        return Order(a.count, b.count)
    }

    /// Without a copy when the text lies in one piece, as Swift's own strings do.
    private static func withBytes<Result>(
        of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    static func order(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Order {
        var a = left.makeIterator()
        var b = right.makeIterator()
        while true {
            switch (a.next(), b.next()) {
            case (nil, nil): return .same
            case (nil, _): return .less
            case (_, nil): return .greater
            case (let x?, let y?) where x != y: return x < y ? .less : .greater
            default: continue
            }
        }
    }

    /// Whether `needle` occurs in `text`, byte by byte; cost is the product of the two lengths at worst.
    static func contains(_ text: String, _ needle: String) -> Bool {
        let bytes = Array(text.utf8)
        let wanted = Array(needle.utf8)
        guard let first = wanted.first else { return true }
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
            if bytes[start...].starts(with: wanted) { return true }
        }
        return false
    }

    static func ends(_ text: String, with tail: String) -> Bool {
        text.utf8.reversed().starts(with: tail.utf8.reversed())
    }
}
