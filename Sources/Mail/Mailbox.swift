/// The way out for mail, as the rest of the product sees it.
package struct Mailbox: Sendable {
    /// Hands over one mail and says what became of each recipient.
    ///
    /// `proceed` is asked before a connection is opened and again, on any thread, before the first byte of
    /// the message leaves; a no gives ``Delivery/Verdict/withheld``. It must answer at once and not block.
    package var deliver: @Sendable (_ mail: Mail, _ proceed: @escaping @Sendable () -> Bool) async -> Delivery

    package init(
        deliver:
            @escaping @Sendable (_ mail: Mail, _ proceed: @escaping @Sendable () -> Bool) async -> Delivery
    ) {
        self.deliver = deliver
    }
}

extension Mailbox {
    /// For tests: ends the test process when something is sent that the test did not foresee.
    package static let unimplemented = Mailbox { _, _ in
        preconditionFailure("Mailbox.deliver was called, but the test did not stub it.")
    }

    /// Through an SMTP server.
    package static func smtp(_ transport: SMTPTransport) -> Mailbox {
        Mailbox { mail, proceed in await transport.deliver(mail, proceed: proceed) }
    }

    /// Into a folder of `.eml` files.
    package static func outbox(_ folder: OutboxFolder) -> Mailbox {
        Mailbox { mail, proceed in await folder.deliver(mail, proceed: proceed) }
    }
}
