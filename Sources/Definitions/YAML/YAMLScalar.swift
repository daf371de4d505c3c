/// The text of a scalar and how it was written.
struct YAMLScalar: Sendable {
    enum Style: Sendable {
        case plain, quoted, block
    }

    var text: String
    var style: Style
}
