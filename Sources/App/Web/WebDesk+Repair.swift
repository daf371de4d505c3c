import Agreements
package import Engine
package import FoundationEssentials
import Storage
package import Web

extension WebDesk {
    /// Keeps what the office notes of a notice, if the visitor may see it.
    package func note(
        _ note: NoticeSheet.Note, notice id: UUID, because reason: String, _ visitor: Visitor
    ) async throws {
        try await answering {
            try Self.check(reason)
            guard try await catalogue(visitor).noticeSheet(id) != nil else { throw Refusal.nothingThere }
            let desk = try await desk(visitor)
            switch note {
            case .acknowledge: try await desk.acknowledge(notice: id.uuidString, because: reason, as: nil)
            case .bounce: _ = try await desk.bounce(notice: id.uuidString, because: reason, as: nil)
            }
        }
    }

    /// A timer that cannot be served; nil where there is none that the visitor may see.
    package func stuckTimer(_ id: String, _ visitor: Visitor) async throws -> StuckTimer? {
        try await answering {
            try await stuck(id, visitor).map { row in
                StuckTimer(
                    name: row.name, file: Self.file(row.reference),
                    filePath: Self.path(row.reference ?? row.agreement.description), cause: row.cause,
                    since: row.since)
            }
        }
    }

    /// Leaves out the timer that blocks a file, if the visitor may see it.
    package func skip(
        timer id: String, because reason: String, requestID: String, _ visitor: Visitor
    ) async throws {
        try await answering {
            try Self.check(reason)
            guard let row = try await stuck(id, visitor) else { throw Refusal.nothingThere }
            _ = try await desk(visitor).skip(
                timer: id, of: row.agreement.description, because: reason, as: nil, requestID: requestID)
        }
    }

    private func stuck(_ id: String, _ visitor: Visitor) async throws -> OpsRow? {
        try await catalogue(visitor).operations().first { $0.kind == .timer && $0.id == id }
    }

    private static func check(_ reason: String) throws(FormProblem) {
        if let problem = reason.problemAsFreeText { throw FormProblem(["reason": problem]) }
    }
}

extension Refusal {
    fileprivate static var nothingThere: Refusal {
        .desk(
            "not_there", fr: "Il n’y a rien de tel à reprendre.", en: "There is nothing of the kind to mend.")
    }
}
