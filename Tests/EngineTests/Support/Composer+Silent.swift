import Agreements
import Engine
import FoundationEssentials

extension Composer {
    /// Texts that say nothing: for tests of what is owed, not of how it reads.
    static var silent: Composer {
        Composer { context in
            ComposedNotice(
                id: UUID(), eventSeq: context.event.seq, owed: context.owed, messageID: "<x@entente.example>",
                to: Contact(name: "", email: "nobody@entente.example"), copy: nil, subject: "", text: "",
                html: "",
                language: "fr")
        }
    }
}
