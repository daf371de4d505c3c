/// A value to be written as YAML in the profile of the house: no anchors, no tags, nothing that two parsers
/// read differently.
indirect enum YAMLValue: Sendable, Equatable {
    /// An integer, `true`, `false` or `~`, as it stands.
    case plain(String)
    case text(String)
    case list([YAMLValue])
    case mapping([YAMLMember])

    /// The members that are there, in order.
    static func members(_ members: [(String, YAMLValue?)]) -> YAMLValue {
        .mapping(members.compactMap { key, value in value.map { YAMLMember(key: key, value: $0) } })
    }

    /// A list, its one element alone, or nothing.
    static func oneOrMore(_ items: [YAMLValue]) -> YAMLValue? {
        items.count > 1 ? .list(items) : items.first
    }

    /// What stands in a file, its plain words and expressions as texts.
    init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items): self = .list(items.map(Self.init))
        case .mapping(let entries):
            self = .mapping(entries.map { YAMLMember(key: $0.key, value: YAMLValue($0.value)) })
        case .scalar(let scalar):
            let isTyped =
                scalar.style == .plain
                && (Bool(scalar.text) != nil || Int64(scalar.text).map(String.init) == scalar.text)
            self = node.isNull ? .plain("~") : isTyped ? .plain(scalar.text) : .text(scalar.text)
        }
    }
}
