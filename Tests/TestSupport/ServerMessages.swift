/// Finds where a server says that it is ready for the next statement: each of its messages is a letter and a
/// length.
struct ServerMessages {
    private var unread: [UInt8] = []

    /// Reads on; whether the last whole message says so.
    mutating func take(_ bytes: [UInt8]) -> Bool {
        unread += bytes
        var isReady = false
        while unread.count >= 5 {
            let length = unread[1..<5].reduce(0) { $0 << 8 | Int($1) } + 1
            guard unread.count >= length else { break }
            isReady = unread[0] == UInt8(ascii: "Z")
            unread.removeFirst(length)
        }
        return isReady && unread.isEmpty
    }
}
