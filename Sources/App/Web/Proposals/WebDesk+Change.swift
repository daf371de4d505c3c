import Agreements
package import Engine
import Storage
package import Web

extension WebDesk {
    /// The newest text of a file with the last one that was approved before it, else the one before.
    package func change(of file: String, _ visitor: Visitor) async throws -> TextChange? {
        try await answering {
            guard let agreement = try await agreement(file, visitor) else { return nil }
            let (sight, givers) = (
                try await sight(of: agreement, visitor), try await givers(of: agreement, visitor)
            )
            let texts = agreement.texts(of: "life").filter { sight.sees($0, givenBy: givers[$0.id]) }
            guard let newest = texts.last, let before = texts.dropLast().last else { return nil }
            let history = try await desk(visitor).history(agreement.id.description)
            let older = Self.approved(texts.dropLast(), before: newest, history.map(\.event)) ?? before
            return TextChange(newer: newest.id.description, older: older.id.description)
        }
    }

    /// The last text that stood when the directorate acted on the file, before the newest came.
    private static func approved(
        _ texts: ArraySlice<Document>, before newest: Document, _ events: [Agreements.Event]
    ) -> Document? {
        let acts = events.filter { $0.authority.role == "DG" && $0.at < newest.addedAt }.map(\.at)
        guard let last = acts.last else { return nil }
        return texts.last { $0.addedAt <= last }
    }
}
