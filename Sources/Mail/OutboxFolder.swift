import Crypto
import Dispatch

/// Writes each mail as a file instead of sending it: for demonstrations and simulated databases.
///
/// The name is the SHA-256 of the Message-ID, so a retry finds its own file and adds none. Files appear whole
/// (written aside, synced, linked into place), readable by their owner only (0600), for a stored mail can
/// hold a signing link. File operations block a thread of their own. Any number of processes may share a
/// folder.
package actor OutboxFolder {
    /// Absolute or relative to the working directory; made (0700) when the first mail comes.
    package let path: String
    private let queue = BlockingQueue(label: "entente.outbox")

    /// A queue of its own: writing files blocks its thread only.
    nonisolated package var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    package init(path: String) { self.path = path }

    /// The file's name for a Message-ID: 64 hexadecimal digits and `.eml`.
    package static func fileName(of id: MessageID) -> String {
        Hexadecimal.string(SHA256.hash(data: Array(id.text.utf8))) + ".eml"
    }

    /// Stores the mail's bytes, the same for every recipient.
    ///
    /// A full or forbidden folder is transient; another message under the same Message-ID is permanent, and
    /// the first stays.
    package func deliver(_ mail: Mail, proceed: @escaping @Sendable () -> Bool = { true }) -> Delivery {
        guard proceed() else { return Delivery(.withheld, for: mail) }
        let bytes = MIMEEncoder.encode(mail.message)
        let name = Self.fileName(of: mail.message.id)
        switch AtomicFile.create(name, in: path, bytes: bytes) {
        case .created, .alreadyThere:
            return Delivery(.accepted(.init(stage: .file, code: nil, text: "stored as \(name)")), for: mail)
        case .otherContent:
            let words = "another message is stored under this Message-ID as \(name)"
            return Delivery(.permanent(.init(stage: .file, code: nil, text: words)), for: mail)
        case .failed(let reason):
            return Delivery(.transient(.init(stage: .file, code: nil, text: reason)), for: mail)
        }
    }

    /// Why a mail could not be stored now, with the system's words; nil when one could.
    ///
    /// Makes the folder if it is not there, then writes a file of the size of a long mail, and removes it.
    package func problem() -> String? { AtomicFile.problem(in: path, size: Self.probeSize) }

    private static let probeSize = 65_536
}
