/// A recorded fact of one stream, append-only and chained to the one before it.
package struct Event: Sendable, Hashable {
    /// The agreement, the call or the register that it belongs to.
    package var stream: String
    /// From 1, without gaps.
    package var seq: Int
    /// The path of the process that moved; empty outside agreements.
    package var process: String
    package var type: String
    /// The atomic states of the process before, sorted; empty for a creation.
    package var fromState: [String]
    package var toState: [String]
    package var authority: Authority
    /// When it was recorded.
    package var at: Instant
    /// The day from which it counts in law, where that is another one.
    package var effectiveOn: Day?
    package var requestID: String?
    /// The definition that it was decided by, such as `lia@2016.1`; empty outside agreements.
    package var workflow: String
    package var payload: Payload
    /// The plain SHA-256 of the texts that it speaks of.
    package var documentHashes: [String]
    package var previousHash: String
    package var hash: String

    package init(
        stream: String, seq: Int, process: String, type: String, fromState: [String], toState: [String],
        authority: Authority, at: Instant, effectiveOn: Day?, requestID: String?, workflow: String,
        payload: Payload,
        documentHashes: [String], previousHash: String, hash: String = ""
    ) {
        self.stream = stream
        self.seq = seq
        self.process = process
        self.type = type
        self.fromState = fromState
        self.toState = toState
        self.authority = authority
        self.at = at
        self.effectiveOn = effectiveOn
        self.requestID = requestID
        self.workflow = workflow
        self.payload = payload
        self.documentHashes = documentHashes
        self.previousHash = previousHash
        self.hash = hash
    }
}
