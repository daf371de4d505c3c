/// Text by code point: Swift's own `==` and `<` see canonical equivalence, which the language does not.
enum CodePoints {
    /// Whether two strings have the same code points; the first test is the fast one, never the stricter.
    static func equal(_ left: String, _ right: String) -> Bool {
        left == right && left.utf8.elementsEqual(right.utf8)
    }

    /// Code point order, which is the order of the UTF-8 bytes.
    static func order(_ left: String, _ right: String) -> Order { order(left.utf8, right.utf8) }

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
