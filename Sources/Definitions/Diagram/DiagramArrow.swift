/// An arrow between two states, by index in the chart; `to` may be a history.
struct DiagramArrow: Hashable {
    var from: Int
    var to: Int
    var text: String
    /// What stands below the text, in small letters.
    var notes: [String]
    var kind: Kind
    /// Whether an arrow to another state carries the text for both: they are of one transition.
    var isFurther = false

    /// Who makes it happen.
    enum Kind {
        case act, timer, machine
    }

    /// Whether both are the same event between the same states.
    func isLike(_ other: DiagramArrow) -> Bool {
        from == other.from && to == other.to && text == other.text
    }
}
