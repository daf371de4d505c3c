/// A key of a mapping with its value.
struct YAMLEntry: Sendable {
    var key: String
    var place: Place
    var value: YAMLNode
}
