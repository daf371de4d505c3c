/// A published definition with a version: the rules of one instrument as checked data, never code.
///
/// Definitions builds it from a workflow file and refuses what is not sound; the decisions here may rely on
/// it.
package struct Workflow: Sendable {
    /// The name in lower case, such as `lia`.
    package var id: String
    /// The version that running agreements stay pinned to, such as `2016.1`.
    package var version: String
    package var title: LocalizedText
    /// The instrument as files are numbered by it, such as `LIA`.
    package var instrument: String
    package var entry: Entry
    /// Values that guards read as `param.NAME`; a length is a text such as `P4Y`.
    package var parameters: [String: JSON]
    /// Values that guards read as `rule.NAME` and that hold from a day on.
    package var rules: [String: DatedValues] = [:]
    /// The charts by name; `life` is the main one.
    package var processes: [String: ProcessDefinition]
    package var notices: [String: NoticeDefinition]
    /// The acts that one person may not do on both sides of a file.
    package var duties: [ExclusiveDuty]
    /// What may be done at all in a legal status that allows little.
    package var restrictions: [ActRestriction] = []
    /// The fields of the dossier, in the order of the form.
    package var dossier: [DossierField]
    /// The texts shown when a rule says no, by code.
    package var refusals: [String: LocalizedText]
    /// What the values that acts carry are called, by name; those of an older definition may have none.
    package var inputs: [String: InputLabel] = [:]
    /// What can be chosen in them, in words.
    package var choices: [String: LocalizedText] = [:]
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    package var sha256: String

    /// As events name it, such as `lia@2016.1`.
    package var name: String { "\(id)@\(version)" }

    /// How an agreement of this workflow begins.
    package enum Entry: String, Sendable, Hashable {
        /// Within the dates of a call.
        case call
        /// At any time.
        case open
    }

    /// A workflow of checked parts; a life among `processes` is a precondition, which loading guarantees.
    package init(
        id: String, version: String, title: LocalizedText, instrument: String, entry: Entry,
        parameters: [String: JSON], processes: [String: ProcessDefinition],
        notices: [String: NoticeDefinition],
        duties: [ExclusiveDuty], dossier: [DossierField], refusals: [String: LocalizedText], sha256: String
    ) {
        precondition(processes["life"] != nil, "A checked workflow has a life: refuse the file when loading.")
        self.id = id
        self.version = version
        self.title = title
        self.instrument = instrument
        self.entry = entry
        self.parameters = parameters
        self.processes = processes
        self.notices = notices
        self.duties = duties
        self.dossier = dossier
        self.refusals = refusals
        self.sha256 = sha256
    }
}
