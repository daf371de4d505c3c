package import Agreements

/// What an act asks of whoever does it.
package struct ActForm: Sendable, Hashable {
    package var file: String
    package var reference: String?
    package var subject: String?
    package var act: ActName
    package var title: LocalizedText
    /// What part of the file it is about, where there are several.
    package var about: LocalizedText?
    package var revision: Int
    package var fields: [FormField]
    package var asksReason: Bool
    /// Whether it can be undone by nobody or binds the institution: it asks for a password given just before.
    package var asksProof: Bool
    /// Those for whom the visitor could do it, under a delegation; the first choice stands.
    package var principals: [FormChoice]
    /// Why it is refused to the visitor now; nil when it is not.
    package var refusal: LocalizedText?
    /// The text that it is about: kind, version and hash, in words; its plain hash.
    package var texts: [LocalizedText]
    package var textHash: String?
    /// What is signed, for whom and in what role; nil where the act has no part in signing.
    package var signing: Signing?
    /// That it was done before, and what changed since.
    package var done: LocalizedText?
    /// Why its step was asked for, in the words of whoever did; it may be answered.
    package var asked: String?
    /// The fields whose documents may come with the form, in the definition's order.
    package var uploads: [Upload] = []
    /// What a paper signed by hand is asked in place of ``fields``; nil where none is taken.
    package var paper: [FormField]?

    package init(
        file: String, reference: String?, subject: String?, act: ActName, title: LocalizedText,
        about: LocalizedText?,
        revision: Int, fields: [FormField], asksReason: Bool, asksProof: Bool, principals: [FormChoice],
        refusal: LocalizedText?, texts: [LocalizedText], textHash: String? = nil,
        paper: [FormField]? = nil
    ) {
        self.file = file
        self.reference = reference
        self.subject = subject
        self.act = act
        self.title = title
        self.about = about
        self.revision = revision
        self.fields = fields
        self.asksReason = asksReason
        self.asksProof = asksProof
        self.principals = principals
        self.refusal = refusal
        self.texts = texts
        self.textHash = textHash
        self.paper = paper
    }
}

extension ActForm {
    /// Whether what was asked may be answered where no reason must be given.
    var takesReply: Bool { asked != nil && !asksReason }
    var takesWords: Bool { asksReason || takesReply }

    /// A field whose document may come with the form.
    package struct Upload: Sendable, Hashable {
        /// The name of the definition's own field.
        package var field: String
        package var label: LocalizedText
        /// Whether the document must be: chosen, or with the form.
        package var isNeeded: Bool

        package init(_ field: String, _ label: LocalizedText, isNeeded: Bool) {
            self.field = field
            self.label = label
            self.isNeeded = isNeeded
        }

        /// Before the names of a definition's own fields, where a file comes for one.
        static let prefix = "file."

        /// What the form calls the file.
        var name: String { Self.prefix + field }
        var id: String { "file-" + field.map { $0.isLetter || $0.isNumber ? "\($0)" : "-" }.joined() }
    }

    /// What a signature is about.
    package struct Signing: Sendable, Hashable {
        /// What the agreement is called.
        package var title: LocalizedText
        /// Where its text is read; nil where the visitor may not.
        package var path: String?
        /// The body that is signed for, and as what; nil where the act signs nothing, as an endorsement.
        package var party: String?
        package var role: LocalizedText?

        package init(title: LocalizedText, path: String?, party: String?, role: LocalizedText?) {
            self.title = title
            self.path = path
            self.party = party
            self.role = role
        }
    }
}

/// One field of a form.
package struct FormField: Sendable, Hashable {
    package var name: String
    package var label: LocalizedText
    package var help: LocalizedText?
    package var kind: Kind
    package var isRequired: Bool
    /// Whether it is needed, or what stands in its place.
    package var hasAlternative = false
    /// What it holds before anything is typed; of several choices each, with commas between.
    package var value: String?
    /// The part of a long form that begins with it, by its title.
    package var section: LocalizedText?

    /// What is typed or chosen.
    package enum Kind: Sendable, Hashable {
        /// One line.
        case line
        /// Several lines.
        case text
        case number
        case flag
        case day
        /// A day and a time in the institution's zone.
        case moment
        case choice([FormChoice])
        case choices([FormChoice])
    }

    package init(
        name: String, label: LocalizedText, help: LocalizedText? = nil, kind: Kind, isRequired: Bool,
        value: String? = nil
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.kind = kind
        self.isRequired = isRequired
        self.value = value
    }

    /// Each value that it holds before anything is typed.
    var held: [String] {
        guard let value else { return [] }
        if case .choices = kind { return value.split(separator: ",").map(String.init) }
        return [value]
    }
}

/// Something that can be chosen.
package struct FormChoice: Sendable, Hashable {
    package var value: String
    package var label: LocalizedText

    package init(_ value: String, _ label: LocalizedText) {
        self.value = value
        self.label = label
    }
}
