/// What a built-in operator or function does, whatever the types of its operands.
enum Operation: Sendable, Hashable {
    case add, subtract, multiply, divide, modulo, negate, not
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case contained, index, size, type, dyn
    case contains, startsWith, endsWith, matches
    case toBool, toInt, toUint, toDouble, toString, toBytes, toTimestamp, toDuration
    case part(TimePart)

    /// The operation of a binary operator, by its sign.
    static let binary: [String: Operation] = [
        "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "%": .modulo, "==": .equal, "!=": .notEqual,
        "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "in": .contained,
    ]
}

/// The parts of a timestamp or duration that a `get…` function gives.
enum TimePart: String, Sendable, CaseIterable {
    case fullYear = "getFullYear"
    case month = "getMonth"
    case date = "getDate"
    case dayOfMonth = "getDayOfMonth"
    case dayOfWeek = "getDayOfWeek"
    case dayOfYear = "getDayOfYear"
    case hours = "getHours"
    case minutes = "getMinutes"
    case seconds = "getSeconds"
    case milliseconds = "getMilliseconds"

    /// Whether durations have the part, too.
    var isOfDurations: Bool {
        switch self {
        case .hours, .minutes, .seconds, .milliseconds: true
        case .fullYear, .month, .date, .dayOfMonth, .dayOfWeek, .dayOfYear: false
        }
    }
}
