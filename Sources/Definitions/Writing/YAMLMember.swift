/// A key with its value.
struct YAMLMember: Sendable, Equatable {
    var key: String
    var value: YAMLValue
}
