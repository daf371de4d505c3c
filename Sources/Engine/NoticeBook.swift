package import FoundationEssentials

/// What the delivery of notices needs of storage.
package struct NoticeBook: Sendable {
    package var load: @Sendable (UUID) async throws -> StoredNotice?
    /// Keeps under what a notice is first written; answers what holds from then on, be it an earlier one.
    package var keepLetterhead: @Sendable (UUID, Letterhead) async throws -> Letterhead
    /// Keeps the last verdict of each address; the notice counts as accepted when its recipient's is.
    package var record: @Sendable (UUID, [NoticeVerdict]) async throws -> Void

    /// Notes that it stopped being true before anybody received it.
    package var withdraw: @Sendable (UUID) async throws -> Void

    package init(
        load: @escaping @Sendable (UUID) async throws -> StoredNotice?,
        keepLetterhead: @escaping @Sendable (UUID, Letterhead) async throws -> Letterhead,
        record: @escaping @Sendable (UUID, [NoticeVerdict]) async throws -> Void,
        withdraw: @escaping @Sendable (UUID) async throws -> Void
    ) {
        self.load = load
        self.keepLetterhead = keepLetterhead
        self.record = record
        self.withdraw = withdraw
    }
}
