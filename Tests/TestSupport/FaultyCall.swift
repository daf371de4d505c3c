import Glibc

/// One connection over a ``FaultyLine``: passes bytes both ways on a thread of its own until it ends or
/// fails.
struct FaultyCall {
    private let caller: Int32
    private let called: Int32
    private let failure: ([UInt8]) -> FaultyLine.Failure?
    private var isLosingReplies = false
    private var replies = ServerMessages()

    init(_ caller: Int32, _ called: Int32, failure: @escaping ([UInt8]) -> FaultyLine.Failure?) {
        (self.caller, self.called, self.failure) = (caller, called, failure)
    }

    consuming func run() {
        while passOn() {}
        close(caller)
        close(called)
    }

    /// Waits for bytes of either side and passes them on; false when the call is over.
    private mutating func passOn() -> Bool {
        var sides = [caller, called].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&sides, 2, -1) > 0 else { return false }
        if sides[1].revents != 0 { return passReply() }
        return passStatement()
    }

    private mutating func passStatement() -> Bool {
        guard let bytes = Self.read(caller) else { return false }
        let failure = isLosingReplies ? nil : failure(bytes)
        guard Self.write(bytes, to: called), failure != .cut else { return false }
        isLosingReplies = isLosingReplies || failure == .loseReply
        return true
    }

    private mutating func passReply() -> Bool {
        guard let bytes = Self.read(called) else { return false }
        let isReady = replies.take(bytes)
        guard isLosingReplies else { return Self.write(bytes, to: caller) }
        return !isReady
    }

    private static func read(_ descriptor: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
