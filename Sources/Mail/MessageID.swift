/// The identity of a message for ever, with its angle brackets: `<dot-atom@domain>` (RFC 5322 section 3.6.4).
///
/// At most 250 bytes, so that it fits one line with its header name. Two messages with one id are one
/// message.
package struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// The id with its angle brackets, as it stands in the header and in `audit_v1`.
    package let text: String
    package var description: String { text }

    /// - Throws: ``Message/Invalid/messageID`` when the form is not `<left@right>` in plain ASCII atoms.
    package init(_ text: String) throws(Message.Invalid) {
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count <= 250 else { throw .messageID }
        let halves = text.dropFirst().dropLast().split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isDotAtom) else { throw .messageID }
        self.text = text
    }

    private static func isDotAtom(_ half: Substring) -> Bool {
        half.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.unicodeScalars.allSatisfy(MailAddress.isAtomText)
        }
    }
}
