/// One mail address, checked once, with the name to show beside it.
///
/// Whoever holds a value may put it in a header or an SMTP command: it has no space, control character or
/// bracket in it, and names one mailbox. The local part is a dot-atom, the domain is ASCII and has a dot
/// (RFC 5321 section 4.1.2, RFC 5322 section 3.4.1). Quoted local parts, address literals, comments and
/// internationalised addresses (RFC 6531) are refused by name; a domain such as `münchen.example` is written
/// in its `xn--` form. The domain is kept in lower case, the local part as given.
package struct MailAddress: Sendable, Hashable {
    /// `local@domain`, at most 254 bytes (RFC 5321 section 4.5.3.1.3 less its brackets).
    package let text: String

    /// The name shown beside the address, or nil.
    ///
    /// It has no part in delivery.
    package let name: String?

    /// The part after the `@`, in lower case.
    package var domain: Substring { text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...] }

    /// True for names that RFC 2606 and RFC 6761 reserve (`.example`, `.test`, `.invalid`): no such mail can
    /// reach anyone.
    package var isReserved: Bool {
        ["example", "test", "invalid"].contains(domain.split(separator: ".").last.map(String.init) ?? "")
    }

    /// Takes one bare address; `name` is cleaned of control, direction and zero-width characters, its runs
    /// of blanks become one, and it is cut at 120 characters.
    ///
    /// - Throws: ``Invalid``, which tells the person who typed it what to change.
    package init(_ text: String, name: String? = nil) throws(Invalid) {
        let (local, domain) = try Self.parts(of: text)
        self.text = "\(local)@\(domain)"
        let clean = HeaderText.clean(name ?? "", max: 120)
        self.name = clean.isEmpty ? nil : clean
    }

    /// The same mailbox, whatever name is shown beside it.
    package func isSameMailbox(as other: MailAddress) -> Bool { text == other.text }
}
