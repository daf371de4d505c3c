/// How long one class of what is kept stays, and what becomes of it then.
package struct RetentionRule: Sendable, Hashable {
    package var code: String
    package var title: LocalizedText
    package var what: [Matter]
    package var period: Period
    package var fate: Fate

    /// What a class is made of.
    package enum Matter: Sendable, Hashable {
        /// Whatever else is in a file that was signed, or that never was.
        case signedFile, unsignedFile
        /// What the processes of a definition recorded.
        case process(String)
        /// What an act carried.
        case act(String)
        /// Texts and addresses of mails, counted from the day of each.
        case mail
        /// Sessions and attempts to log in, with their network addresses.
        case access
    }

    /// What becomes of it.
    package enum Fate: String, Sendable, Hashable, CaseIterable {
        case keep
        case destroy
        case destroyWithVisa = "destroy_with_visa"
    }

    package init(code: String, title: LocalizedText, what: [Matter], period: Period, fate: Fate) {
        self.code = code
        self.title = title
        self.what = what
        self.period = period
        self.fate = fate
    }
}

extension RetentionRule.Matter {
    /// Reads `signed`, `unsigned`, `process:NAME`, `act:NAME`, `mail` or `access`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("signed", nil): self = .signedFile
        case ("unsigned", nil): self = .unsignedFile
        case ("process", let name?): self = .process(name)
        case ("act", let name?): self = .act(name)
        case ("mail", nil): self = .mail
        case ("access", nil): self = .access
        default: return nil
        }
    }
}
