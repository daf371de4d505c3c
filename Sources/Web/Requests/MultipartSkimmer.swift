/// Takes a `multipart/form-data` body as it arrives and keeps its fields, and of its files the names alone.
///
/// What is left is a body that ``Multipart/read(_:boundary:)`` reads.
struct MultipartSkimmer {
    private let mark: [UInt8]
    private let bytesMax: Int
    /// What is not looked at yet; a line end is put before the body, so that its first mark is as the others.
    private var pending: [UInt8] = Self.lineEnd
    private var kept: [UInt8] = []
    private var place = Place.content(isKept: true)

    /// What the bytes that come are part of.
    private enum Place {
        case head
        case content(isKept: Bool)
    }

    /// - Parameter bytesMax: how many bytes may be kept.
    init(boundary: String, bytesMax: Int) {
        mark = Self.lineEnd + Array("--\(boundary)".utf8)
        self.bytesMax = bytesMax
    }

    /// Takes the bytes that come next; false where too much would have to be kept.
    mutating func take(_ bytes: some Sequence<UInt8>) -> Bool {
        pending += bytes
        while step() {}
        return kept.count + (isSkipping ? 0 : pending.count) <= bytesMax
    }

    /// What is left of the body.
    var body: [UInt8] { Array((kept + pending).dropFirst(Self.lineEnd.count)) }

    private var isSkipping: Bool { if case .content(isKept: false) = place { true } else { false } }

    /// Goes on to the next head or content; false where that has not come yet.
    private mutating func step() -> Bool {
        switch place {
        case .head:
            guard let end = Multipart.find(Multipart.blankLine, in: pending, from: 0) else { return false }
            let head = pending[..<(end + Multipart.blankLine.count)]
            place = .content(isKept: !Self.isFile(head))
            move(head.count, isKept: true)
            return true
        case .content(let isKept):
            guard let end = Multipart.find(mark, in: pending, from: 0) else {
                move(max(0, pending.count - mark.count + 1), isKept: isKept)
                return false
            }
            move(end, isKept: isKept)
            move(mark.count, isKept: true)
            place = .head
            return true
        }
    }

    private mutating func move(_ count: Int, isKept: Bool) {
        if isKept { kept += pending[..<count] }
        pending.removeFirst(count)
    }

    private static let lineEnd: [UInt8] = [13, 10]

    private static func isFile(_ head: ArraySlice<UInt8>) -> Bool {
        Multipart.find(Array(" filename=\"".utf8), in: Array(head), from: 0) != nil
    }
}
