/// A request to change the register or a call.
package struct RegisterCommand: Sendable, Hashable {
    /// Chosen by the sender: the second arrival of the same gets the first answer.
    package var requestID: String
    /// Who asks; nil for the machine's own bootstrap and for the operator of a new database.
    package var actor: Person.ID?
    package var channel: Authority.Channel
    package var `operator`: String?
    package var change: RegisterChange
    /// The change as it was asked for, where the sender's side filled something in that another arrival of
    /// the request fills in differently, such as the present instant; nil where nothing was.
    package var asked: RegisterChange?
    /// The erasable half of a person: name and address.
    package var contact: Contact?

    package init(
        requestID: String, actor: Person.ID?, channel: Authority.Channel, operator: String? = nil,
        change: RegisterChange, asked: RegisterChange? = nil, contact: Contact? = nil
    ) {
        self.requestID = requestID
        self.actor = actor
        self.channel = channel
        self.operator = `operator`
        self.change = change
        self.asked = asked
        self.contact = contact
    }
}
