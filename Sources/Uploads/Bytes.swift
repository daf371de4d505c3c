import Glibc

extension [UInt8] {
    /// Where a word stands next, at or behind a position.
    func position(of word: [UInt8], from start: Int = 0) -> Int? {
        guard start >= 0, start <= count - word.count, let first = word.first else { return nil }
        return withUnsafeBytes { all in
            guard let base = all.baseAddress else { return nil }
            var position = start
            while let found = memchr(base + position, Int32(first), all.count - position) {
                position = UnsafeRawPointer(found) - base
                guard position <= all.count - word.count else { return nil }
                if memcmp(found, word, word.count) == 0 { return position }
                position += 1
            }
            return nil
        }
    }

    func holds(_ word: [UInt8]) -> Bool { position(of: word) != nil }

    /// The same for a word in ASCII.
    func position(of word: String, from start: Int = 0) -> Int? {
        position(of: Array(word.utf8), from: start)
    }

    func holds(_ word: String) -> Bool { position(of: word) != nil }

    func holds(_ word: [UInt8], at position: Int) -> Bool {
        position >= 0 && position + word.count <= count
            && self[position..<position + word.count].elementsEqual(word)
    }

    /// A number, the lowest byte first; nil behind the end.
    func little(_ size: Int, at position: Int) -> Int? {
        guard position >= 0, position + size <= count else { return nil }
        return (0..<size).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
    }

    /// A number, the highest byte first; nil behind the end.
    func big(_ size: Int, at position: Int) -> Int? {
        guard position >= 0, position + size <= count else { return nil }
        return (0..<size).reduce(0) { $0 << 8 | Int(self[position + $1]) }
    }
}
