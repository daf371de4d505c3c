/// A transition as numbers, with what depends on the chart alone: its domain and what it enters.
struct Move: Sendable {
    /// A state to enter, and why.
    struct Entry: Sendable {
        let index: Int
        /// A compound state entered by default: the content of its default runs after its entry.
        let isDefault: Bool
        /// Whether a history brought it back.
        let isRestored: Bool
        /// The history without memory, if any, whose default content runs after the entry.
        let emptyHistory: Int?
    }

    /// Lists of entries that are longer are worked out each time, so that a chart stays small.
    static let entriesMax = 64

    let source: Int
    let targets: [Int]
    let isInternal: Bool
    let hasCondition: Bool
    let hasContent: Bool
    let label: String?
    /// Nothing: a target is a history, so it depends on what that remembers.
    private let fixedDomain: Int?
    /// What it enters, outermost first; nothing: it depends on what histories remember, or is long.
    let entries: [Entry]?

    init<Expression>(_ transition: Transition<Expression>, in shape: ChartShape) {
        source = transition.source
        targets = transition.targets
        isInternal = transition.isInternal
        hasCondition = transition.condition != nil
        label = transition.label
        hasContent = !transition.content.isEmpty
        let remembers = targets.contains { shape.kinds[$0].isHistory }
        let domain = shape.domain(from: source, to: targets, isInternal: isInternal, history: [:])
        fixedDomain = remembers ? nil : domain
        entries = remembers ? nil : Self.fixedEntries(to: targets, within: domain, in: shape)
    }

    private static func fixedEntries(to targets: [Int], within domain: Int, in shape: ChartShape) -> [Entry]?
    {
        guard domain >= ChartShape.root else { return [] }
        var entrySet = EntrySet(shape)
        entrySet.add(targets: targets, within: domain, history: [:])
        guard !entrySet.metHistory, entrySet.states.count <= entriesMax else { return nil }
        return entrySet.states.map(entrySet.entry)
    }

    /// The innermost state that the transition stays within, ``ChartShape/none`` without targets.
    func domain(in shape: ChartShape, history: ChartShape.History) -> Int {
        fixedDomain ?? shape.domain(from: source, to: targets, isInternal: isInternal, history: history)
    }
}
