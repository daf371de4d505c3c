import CLibpq
import Glibc

/// A libpq connection: thin calls, no policy.
///
/// It is confined to the actor that owns it.
///
/// Everything here returns at once: the connection is non-blocking, and whoever owns it waits with `poll(2)`.
/// Name resolution in ``init(parameters:)`` is the exception; it runs on a thread of its own.
final class PQHandle {
    private let pointer: OpaquePointer
    private let notices: PQNotices

    /// Starts to connect; nil only when memory is short.
    init?(parameters: [(String, String)]) {
        let keywords = parameters.map { strdup($0.0) } + [nil]
        let values = parameters.map { strdup($0.1) } + [nil]
        defer { for copy in keywords + values { free(copy) } }
        let started = keywords.map { UnsafePointer($0) }.withUnsafeBufferPointer { keywords in
            values.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
                PQconnectStartParams(keywords.baseAddress, values.baseAddress, 0)
            }
        }
        guard let started else { return nil }
        pointer = started
        notices = PQNotices()
        notices.install(on: pointer)
        PQsetErrorVerbosity(pointer, PQERRORS_VERBOSE)
    }

    deinit { PQfinish(pointer) }

    var isBad: Bool { PQstatus(pointer) == CONNECTION_BAD }
    var socket: Int32 { PQsocket(pointer) }
    var serverVersion: Int { Int(PQserverVersion(pointer)) }
    var processID: Int32 { PQbackendPID(pointer) }
    var isEncrypted: Bool { PQsslInUse(pointer) == 1 }
    var isIdle: Bool { PQtransactionStatus(pointer) == PQTRANS_IDLE }
    var isBusy: Bool { PQisBusy(pointer) == 1 }

    /// libpq's own sentence about the last failure; nil when the server's words come first.
    var ownMessage: String? { Self.ownSentence(of: String(cString: PQerrorMessage(pointer))) }

    /// The first line of a text of libpq if it is known to be libpq's own, and so without a value.
    ///
    /// What the server said stands in the same text, with DETAIL and all, in the order in which it came.
    static func ownSentence(of text: String) -> String? {
        guard let line = text.split(separator: "\n").first.map(String.init) else { return nil }
        return ownBeginnings.contains { line.hasPrefix($0) } ? line : nil
    }

    /// How libpq's sentences about lost connections and about calls out of order begin.
    ///
    /// Source: `fe-misc.c`, `fe-secure*.c`, `fe-exec.c` and `fe-protocol3.c`.
    private static let ownBeginnings = [
        "server closed the connection", "could not receive data", "could not send data", "SSL ", "GSSAPI ",
        "no connection to the server", "connection not open", "lost synchronization with server",
        "cannot enter pipeline mode", "cannot exit pipeline mode", "another command is already in progress",
        "no COPY in progress", "out of memory",
    ]

    /// Goes on connecting; says what to wait for.
    func connectPoll() -> PostgresPollingStatusType { PQconnectPoll(pointer) }

    /// Why connecting failed.
    ///
    /// Libpq keeps the SQLSTATE only inside its verbose text.
    var connectFailure: ConnectFailure {
        ConnectFailure(
            text: String(cString: PQerrorMessage(pointer)),
            needsPassword: PQconnectionNeedsPassword(pointer) == 1)
    }

    func makeNonBlocking() -> Bool { PQsetnonblocking(pointer, 1) == 0 }

    func enterPipeline() -> Bool { PQenterPipelineMode(pointer) == 1 }
    func exitPipeline() -> Bool { PQexitPipelineMode(pointer) == 1 }
    func sendSync() -> Bool { PQpipelineSync(pointer) == 1 }
    func sendScript(_ text: String) -> Bool { PQsendQuery(pointer, text) == 1 }

    func sendPrepare(_ name: String, _ text: String, types: [UInt32]) -> Bool {
        PQsendPrepare(pointer, name, text, Int32(types.count), types) == 1
    }

    func sendPrepared(_ name: String, _ values: [PostgresValue]) -> Bool {
        PQParameters(values).withPointers { PQsendQueryPrepared(pointer, name, $0, $1, $2, $3, 0) } == 1
    }

    func send(_ text: String, types: [UInt32], _ values: [PostgresValue]) -> Bool {
        PQParameters(values).withPointers { PQsendQueryParams(pointer, text, $0, types, $1, $2, $3, 0) } == 1
    }

    /// 0 when everything is sent, 1 when more is to send, -1 when the connection failed.
    func flush() -> Int32 { PQflush(pointer) }

    func consumeInput() -> Bool { PQconsumeInput(pointer) == 1 }

    /// The next result; call it when ``isBusy`` is false.
    func nextResult() -> PQResult? { PQgetResult(pointer).map(PQResult.init) }

    /// What the server said beside its results since the last call.
    func takeNotices() -> [PQNotices.Notice] { notices.take() }
}

extension PQHandle {
    /// What it takes to stop the current statement.
    func cancelRequest() -> PQCancelRequest? { PQgetCancel(pointer).map(PQCancelRequest.init) }

    /// The next notification that has arrived already.
    func nextNotification() -> Notification? {
        guard let received = PQnotifies(pointer) else { return nil }
        defer { PQfreemem(received) }
        return Notification(
            channel: String(cString: received.pointee.relname),
            payload: String(cString: received.pointee.extra),
            processID: received.pointee.be_pid)
    }

    /// 1 when the bytes are queued, 0 when the connection must be flushed first, -1 on failure.
    func putCopy(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBytes {
            PQputCopyData(pointer, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
        }
    }

    /// Ends a COPY IN; with `reason` the server is told to discard it.
    func endCopy(because reason: String? = nil) -> Int32 { PQputCopyEnd(pointer, reason) }

    /// One row of a COPY OUT, or why there is none now.
    func nextCopyChunk() -> CopyChunk {
        var buffer: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(pointer, &buffer, 1)
        guard count > 0, let buffer else { return count == 0 ? .pending : count == -1 ? .end : .failed }
        defer { PQfreemem(buffer) }
        return .row([UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count))))
    }

    enum CopyChunk {
        case row([UInt8])
        case pending, end, failed
    }
}
