/// The name of an event as a key: compared byte by byte, as descriptors compare, and found without a copy.
struct EventKey: Sendable, Hashable {
    let text: Substring

    init(_ text: Substring) { self.text = text }

    static func == (left: EventKey, right: EventKey) -> Bool {
        left.withBytes { a in right.withBytes { b in a.elementsEqual(b) } }
    }

    func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.utf8.withContiguousStorageIfAvailable(body)
            ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// The name without its last token; nil when it has one only.
    var shortened: EventKey? {
        guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return EventKey(text[..<dot])
    }
}
