import Agreements

/// A workflow as it was read: everything with its place, nothing checked against the rest.
struct WorkflowDraft: Sendable {
    /// A declared thing, where, and whether in the main file itself.
    struct Declared<Value: Sendable>: Sendable {
        var value: Value
        var place: Place
        var isOwn: Bool
    }

    /// A restriction and where it stands.
    struct Restriction {
        var value: ActRestriction
        var place: Place
    }

    var place: Place
    var id: String?
    var version: String?
    var title: LocalizedText?
    var instrument: String?
    var entry: Workflow.Entry?
    /// Whether the file was made of several, of which other workflows may use what is idle in this one.
    var isMerged = false
    var parameters: [String: JSON] = [:]
    var parameterNodes: [YAMLEntry] = []
    /// Where the parts of the dossier's amounts name their totals.
    var dossierTotals: [DossierTotal] = []
    /// Values with dates, by name.
    var rules: [String: Declared<DatedValues>] = [:]
    var processes: [String: Declared<ProcessDraft>] = [:]
    /// Process names in the order of the files.
    var processOrder: [String] = []
    /// Processes that are declared but were not read: of includes and not run, or not readable.
    var parked: Set<String> = []
    /// Notices and refusals that are declared but could not be read.
    var unreadNames: Set<String> = []
    var notices: [String: Declared<NoticeDefinition>] = [:]
    var refusals: [String: Declared<LocalizedText>] = [:]
    var inputs: [String: Declared<InputLabel>] = [:]
    var choices: [String: Declared<LocalizedText>] = [:]
    var duties: [ExclusiveDuty] = []
    /// Where each duty stands.
    var dutyPlaces: [Place] = []
    var restrictions: [Restriction] = []
    var dossier: [DossierField] = []
    var uses = Uses()
    var properties: [PropertyRule] = []
    var noticeTexts: [NoticeText] = []
    var roles: Set<String> = []
    /// What was read but does nothing, to be told before it is published.
    var slips: [Finding] = []

    /// Whether what stands there is meant for this workflow alone.
    func isOwn(_ place: Place) -> Bool { !isMerged && place.file == self.place.file }

    /// The processes in the order of the files.
    var orderedProcesses: [Declared<ProcessDraft>] { processOrder.compactMap { processes[$0] } }

    /// The checked workflow; nil when something was missing, which has been reported.
    func workflow(sha256: String) -> Workflow? {
        guard let id, let version, let title, let instrument, let entry else { return nil }
        let definitions = orderedProcesses.compactMap(\.value.definition)
        guard definitions.count == processes.count, processes["life"] != nil else { return nil }
        var workflow = Workflow(
            id: id, version: version, title: title, instrument: instrument, entry: entry,
            parameters: parameters,
            processes: Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }),
            notices: notices.mapValues(\.value), duties: duties, dossier: dossier,
            refusals: refusals.mapValues(\.value), sha256: sha256)
        workflow.restrictions = restrictions.map(\.value)
        workflow.rules = rules.mapValues(\.value)
        // What shared files hold besides is left out.
        let (inputNames, choiceNames) = (inputNames, choiceNames)
        workflow.inputs = inputs.filter { inputNames.contains($0.key) }.mapValues(\.value)
        workflow.choices = choices.filter { choiceNames.contains($0.key) }.mapValues(\.value)
        return workflow
    }

    /// Whether its agreements may belong to a call, as far as all that its processes do could be read.
    var mayHaveCall: Bool {
        let transitions = orderedProcesses.flatMap(\.value.transitions)
        let states = orderedProcesses.flatMap(\.value.states)
        let actions = transitions.flatMap(\.definition.actions) + states.flatMap(\.actions)
        return entry != .open || !tellsAll
            || actions.contains { if case .call = $0 { true } else { false } }
    }

    /// The values that acts carry.
    var inputNames: Set<String> { Set(uses.inputs.map(\.name)) }

    /// What can be chosen in them, and in the dossier.
    var choiceNames: Set<String> {
        let kinds = dossier.map(\.kind)
        return kinds.reduce(into: Set(uses.choices.map(\.name))) { names, kind in
            if case .choice(let words) = kind { names.formUnion(words) }
        }
    }
}
